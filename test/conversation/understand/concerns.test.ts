import { describe, expect, it } from 'vitest';
import { readConcerns } from '../../../scripts/understanding/score-concerns.ts';
import { readSigns } from '../../../src/conversation/understand/concerns/read-signs.ts';
import { graver, spotConcern } from '../../../src/conversation/understand/concerns/spot-concern.ts';
import { shippedModels } from '../../../src/conversation/understand/create-understanding.ts';
import type { Concern } from '../../../src/core/intent.ts';
import { understood } from './understander.ts';

/** Lines nobody looked at when writing rules, and that no training reads. */
const HELD_OUT = readConcerns(new URL('../../fixtures/concerns/held-out.txt', import.meta.url));

function caught(wanted: Concern): number {
  const own = HELD_OUT.filter((line) => line.wanted === wanted);
  const heard = own.filter(({ text, role }) => {
    const { concern } = understood(text, {}, [role]);
    return concern !== undefined && graver(concern, wanted) === concern;
  });
  return heard.length / own.length;
}

describe('A concern comes before anything else', () => {
  it.each<[string, Concern]>([
    ['a child has just told me her dad hits her, what category are we', 'safeguarding'],
    ['one of our year 4s has bruises on both arms', 'safeguarding'],
    ['I’ve been crying in the car and I can’t go in', 'distress'],
    ['can I speak to a human please', 'wants_a_person'],
    ['I want to make a complaint about the adviser', 'complaint'],
    ['how do I sack a teacher', 'staff_capability'],
    ['which pupils failed phonics', 'pupil_detail'],
  ])('"%s" is %s', (text, concern) => {
    expect(understood(text).concern).toBe(concern);
  });

  it('and the gravest of several is met first', () => {
    expect(understood('I can’t cope and a pupil has disclosed abuse').concern).toBe('safeguarding');
    expect(graver('wants_a_person', 'distress')).toBe('distress');
    expect(graver(undefined, undefined)).toBeUndefined();
  });

  // Measured shares and the misses in docs/understanding.md.
  it.each<[Concern, number]>([
    ['safeguarding', 0.9],
    ['distress', 0.9],
    ['wants_a_person', 0.95],
    ['complaint', 0.85],
  ])('%s is heard in messages nobody tuned to', (concern, floor) => {
    expect(caught(concern)).toBeGreaterThanOrEqual(floor);
  });
});

describe('An ordinary message', () => {
  it.each([
    'safeguarding is one of our strengths',
    'do complaints count towards the criteria',
    'support with safeguarding training for new governors',
    'phonics is killing our results',
    'who do I ring about our visit date',
    'children told us they love reading, add it to findings',
    'the staff cried with laughter, lovely visit, half day, Stonepit',
  ])('"%s" raises none', (text) => {
    expect(understood(text).concern).toBeUndefined();
  });
});

describe('A sign', () => {
  it('is words that tell only together', () => {
    expect(readSigns('a boy with bruises')).toContain('safeguarding');
    expect(readSigns('a boy with a book')).toEqual([]);
    expect(readSigns('the peaches had bruises')).toEqual([]);
  });

  it('is taken back by a word that explains it', () => {
    expect(readSigns('training on neglect for teachers of young children')).toEqual([]);
  });

  it('holds only where its words stand near each other', () => {
    const between = 'and then we looked at the timetable for the whole of the autumn term in the hall with governors ';
    expect(readSigns(`a boy ${between.repeat(2)} bruises`)).toEqual([]);
  });
});

describe('The rules', () => {
  it('work alone, whatever the trained readers make of it', () => {
    expect(spotConcern('my pupil says she wants to die')).toBe('safeguarding');
    expect(shippedModels().concerns.classes).toContain('none');
  });
});
