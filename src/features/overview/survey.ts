import { Temporal } from 'temporal-polyfill';
import { type AcademicYear, academicYearOf, endOf, startOf } from '../../core/academic-year.ts';
import { LONDON, londonDate } from '../../core/clock.ts';
import type { Person } from '../../core/people.ts';
import type { Store } from '../../core/store.ts';
import { type FirstTimes, type SupportRequest, surveyFirstTimes, surveyRequests } from '../support/index.ts';
import { isWithin } from './reach.ts';

/** The requests of one academic year, by whether the viewer counts them one by one. */
export interface Survey {
  readonly year: AcademicYear;
  /** Sent that year, and theirs to count. */
  readonly within: readonly SupportRequest[];
  /** Sent that year, and not theirs: only ever told in groups of schools. */
  readonly elsewhere: readonly SupportRequest[];
  /** Sent in an earlier year, still open, and theirs to count. Only where the year is the present one. */
  readonly carriedOver: readonly SupportRequest[];
  readonly times: FirstTimes;
  /** No request here was sent before this day. */
  readonly earliest: Temporal.PlainDate;
}

export async function survey(
  store: Store,
  year: AcademicYear,
  viewer: Person,
  today: Temporal.PlainDate,
): Promise<Survey> {
  const begins = startOf(year);
  const [sent, before] = await Promise.all([
    // A day more on either side: what is stored is in UTC, and the year is England's.
    surveyRequests(store, [
      {
        field: 'submittedAt',
        from: begins.subtract({ days: 1 }).toString(),
        to: endOf(year).add({ days: 2 }).toString(),
      },
    ]),
    academicYearOf(today) === year
      ? surveyRequests(store, [
          { field: 'open', eq: true },
          { field: 'submittedAt', to: begins.add({ days: 1 }).toString() },
        ])
      : [],
  ]);
  const ofTheYear = sent.filter((request) => academicYearOf(daySent(request)) === year);
  const carriedOver = before.filter(
    (request) => Temporal.PlainDate.compare(daySent(request), begins) < 0 && isWithin(request, viewer, today),
  );
  const earliest = carriedOver.map(daySent).reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b), begins);
  return {
    year,
    within: ofTheYear.filter((request) => isWithin(request, viewer, today)),
    elsewhere: ofTheYear.filter((request) => !isWithin(request, viewer, today)),
    carriedOver,
    times: await surveyFirstTimes(store, earliest.toZonedDateTime(LONDON).toInstant()),
    earliest,
  };
}

export function daySent({ submittedAt }: Pick<SupportRequest, 'submittedAt'>): Temporal.PlainDate {
  return dayOf(submittedAt);
}

/** The day in England of a stored instant. */
export function dayOf(instant: string): Temporal.PlainDate {
  return londonDate(Temporal.Instant.from(instant));
}
