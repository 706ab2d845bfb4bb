import type { Temporal } from 'temporal-polyfill';
import type { OutboxRow, ReminderRow, Told } from '../core/outbox.ts';
import type { CardReply, Outgoing } from '../core/reply.ts';
import type { Parts } from './parts.ts';

/** A row that becomes a message of its own. */
export type MessageRow = Extract<OutboxRow, { kind: 'notice' | 'reminder' }>;

/** A message ready to leave, and what can be pressed on it, by verb. */
export interface Prepared {
  readonly message: Outgoing;
  readonly offered: readonly string[];
}

/**
 * The message a row has become by now, or `undefined` when there is no longer anything to say. Throws what the feature, the
 * template or the store throw.
 */
export async function prepareMessage(
  parts: Pick<Parts, 'render' | 'stillDue' | 'mayStillBeTold'>,
  row: MessageRow,
  now: Temporal.Instant,
): Promise<Prepared | undefined> {
  const told = row.kind === 'notice' ? await standingNotice(parts, row, now) : await askFeature(parts, row, now);
  return told && prepared(parts, told);
}

/** What the card a row sent is to say now; `undefined` when it may stay as it is. Throws as `prepareMessage` does. */
export async function prepareChange(
  parts: Pick<Parts, 'render' | 'saysNow'>,
  row: ReminderRow,
  now: Temporal.Instant,
): Promise<Prepared | undefined> {
  const saysNow = Object.hasOwn(parts.saysNow, row.feature) ? parts.saysNow[row.feature] : undefined;
  const told = await saysNow?.(row, now);
  return told && prepared(parts, told);
}

function prepared({ render }: Pick<Parts, 'render'>, told: Told): Prepared {
  return { message: render(told), offered: [...new Set((told.options ?? []).map(({ verb }) => verb))] };
}

async function standingNotice(
  parts: Pick<Parts, 'mayStillBeTold'>,
  row: Extract<OutboxRow, { kind: 'notice' }>,
  now: Temporal.Instant,
): Promise<CardReply | undefined> {
  if (parts.mayStillBeTold && !(await parts.mayStillBeTold(row, now))) return undefined;
  return { card: row.card, data: row.data, summary: row.summary };
}

async function askFeature(
  parts: Pick<Parts, 'stillDue'>,
  row: ReminderRow,
  now: Temporal.Instant,
): Promise<Told | undefined> {
  const stillDue = Object.hasOwn(parts.stillDue, row.feature) ? parts.stillDue[row.feature] : undefined;
  if (stillDue === undefined) throw new UnknownFeatureError();
  return stillDue(row, now);
}

/** A row of a feature this bot does not have: a newer bot queued it, or one was taken out. */
export class UnknownFeatureError extends Error {
  override readonly name = 'UnknownFeatureError';
}
