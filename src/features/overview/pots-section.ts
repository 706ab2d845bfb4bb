import type { Temporal } from 'temporal-polyfill';
import { type AcademicYear, academicYearOf, endOf, startOf } from '../../core/academic-year.ts';
import { pounds } from '../../core/wording.ts';
import { holdsOf, leftOf } from '../support/index.ts';
import type { Parts } from './parts.ts';
import type { Line, Section } from './section.ts';

/**
 * The authority's pots of money of that year: what is promised, what is spent, what is left. A pot without dates is of the
 * present. Nothing where it keeps none.
 */
export async function potsSection(
  { store, partnership }: Pick<Parts, 'store' | 'partnership'>,
  year: AcademicYear,
  today: Temporal.PlainDate,
): Promise<readonly Section[]> {
  const [first, last] = [startOf(year).toString(), endOf(year).toString()];
  const pots = partnership.pots.filter(
    ({ from, to }) =>
      (from ?? first) <= last && first <= (to ?? last) && (from ?? to ?? academicYearOf(today) === year),
  );
  const lines = await Promise.all(
    pots.map(async ({ key, name, pence }): Promise<Line> => {
      const holds = await holdsOf(store, key);
      const sum = (wanted: (typeof holds)[number]['state']) =>
        holds.filter(({ state }) => state === wanted).reduce((total, { amount }) => total + amount, 0);
      const [promised, spent] = [sum('held'), sum('spent')];
      return {
        label: name,
        value: `${pounds(leftOf(pence, holds))} left`,
        detail: `${pounds(promised)} promised, ${pounds(spent)} spent, of ${pounds(pence)}`,
        size: promised + spent,
        outOf: pence,
      };
    }),
  );
  return lines.length === 0 ? [] : [{ heading: 'Pots of money', lines }];
}
