import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsInGroups, FEWEST_SCHOOLS } from '../../../src/features/overview/small-groups.ts';
import type { SupportRequest } from '../../../src/features/support/index.ts';
import { requestOf } from './requests.ts';

const REST = 'All others';

/** So many requests, each of a school of its own. */
function from(count: number, name: string): SupportRequest[] {
  return Array.from({ length: count }, (_, index) => requestOf('matching', { school: `${name}-${index}` }));
}

describe('Counts of what somebody may not read one by one', () => {
  it('are told for groups of five schools or more', () => {
    const groups = new Map([
      ['Phonics', from(5, 'a')],
      ['Mathematics', from(6, 'b')],
    ]);
    expect(countsInGroups(groups, REST)).toEqual([
      { label: 'Mathematics', count: 6 },
      { label: 'Phonics', count: 5 },
    ]);
  });

  it('tell smaller groups together, without naming any', () => {
    const groups = new Map([
      ['Phonics', from(9, 'a')],
      ['Governance', from(3, 'b')],
      ['Headship', from(2, 'c')],
    ]);
    expect(countsInGroups(groups, REST)).toEqual([
      { label: 'Phonics', count: 9 },
      { label: REST, count: 5 },
    ]);
  });

  it('hide one small group behind the next smallest, so that it cannot be taken from the total', () => {
    const groups = new Map([
      ['Phonics', from(9, 'a')],
      ['Mathematics', from(6, 'b')],
      ['Headship', from(1, 'c')],
    ]);
    expect(countsInGroups(groups, REST)).toEqual([
      { label: 'Phonics', count: 9 },
      { label: REST, count: 7 },
    ]);
  });

  it('count schools, not requests: ten requests of one school are one school', () => {
    const ten = Array.from({ length: 10 }, () => requestOf('matching', { school: 'hill' }));
    expect(countsInGroups(new Map([['Phonics', ten]]), REST)).toBeUndefined();
  });

  it.each([0, 1, 4])('are not told at all of %i schools, and in the same way', (count) => {
    expect(countsInGroups(new Map([['Phonics', from(count, 'a')]]), REST)).toBeUndefined();
    expect(countsInGroups(new Map(), REST)).toBeUndefined();
  });

  /** Up to six groups, each of the schools given by number: some of several requests, some in several groups. */
  const manyGroups = fc.array(fc.array(fc.integer({ min: 0, max: 19 }), { maxLength: 9 }), { maxLength: 6 });

  it('never show a figure for fewer than five schools, whatever the groups; nothing can be worked out below that', () => {
    fc.assert(
      fc.property(manyGroups, (drawn) => {
        const groups = new Map(
          drawn
            .filter((schools) => schools.length > 0)
            .map((schools, index) => [
              `group ${index}`,
              schools.map((school) => requestOf('matching', { school: `s-${school}` })),
            ]),
        );
        const all = [...groups.values()].flat();
        const rows = countsInGroups(groups, REST);
        const schools = (requests: readonly SupportRequest[]) => new Set(requests.map(({ wish }) => wish.school)).size;
        if (!rows) {
          // Too few together, or too few once those that are large enough are taken in.
          expect(schools(all)).toBeLessThan(FEWEST_SCHOOLS);
          return;
        }
        // The rows split up the whole, so every sum of rows is a sum of groups that are each large enough.
        const named = rows.filter(({ label }) => label !== REST).map(({ label }) => label);
        const rest = [...groups].filter(([label]) => !named.includes(label)).flatMap(([, requests]) => requests);
        for (const label of named) expect(schools(groups.get(label) ?? [])).toBeGreaterThanOrEqual(FEWEST_SCHOOLS);
        const restRow = rows.find(({ label }) => label === REST);
        expect(restRow?.count ?? 0).toBe(rest.length);
        if (restRow) expect(schools(rest)).toBeGreaterThanOrEqual(FEWEST_SCHOOLS);
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      }),
      { numRuns: 300 },
    );
  });
});
