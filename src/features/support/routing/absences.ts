import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { PersonId } from '../../../core/ids.ts';
import { personRef } from '../../../core/linking.ts';
import type { Etag, Ref, Store, Write } from '../../../core/store.ts';

const Days = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
export type Days = z.infer<typeof Days>;

/** When somebody in the service is away, as they said themselves. Never why. First and last day, in order. */
export const Absence = z.strictObject({ v: z.literal(1), person: PersonId, away: z.array(Days).min(1).max(20) });
export type Absence = z.infer<typeof Absence>;

const ABSENCE_TYPE = 'absence';
/** How long it is kept once they are back: long enough to explain a card that says so. */
const KEPT_DAYS = 30;

function absenceAddress(person: PersonId): Ref {
  return { partition: personRef(person).partition, id: 'absence' };
}

export interface HeldAbsence {
  readonly away: readonly Days[];
  readonly etag?: Etag;
}

/** Empty when they have said nothing. Days that are past may still be there. */
export async function readAbsence(store: Store, person: PersonId): Promise<HeldAbsence> {
  const found = await store.get(absenceAddress(person));
  return found ? { away: Absence.parse(found.body).away, etag: found.etag } : { away: [] };
}

/** The days as they now are; none left, and the record goes. Forgotten by itself once the last of them is long past. */
export function absenceWrite(
  person: PersonId,
  held: HeldAbsence,
  away: readonly Days[],
  today: Temporal.PlainDate,
): Write | undefined {
  const left = away.filter(({ to }) => to >= today.toString()).toSorted((a, b) => a.from.localeCompare(b.from));
  const last = left
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  const ref = absenceAddress(person);
  if (last === undefined) return held.etag ? { kind: 'delete', ref, guard: { etag: held.etag } } : undefined;
  const days = today.until(Temporal.PlainDate.from(last), { largestUnit: 'days' }).days + KEPT_DAYS;
  return {
    kind: 'put',
    ref,
    type: ABSENCE_TYPE,
    body: Absence.parse({ v: 1, person, away: left }),
    guard: held.etag ? { etag: held.etag } : 'must-not-exist',
    ttlSeconds: days * 24 * 60 * 60,
  };
}

/** The days somebody is away in, when that day is among them. */
export function awayOn({ away }: HeldAbsence, day: Temporal.PlainDate): Days | undefined {
  return away.find(({ from, to }) => from <= day.toString() && day.toString() <= to);
}
