import { basename } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { InspectionRecord } from '../../core/inspection.ts';
import { readDate } from '../reading/cells.ts';

export type AsAt = Pick<InspectionRecord, 'fileAsAt' | 'fileAsAtFrom'>;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WORDED = /(\d{1,2})[ _-]+([a-z]{3,9})[ _-]+(\d{4})/g;
const ISO = /(\d{4}-\d{2}-\d{2})/;

/** The last day a file's name speaks of: "…_latest_inspections_as_at_28_Feb_2026.csv". */
export function dateInName(file: string): string | undefined {
  const name = basename(file).toLowerCase();
  const worded = [...name.matchAll(WORDED)].flatMap(([, day, month, year]) => {
    const number = MONTHS.indexOf((month ?? '').slice(0, 3)) + 1;
    const date = number > 0 ? readDate(`${day}/${number}/${year}`) : undefined;
    return date === undefined ? [] : [date];
  });
  return worded.at(-1) ?? readDate(ISO.exec(name)?.[1] ?? '');
}

/**
 * The day up to which a file speaks, which every fact is shown with: as the person importing says, as its name says, or
 * else the day of its newest publication, which is the earliest it can be. `undefined` when there is nothing to go by.
 */
export function asAtOf(
  file: string,
  told: string | undefined,
  newestPublication: string | undefined,
): AsAt | undefined {
  if (told !== undefined) return { fileAsAt: Temporal.PlainDate.from(told).toString(), fileAsAtFrom: 'told' };
  const named = dateInName(file);
  if (named !== undefined) return { fileAsAt: named, fileAsAtFrom: 'file_name' };
  return newestPublication === undefined
    ? undefined
    : { fileAsAt: newestPublication, fileAsAtFrom: 'newest_publication' };
}
