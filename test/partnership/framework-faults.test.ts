import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPartnership } from '../../src/partnership/load.ts';
import { copyOfPartnerships, spoilAt } from './changed-copy.ts';

/** What is wrong; the field; its new value, undefined when taken out; what must be said about it. */
type Fault = readonly [string, string, unknown, string];

const WRONG_SHAPE: readonly Fault[] = [
  ['a missing number', 'levels[2].visits.min', undefined, 'this field is missing. Add it: a number without quotation'],
  ['a missing section', 'terms', undefined, 'this field is missing. Add it: a group of fields in curly brackets.'],
  ['a missing choice', 'levels[0].mayOfferSupport', undefined, 'this field is missing.'],
  ['words where a number belongs', 'levels[2].visits.min', 'four', '"four" is not a number without quotation marks.'],
  ['half a visit', 'levels[2].visits.min', 3.5, '3.5 is not a whole number without quotation marks.'],
  ['no visits at all', 'levels[2].visits.min', 0, '0 will not do. It must be more than 0.'],
  [
    'a floor and a ceiling at once',
    'levels[2].visits.max',
    6,
    'no field of this name is known here. Check the spelling',
  ],
  ['a kind of promise nobody knows', 'levels[2].visits.mode', 'about', '"about" is not one of the kinds known here.'],
  ['a promise without a kind', 'levels[2].visits.mode', undefined, 'this field is missing. Use one of: "exact", "at_l'],
  [
    'a value not offered',
    'ordering',
    'up',
    '"up" is not one of the values allowed here. Use one of: "ascending_concern", "n',
  ],
  ['a misspelt field', 'levels[0].plainEnglsh', 'x', 'no field of this name is known here.'],
  ['an empty text', 'levels[0].plainEnglish', ' ', '" " is empty. Write something here.'],
  ['an empty list', 'levels[0].criteria.items', [], 'the list has 0. It must have at least 1.'],
  ['a date the British way round', 'validFrom', '01/06/2013', '"01/06/2013" is not a date written like "2026-09-01".'],
  ['a key with a space', 'levels[0].key', 'cat 1', '"cat 1" must be a short name of letters'],
  [
    'no surprises switched off',
    'assignment.communicatedBeforeVisible',
    false,
    'false is not one of the values allowed',
  ],
  ['a cadence nobody keeps', 'groups[0].cadence', 'weekly', '"weekly" is none of the things allowed here.'],
];

const PARTS_THAT_DISAGREE: readonly Fault[] = [
  ['two levels with one key', 'levels[1].key', '1', '"1" is already used by levels[0].'],
  ['a criterion id twice', 'levels[2].criteria.items[0].id', '1.1', 'already used at levels[0].criteria.items[0].id.'],
  [
    'a part with a criterion’s id',
    'concernIndicators.items[6].parts[0].id',
    '1.1',
    'the criterion id "1.1" is already',
  ],
  ['a last day before the first', 'validTo', '2013-01-01', '2013-01-01 is before validFrom, 2013-06-01.'],
  ['a step that ends before it begins', 'intervention[0].validTo', '2012-01-01', '2012-01-01 is before validFrom'],
  [
    'a source nobody listed',
    'levels[0].title.source.document',
    'hearsay',
    'there is no source "hearsay". Add it to sources',
  ],
  [
    'a level nobody knows',
    'sharedReview.additionalVisitsFor[0]',
    '6',
    'there is no level "6". Use one of: 1, 2, 3, 4, 5.',
  ],
  ['a group nobody knows', 'assignment.overseenBy[0]', 'silc', 'there is no group "silc".'],
  [
    'an answer to “in category”',
    'levels[4].aliases[0]',
    'In category',
    'means an Ofsted category of concern to a headteach',
  ],
  ['an id that is not the file’s name', 'id', 'leeds', '"leeds" differs from the name of the file, leeds-2013.json.'],
  ['a vocabulary nobody has', 'national', 'wales', 'there is no national vocabulary "wales". Use one of: england.'],
];

describe('a framework that cannot be used stops the start, naming the file, the field and the remedy', () => {
  it.each([...WRONG_SHAPE, ...PARTS_THAT_DISAGREE])('%s (%s)', (_, field, value, sentence) => {
    const message = messageAfter('frameworks/leeds-2013.json', field, value);
    expect(message.file).toBe(true);
    expect(message.text).toContain(`  ${field}: `);
    expect(message.text).toContain(sentence);
  });

  it('a joint review group that is nowhere described', () => {
    const { text } = messageAfter('frameworks/leeds-2013.json', 'jointReviewGroup', null);
    expect(text).toContain('levels[3].jointReviewGroup.setUp: "required" needs a jointReviewGroup');
  });

  it.each<readonly [string, string, string, unknown, string]>([
    [
      'law from nowhere',
      'national/england.json',
      'glossary[0].source.document',
      'hearsay',
      'there is no source "hearsay"',
    ],
    ['one word twice', 'national/england.json', 'glossary[1].id', 'ofsted-category', 'is already used by glossary[0].'],
    [
      'a holiday on no day',
      'bank-holidays.json',
      'scotland.events[0].date',
      'soon',
      '"soon" is not a date written like',
    ],
  ])('what all frameworks share: %s', (_, file, field, value, sentence) => {
    const message = messageAfter(file, field, value);
    expect(message.file).toBe(true);
    expect(message.text).toContain(`  ${field}: `);
    expect(message.text).toContain(sentence);
  });
});

function messageAfter(file: string, field: string, value: unknown): { text: string; file: boolean } {
  const root = copyOfPartnerships();
  spoilAt(root, file, field, value);
  try {
    loadPartnership({ name: 'demo', root });
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    return { text, file: text.startsWith(`${join(root, file)} cannot be used:`) };
  }
  throw new Error('It loaded');
}
