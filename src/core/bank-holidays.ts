import { z } from 'zod';

export const BankHolidayDivision = z.enum(['england-and-wales', 'scotland', 'northern-ireland']);
export type BankHolidayDivision = z.infer<typeof BankHolidayDivision>;

/** The publisher's own shape, so that a newer file replaces the old one as it comes. */
const Division = z.strictObject({
  division: BankHolidayDivision,
  events: z
    .array(z.strictObject({ title: z.string().min(1), date: z.iso.date(), notes: z.string(), bunting: z.boolean() }))
    .min(1),
});

/** Bank holidays as GOV.UK publishes them. Open Government Licence v3.0. */
export const BankHolidays = z.strictObject({
  'england-and-wales': Division,
  scotland: Division,
  'northern-ireland': Division,
});
export type BankHolidays = z.infer<typeof BankHolidays>;

/** Every holiday date of the divisions, ISO. */
export function holidayDates(holidays: BankHolidays, divisions: readonly BankHolidayDivision[]): ReadonlySet<string> {
  return new Set(divisions.flatMap((division) => holidays[division].events.map((event) => event.date)));
}

/** The last calendar year the file speaks of: the earliest such year among the divisions. */
export function lastYearKnown(holidays: BankHolidays): number {
  const years = Object.values(holidays).map((division) =>
    Math.max(...division.events.map((event) => Number(event.date.slice(0, 4)))),
  );
  return Math.min(...years);
}
