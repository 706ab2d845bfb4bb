import { z } from 'zod';

/** What is written down of a turn before any work is done on it, so that a delivery repeated is recognised. Words are not kept. */
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
