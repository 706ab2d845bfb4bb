import { beforeAll, describe, expect, it } from 'vitest';
import type { Entities, IntentName } from '../../../src/core/intent.ts';
import { heard, openWorld, type World } from '../../harness/world.ts';

let leeds: World;
let bands: World;
beforeAll(async () => {
  [leeds, bands] = await Promise.all([openWorld(), openWorld({ partnership: 'support-bands' })]);
});

const meaning = (intent: IntentName, text: string, entities: Partial<Entities> = {}) =>
  leeds.meaning(undefined, intent, heard(text, entities));

describe('A question that is nothing but a word of the strategy', () => {
  const recognised = async (world: World, text: string) => {
    const asking = await world.asking(undefined);
    return world.features.map((feature) => feature.recognises?.(text, asking)).find((call) => call !== undefined);
  };

  it.each([
    ['What is a JRG?', { verb: 'guide.term', data: { entry: 'jrg' } }],
    ['whats a RAP', { verb: 'guide.term', data: { entry: 'rap' } }],
    ['what does SILC stand for?', { verb: 'guide.term', data: { entry: 'silc' } }],
    ['what does JRB mean', { verb: 'guide.term', data: { entry: 'jrg' } }],
    ['define NLE', { verb: 'guide.term', data: { entry: 'nle' } }],
    ['What are the categories?', { verb: 'guide.levels', data: {} }],
    ['what is a category', { verb: 'guide.levels', data: {} }],
    ['what is category 3?', { verb: 'guide.level', data: { level: '3' } }],
    ['what’s cat three', { verb: 'guide.level', data: { level: '3' } }],
  ])('“%s”', async (text, call) => {
    expect(await recognised(leeds, text)).toEqual(call);
  });

  it.each([
    'what is 3',
    'what is our RAP',
    'what category are we?',
    'what is the JRG at Hollin Lane',
    'what is in category 3',
  ])('is not taken for one: “%s”', async (text) => {
    expect(await recognised(leeds, text)).toBeUndefined();
  });

  it('in another authority’s words', async () => {
    expect(await recognised(bands, 'what are the support bands?')).toEqual({ verb: 'guide.levels', data: {} });
    expect(await recognised(bands, 'what is Light Touch +')).toEqual({
      verb: 'guide.level',
      data: { level: 'light-touch-plus' },
    });
  });
});

describe('Criteria', () => {
  it.each([
    [
      'what are the criteria for category 1',
      { levels: ['1'] },
      { verb: 'guide.level', data: { level: '1', about: 'criteria' } },
    ],
    ['criteria for 2 and 3', { levels: ['2', '3'] }, { verb: 'guide.levels', data: { only: ['2', '3'] } }],
    [
      'is there a threshold for parental complaints',
      { criteria: ['x'] },
      { verb: 'guide.signs', data: { ids: ['x'] } },
    ],
    ['b3 for special schools', {}, { verb: 'guide.list', data: { list: 'B3-special' } }],
    ['list the categories', {}, { verb: 'guide.levels', data: {} }],
    ['which indicators decide whether a school is causing concern?', {}, { verb: 'guide.signs', data: { ids: [] } }],
    ['what do you look at', {}, { verb: 'guide.signs', data: { ids: [] } }],
  ])('“%s”', async (text, entities, call) => {
    expect(await meaning('list_criteria', text, entities as Partial<Entities>)).toEqual(call);
  });
});

describe('Formal steps', () => {
  it.each([
    ['is it 15 working days?', 'warning_notice'],
    ['been called in for a meeting w/ head of learning improvement', 'call_in'],
    ['they have called us in', 'call_in'],
    ['what comes before a warning notice', 'call_in'],
    ['Is a notice of concern the same thing', 'finance_notice_of_concern'],
    ['can they sack our governors', 'powers'],
    ['section number for IEB', 'powers'],
    ['grounds for a warning notice', 'warning_notice'],
  ])('“%s”', async (text, about) => {
    expect(await meaning('warning_notice_info', text)).toEqual({ verb: 'guide.warning-notice', data: { about } });
  });
});

describe('Review groups', () => {
  it.each([
    ['who sits on the PRG', ['primary'], { kinds: ['primary'], joint: false }],
    ['what does Primary North do', ['primary-north'], { kinds: ['primary'], joint: false }],
    ['difference between PRG and JRG', ['primary'], { kinds: ['primary'], joint: true }],
    ['remit of the Joint Review Group', [], { kinds: [], joint: true }],
    ['remit of the Joint Review Group', ['JRG'], { kinds: [], joint: true }],
    ['purpose of the review groups, bullet points', [], { kinds: [] }],
  ])('“%s” with %j', async (text, reviewGroups, data) => {
    expect(await meaning('review_group_remit', text, { reviewGroups })).toEqual({ verb: 'guide.groups', data });
  });
});
