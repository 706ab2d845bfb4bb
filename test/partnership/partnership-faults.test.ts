import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPartnership } from '../../src/partnership/load.ts';
import { copyOfPartnerships, spoilAt } from './changed-copy.ts';

type Fault = readonly [string, string, unknown, string];

const IN_THE_DEMO: readonly Fault[] = [
  [
    'a framework nobody has',
    'framework',
    'leeds-2031',
    'Use one of: leeds-2013, leicestershire-2015, support-bands-2026.',
  ],
  ['no telephone for the front door', 'contacts.safeguarding.phone', undefined, 'this field is missing.'],
  ['a telephone number in words', 'contacts.emergency.phone', 'nine nine nine', 'must be a telephone number in digits'],
  ['nobody to turn to', 'contacts.pressOffice', { name: 'Press' }, 'must have at least one of phone, email and url.'],
  [
    'a group of an unknown kind',
    'reviewGroups[0].frameworkGroup',
    'silc',
    'Use one of: early-years, primary, secondary.',
  ],
  ['a group in no area', 'reviewGroups[0].areas[0]', 'east', 'there is no area "east". Add it to areas, or use one of'],
  [
    'two groups with one key',
    'reviewGroups[1].key',
    'primary-north',
    '"primary-north" is already used by reviewGroups[0].',
  ],
  [
    'a day that is quiet all through',
    'quietHours',
    { from: '07:00', to: '18:00' },
    'they leave nothing of the working hours, 08:00 to 17:30. Leave some hours of the working day',
  ],
  ['an alliance of nobody', 'alliances[0].members', [], 'alliances[0].members: the list has 0.'],
  ['a member by its name', 'alliances[0].members[0].school', 'Northcliffe Primary', 'alliances[0].members[0].school: '],
  ['a member from no real day', 'alliances[0].members[0].from', '2026-02-30', 'alliances[0].members[0].from: '],
  [
    'a member that left before it came',
    'alliances[0].members[0].to',
    '2021-08-31',
    '2021-08-31 is before from, 2021-09-01. Put the dates in order, or leave "to" out.',
  ],
  ['a ruling nobody made', 'overrides[0].ruledBy', undefined, 'this field is missing.'],
  ['a ruling on no day', 'overrides[0].ruledOn', undefined, 'this field is missing.'],
  ['hours that end before they begin', 'workingHours', { from: '17:00', to: '08:00' }, 'must begin before they end.'],
  ['a time of day nobody has', 'quietHours.from', '25:00', '"25:00" must be a time such as "08:00" or "17:30".'],
  ['a weight that speaks the wrong way', 'matching.eachRecent', 5, '5 will not do.'],
  ['a weight in parts of a point', 'matching.near', 2.5, '2.5'],
  ['a weight nobody knows', 'matching.luck', 5, 'no field of this name is known here'],
  ['no distance at all', 'matching.farMiles', 0, 'It must be more than 0.'],
  ['a code in numbers', 'authority.laCode', 383, '383 is not text in quotation marks.'],
];

const IN_PUBLISHED_TERM_DATES: readonly Fault[] = [
  ['half terms out of order', 'halfTerms[0].key', 'summer2', 'expected autumn1 here and found summer2.'],
  ['a half term before it starts', 'halfTerms[1].end', '2025-11-02', '2025-11-02 is before its start, 2025-11-03.'],
  ['overlapping half terms', 'halfTerms[1].start', '2025-10-20', 'is not after the end of autumn1, 2025-10-24.'],
  ['five half terms', 'halfTerms', [], 'the list has 0. It must have exactly 6.'],
];

describe('a partnership that cannot be used stops the start, naming the file, the field and the remedy', () => {
  it.each(IN_THE_DEMO)('%s (%s)', (_, field, value, sentence) => {
    const root = copyOfPartnerships();
    spoilAt(root, 'demo/partnership.json', field, value);
    const load = () => loadPartnership({ name: 'demo', root });
    expect(load).toThrow(`${join(root, 'demo/partnership.json')} cannot be used:\n  ${field}: `);
    expect(load).toThrow(sentence);
  });

  it('a ruling on a level nobody knows', () => {
    const root = copyOfPartnerships();
    const ruling = { ruledBy: 'Head of Learning Improvement', ruledOn: '2026-09-01' };
    spoilAt(root, 'demo/partnership.json', 'overrides[0]', {
      settles: 'visits',
      level: '6',
      visits: { mode: 'up_to', max: 12 },
      ...ruling,
    });
    expect(() => loadPartnership({ name: 'demo', root })).toThrow(
      'overrides[0].level: the framework leeds-2013 has no category "6". Use one of: 1, 2, 3, 4, 5.',
    );
  });

  it('two alliances of one name', () => {
    const root = copyOfPartnerships();
    spoilAt(root, 'demo/partnership.json', 'alliances[1]', {
      key: 'other',
      name: 'Beckside',
      aliases: [],
      members: [{ school: 'elmfield', from: '2026-09-01' }],
      leads: [],
    });
    expect(() => loadPartnership({ name: 'demo', root })).toThrow(
      'alliances[1].name: "Beckside" also names alliances[0]. Give each its own, so that it is clear which one somebody means.',
    );
  });

  it('a school in one alliance twice at one time', () => {
    const root = copyOfPartnerships();
    spoilAt(root, 'demo/partnership.json', 'alliances[0].members[1].school', 'northcliffe');
    expect(() => loadPartnership({ name: 'demo', root })).toThrow(
      'alliances[0].members[1].from: "northcliffe" is already a member then, in members[0]. Give the earlier time a last day',
    );
  });

  it('made-up term dates outside the demonstration', () => {
    const root = copyOfPartnerships();
    spoilAt(root, 'demo/partnership.json', 'demo', false);
    expect(() => loadPartnership({ name: 'demo', root })).toThrow(
      'termDates.from: "usual_pattern" makes dates up, which only the demonstration may do. Write "published"',
    );
  });

  it.each(IN_PUBLISHED_TERM_DATES)('term dates: %s (%s)', (_, field, value, sentence) => {
    const root = copyOfPartnerships();
    spoilAt(root, 'support-bands/partnership.json', `termDates.years[0].${field}`, value);
    const load = () => loadPartnership({ name: 'support-bands', root });
    expect(load).toThrow(`termDates.years[0].${field}: `);
    expect(load).toThrow(sentence);
  });

  it('a half term that belongs to another year', () => {
    const root = copyOfPartnerships();
    spoilAt(root, 'support-bands/partnership.json', 'termDates.years[0].halfTerms[0].start', '2024-09-02');
    expect(() => loadPartnership({ name: 'support-bands', root })).toThrow(
      'termDates.years[0].halfTerms[0]: 2024-09-02 to 2025-10-24 is not in the academic year 2025-26.',
    );
  });
});
