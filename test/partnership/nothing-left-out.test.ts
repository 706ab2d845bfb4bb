import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../src/partnership/load-framework.ts';
import { comparable, documentsArePresent, printedLines } from './published-words.ts';

const leeds = loadFramework({ id: 'leeds-2013', root: 'partnerships' });
const B1 = { document: 'leeds-2013', section: 'B1' };
const B5 = { document: 'leeds-2013', section: 'B5' };

describe('nothing the strategy prints about a category is left out (skipped where the documents are not at hand)', () => {
  it.skipIf(!documentsArePresent)('the criteria are those of B1, all of them, in its order', () => {
    const bullets = printedLines(B1).filter(
      (line) => !/^(Category|will receive|Schools will|Are|The number)/.test(line),
    );
    const criteria = leeds.levels.flatMap((level) => level.criteria.items.map(({ text }) => comparable(text)));
    expect(criteria).toEqual([...bullets]);
  });

  it.skipIf(!documentsArePresent)(
    'every line of B5 is in what its category receives, in the purposes or expectations',
    () => {
      const held = leeds.levels.flatMap((level) => [
        ...[...level.receives, ...level.purposes, ...level.expectedOf].map(({ text }) => comparable(text)),
        ...level.visits.statements.map(({ text }) => comparable(text)),
      ]);
      // A page break cuts one line in two, and the purposes' heading shares a line with what stands before or after it.
      const stands = (line: string) => (text: string) =>
        text.includes(line) || (line.includes('Purpose of visits') && line.includes(text));
      const lost = printedLines(B5).filter((line) => !held.some(stands(line)));
      const headings = /^(Outstanding|Good|Schools|At Risk).*(will receive|expected to):?$/;
      expect(lost.filter((line) => !headings.test(line))).toEqual([]);
      expect(printedLines(B5).length).toBeGreaterThan(50);
    },
  );
});

describe('the Leeds framework holds', () => {
  it.each([
    ['1', 10, 3, 3, 5],
    ['2', 8, 5, 6, 3],
    ['3', 9, 5, 6, 1],
    ['4', 4, 6, 9, 1],
    ['5', 1, 9, 7, 1],
  ])('category %s: %i criteria, %i things received, %i purposes, %i expectations', (key, criteria, got, why, asked) => {
    const level = leeds.levels.find((each) => each.key === key);
    expect(level?.criteria.items).toHaveLength(criteria);
    expect(level?.receives).toHaveLength(got);
    expect(level?.purposes).toHaveLength(why);
    expect(level?.expectedOf).toHaveLength(asked);
  });

  it('a gate on category 4 alone', () => {
    expect(leeds.levels.filter((level) => level.gate).map((level) => level.key)).toEqual(['4']);
  });

  it('fifteen signs of concern, with three parts to vii and six to viii', () => {
    const signs = leeds.concernIndicators.items;
    expect(signs.map((sign) => sign.id).join(' ')).toBe('i ii iii iv v vi vii viii ix x xi xii xiii xiv xv');
    expect(signs[6]?.parts?.map((part) => part.id)).toEqual(['vii.a', 'vii.b', 'vii.c']);
    expect(signs[7]?.parts?.map((part) => part.id)).toEqual([
      'viii.a',
      'viii.b',
      'viii.c',
      'viii.d',
      'viii.e',
      'viii.f',
    ]);
  });

  it('a joint review group in categories 4 and 5 alone', () => {
    const required = leeds.levels.filter((level) => level.jointReviewGroup.setUp === 'required');
    expect(required.map((level) => level.key)).toEqual(['4', '5']);
  });

  it('invitations to offer support in categories 1 and 2 alone', () => {
    expect(leeds.levels.map((level) => level.mayOfferSupport)).toEqual([
      'all',
      'specific_strengths',
      'not_invited',
      'not_invited',
      'not_invited',
    ]);
  });

  it('attendance at governors in categories 2 to 5, the last of them said to be assumed', () => {
    const attending = leeds.levels.filter((level) => level.governingBodyAttendance.attends);
    expect(attending.map((level) => level.key)).toEqual(['2', '3', '4', '5']);
    expect(attending.filter((level) => level.governingBodyAttendance.assumed).map((level) => level.key)).toEqual(['5']);
  });

  it('twenty-nine qualitative indicators, spelt as printed', () => {
    const [group] = leeds.referenceLists.find((list) => list.key === 'B4')?.groups ?? [];
    expect(group?.items).toHaveLength(29);
    expect(group?.items).toContain('Safequarding');
  });
});

describe('the Leicestershire framework holds', () => {
  const leicestershire = loadFramework({ id: 'leicestershire-2015', root: 'partnerships' });

  it('three tiers, six sources of evidence and £248,000', () => {
    expect(leicestershire.levels.map((level) => level.key)).toEqual(['collaborative', 'targeted', 'intensive']);
    expect(leicestershire.concernIndicators.items).toHaveLength(6);
    expect(leicestershire.levels[2]?.funding?.[0]?.pounds).toBe(248_000);
  });

  it('monthly, termly and quarterly meetings', () => {
    const cadences = leicestershire.meetings.map((meeting) => [meeting.key, meeting.cadence]);
    expect(cadences).toEqual([
      ['tsa-leads', 'monthly'],
      ['senior-hmi', 'termly'],
      ['keeping-in-touch', 'regular'],
      ['scrutiny', 'quarterly'],
    ]);
  });

  it('its own words for level and adviser', () => {
    expect(leicestershire.terms.level.singular).toBe('tier');
    expect(leicestershire.terms.adviser.abbreviation).toBe('EQA');
    expect(leicestershire.terms.jointReviewGroup).toBeNull();
  });
});
