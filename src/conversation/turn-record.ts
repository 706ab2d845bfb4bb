import { z } from 'zod';
import { fingerprint } from '../core/fingerprint.ts';
import type { EventId } from '../core/ids.ts';

/**
 * What is written down of a turn, so that a delivery repeated is recognised: before any work that changes something, and with
 * the answer to anything else. Words are not kept.
 */
export const TurnRecord = z.discriminatedUnion('state', [
  z.strictObject({ v: z.literal(1), state: z.literal('working'), since: z.iso.datetime({ offset: true }) }),
  z.strictObject({ v: z.literal(1), state: z.literal('answered'), at: z.iso.datetime({ offset: true }) }),
  /** Another name the platform may use for the same turn. */
  z.strictObject({ v: z.literal(1), state: z.literal('alias'), of: z.string() }),
]);
export type TurnRecord = z.infer<typeof TurnRecord>;

export const TURN_TYPE = 'turn';

/** Long enough for the slowest platform to stop retrying. */
export const TURN_TTL_SECONDS = 24 * 60 * 60;

/**
 * How long one process may take over a turn before another may start it again. Shorter than the 15 s after which Teams
 * repeats a turn nobody answered, so a crash in the middle is made good by that repeat.
 */
export const TURN_LEASE_SECONDS = 10;

/** What a store's document may be called, with room for what hangs on a turn: `audit/<turn>/12`. */
const LONGEST = 180;

/** A turn's name as documents carry it. A platform's id that no document could carry is named by its mark. */
export function turnName(id: EventId): string {
  return id.length <= LONGEST && /^[\x21-\x7e]+$/.test(id) ? id : `marked-${fingerprint(id)}`;
}
