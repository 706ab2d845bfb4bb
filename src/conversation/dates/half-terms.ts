import { Temporal } from 'temporal-polyfill';
import { AcademicYear, academicYearOf } from '../../core/academic-year.ts';
import { type HalfTermDates, type HalfTermKey, usualTermDates } from '../../core/term-dates.ts';

/** One of the six stretches of a school year, first and last school day. */
export interface HalfTermSpan {
  readonly key: HalfTermKey;
  readonly start: Temporal.PlainDate;
  readonly end: Temporal.PlainDate;
}

/** The half terms of last year, this year and the two to come, in order. */
export type HalfTermsAround = (day: Temporal.PlainDate) => readonly HalfTermSpan[];

/** The authority's published half terms; where a year is not among them, the usual English pattern stands in. */
export function halfTermsFrom(published: readonly HalfTermDates[]): HalfTermsAround {
  const spans = published.map(asSpan);
  const known = new Map<string, readonly HalfTermSpan[]>();
  const inYear = (year: AcademicYear): readonly HalfTermSpan[] => {
    const own = spans.filter((span) => academicYearOf(span.start) === year);
    return own.length > 0 ? own : usualTermDates(year).halfTerms.map(asSpan);
  };
  return (day) => {
    const first = Number(academicYearOf(day).slice(0, 4));
    const cached = known.get(String(first));
    if (cached) return cached;
    const around = [first - 1, first, first + 1, first + 2].flatMap((year) => inYear(yearFrom(year)));
    known.set(String(first), around);
    return around;
  };
}

function yearFrom(first: number): AcademicYear {
  return AcademicYear.parse(`${first}-${String((first + 1) % 100).padStart(2, '0')}`);
}

function asSpan(dates: HalfTermDates): HalfTermSpan {
  return {
    key: dates.key,
    start: Temporal.PlainDate.from(dates.start),
    end: Temporal.PlainDate.from(dates.end),
  };
}
