import type { Temporal } from 'temporal-polyfill';
import type { OutboxRow } from '../core/outbox.ts';
import type { CardReply, Outgoing } from '../core/reply.ts';
import type { Parts } from './parts.ts';

/**
 * The message a row has become by now, or `undefined` when there is no longer anything to say. Throws what the feature, the
 * template or the store throw.
 */
export async function prepareMessage(
  parts: Pick<Parts, 'render' | 'stillDue' | 'mayStillBeTold'>,
  row: OutboxRow,
  now: Temporal.Instant,
): Promise<Outgoing | undefined> {
  const reply = row.kind === 'notice' ? await standingNotice(parts, row, now) : await askFeature(parts, row, now);
  return reply && parts.render(reply);
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
  row: Extract<OutboxRow, { kind: 'reminder' }>,
  now: Temporal.Instant,
): Promise<CardReply | undefined> {
  const stillDue = Object.hasOwn(parts.stillDue, row.feature) ? parts.stillDue[row.feature] : undefined;
  if (stillDue === undefined) throw new UnknownFeatureError();
  return stillDue(row, now);
}

/** A reminder of a feature this bot does not have: a newer bot queued it, or one was taken out. */
export class UnknownFeatureError extends Error {
  override readonly name = 'UnknownFeatureError';
}
