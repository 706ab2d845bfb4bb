import { Temporal } from 'temporal-polyfill';
import { sortableInstant } from '../core/clock.ts';
import type { ErrandRow } from '../core/outbox.ts';
import type { Delivered } from './deliver-row.ts';
import type { Parts } from './parts.ts';
import { UnknownFeatureError } from './prepare.ts';
import { changeRow, type HeldRow, inState } from './rows.ts';

/**
 * Has a feature do what has fallen due, and writes down that it is done. A bot that dies in between has it done again, which
 * errands must bear. Throws what the feature throws: the row is then tried again later.
 */
export async function runErrand(parts: Parts, held: HeldRow & { readonly row: ErrandRow }): Promise<Delivered> {
  const { row } = held;
  const now = parts.clock.now();
  if (row.patient) {
    const next = parts.workingTime.next(now);
    if (Temporal.Instant.compare(next, now) > 0) {
      const later = { ...row, sendAt: sortableInstant(next) };
      return { ending: (await changeRow(parts.store, held, later, parts.policy)) ? 'postponed' : 'taken' };
    }
  }
  const run = Object.hasOwn(parts.errands, row.feature) ? parts.errands[row.feature] : undefined;
  if (run === undefined) throw new UnknownFeatureError();
  await run(row, now);
  const done = { ...inState(row, 'sent'), sentAt: sortableInstant(now) };
  return { ending: (await changeRow(parts.store, held, done, parts.policy)) ? 'done' : 'taken' };
}
