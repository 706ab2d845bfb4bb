import { describe, expect, it } from 'vitest';
import { pickOption } from '../../src/conversation/pick-option.ts';

const options = (...labels: string[]) => labels.map((label) => ({ label, verb: 'v', data: { label } }));
const SCHOOLS = options(
  'St Joseph’s Catholic Primary School, Otterley',
  'St Joseph’s Catholic Primary School, Wethermoor',
  'Hollin Lane Primary School',
);
const LEVELS = options('Category 2', 'Category 4');

describe('A short reply picks from what was last shown', () => {
  it.each([
    ['the first one', 0],
    ['first', 0],
    ['1st', 0],
    ['The second one.', 1],
    ['2nd', 1],
    ['third', 2],
    ['the last one', 2],
    ['top one', 0],
    ['bottom', 2],
    ['1', 0],
    ['2.', 1],
    ['no. 3', 2],
    ['option 2', 1],
    ['Otterley', 0],
    ['the Wethermoor one', 1],
    ['wethermoor!', 1],
    ['hollin lane', 2],
    ['HOLLIN', 2],
    ['st josephs otterley', 0],
    ['St Joseph’s Catholic Primary School, Wethermoor', 1],
  ])('“%s” is number %i', (text, index) => {
    expect(pickOption(text, SCHOOLS)).toBe(SCHOOLS[index]);
  });

  it.each([
    'st josephs',
    'primary',
    'the fourth one',
    '7',
    'what about Otterley then please',
    'northcliffe',
    'yes',
    '   ',
    '?',
    'not the first one',
  ])('“%s” picks nothing', (text) => {
    expect(pickOption(text, SCHOOLS)).toBeUndefined();
  });

  it('a number that is part of one label is that label; otherwise it is a place', () => {
    expect(pickOption('4', LEVELS)).toBe(LEVELS[1]);
    expect(pickOption('2', LEVELS)).toBe(LEVELS[0]);
    expect(pickOption('1', LEVELS)).toBe(LEVELS[0]);
  });

  it('a page of eight can be gone through in words', () => {
    const eight = options('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    expect(pickOption('the sixth one', eight)).toBe(eight[5]);
    expect(pickOption('eighth', eight)).toBe(eight[7]);
  });

  it('picks nothing when nothing was shown', () => {
    expect(pickOption('the first one', [])).toBeUndefined();
  });
});
