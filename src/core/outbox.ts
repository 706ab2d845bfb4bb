import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { sortableInstant } from './clock.ts';
import { PersonId } from './ids.ts';
import { JsonRecord } from './json.ts';
import type { CardReply } from './reply.ts';
import type { JsonObject, Write } from './store.ts';

/**
 * Something to tell a person who has not just spoken. Written in the same commit as the record that causes it, so neither
 * exists without the other. The id is made from what it is about (`<record>/<reason>/<n>`), so nothing is queued twice.
 */
const common = {
  v: z.literal(1),
  to: PersonId,
  /** ISO instant before which it is not sent. */
  sendAt: z.iso.datetime({ offset: true }),
  /** Waits for the authority's working hours and term time. False for what somebody is waiting for right now. */
  patient: z.boolean(),
  state: z.enum(['due', 'sending', 'sent', 'waiting_for_address', 'unknown', 'dead', 'no_longer_true']),
  attempts: z.number().int().nonnegative(),
  /** While `sending`: when the silence of whoever is sending it is taken to mean that nobody knows whether it arrived. */
  leaseUntil: z.iso.datetime({ offset: true }).optional(),
  /** Which running bot last took it to send. With `attempts`, it names one sending and no other. */
  takenBy: z.string().optional(),
  sentAt: z.iso.datetime({ offset: true }).optional(),
  messageId: z.string().optional(),
  /** Where it went, so that its card can be changed later: `senders[platform].update(address, messageId, ...)`. */
  sentTo: z.strictObject({ platform: z.enum(['teams', 'slack']), address: JsonRecord }).optional(),
  lastTrouble: z.string().optional(),
  /** Where it goes when that is a place and no person: a channel. `to` is then only what the place is called. */
  place: z.strictObject({ platform: z.enum(['teams', 'slack']), address: JsonRecord }).optional(),
  /** What could be pressed on the card it became, by verb. Once one of them no longer works, the card is to be changed. */
  offered: z.array(z.string()).optional(),
  /** The id of the row that last took this one's card to change it. While that one is `sending`, no other may. */
  changedBy: z.string().optional(),
};

export const OutboxRow = z.discriminatedUnion('kind', [
  /** Keeps what it says. */
  z.strictObject({
    ...common,
    kind: z.literal('notice'),
    card: z.string(),
    data: JsonRecord,
    summary: z.string(),
  }),
  /** Keeps only its reason: the feature is asked at sending time, so nothing stale is sent and nothing needs cancelling. */
  z.strictObject({
    ...common,
    kind: z.literal('reminder'),
    feature: z.string(),
    reason: z.string(),
    about: z.strictObject({ partition: z.string(), id: z.string() }),
  }),
  /**
   * A card sent before is to say what is so now. `of` is the row it was sent by, in the same partition, and a reminder: its
   * feature is asked at sending time, so that of several changes the last word is always the latest.
   */
  z.strictObject({ ...common, kind: z.literal('change'), of: z.string() }),
  /** No message, but work of a feature that falls due. Done once at least, so it must be safe to do again. */
  z.strictObject({
    ...common,
    kind: z.literal('errand'),
    feature: z.string(),
    reason: z.string(),
    about: z.strictObject({ partition: z.string(), id: z.string() }),
    /** The message in whose place `to` was given the answer that this work follows from. */
    replaced: z.string().optional(),
  }),
]);
export type OutboxRow = z.infer<typeof OutboxRow>;
export type ReminderRow = Extract<OutboxRow, { kind: 'reminder' }>;
export type ErrandRow = Extract<OutboxRow, { kind: 'errand' }>;

/** A card for somebody who has not just spoken, with what can be pressed on it. */
export interface Told extends CardReply {
  readonly options?: readonly { readonly verb: string }[];
}

/** What a feature says when a reminder of its falls due: the card to send, or `undefined` when it no longer holds. */
export type StillDue = (row: ReminderRow, now: Temporal.Instant) => Promise<Told | undefined>;

/** What a card that was sent says by now; `undefined` when it may stay as it is. Its reader is still `row.to`. */
export type SaysNow = (row: ReminderRow, now: Temporal.Instant) => Promise<Told | undefined>;

/** Does what has fallen due. Safe to repeat: it is tried again when it throws, and two bots may do it at once. */
export type RunErrand = (row: ErrandRow, now: Temporal.Instant) => Promise<void>;

export const OUTBOX_TYPE = 'outbox';

interface Queued {
  /** What it is about, and which time: `<record>/<reason>/<n>`. Unique within the partition. */
  readonly id: string;
  readonly to: PersonId;
  readonly sendAt: Temporal.Instant;
  readonly patient: boolean;
  /** A channel instead of a person. */
  readonly place?: NonNullable<OutboxRow['place']>;
}

/** The write that queues a notice. Put it in the commit of the record it is about, in that record's partition. */
export function queueNotice(partition: string, notice: Queued & { readonly reply: CardReply }): Write {
  const { card, data, summary } = notice.reply;
  return queue(partition, notice, { kind: 'notice', card, data, summary });
}

/** The write that queues a reminder: only why, and about what. Same commit and partition as the record it is about. */
export function queueReminder(
  partition: string,
  reminder: Queued & {
    readonly feature: string;
    readonly reason: string;
    readonly about: { readonly partition: string; readonly id: string };
  },
): Write {
  const { feature, reason, about } = reminder;
  return queue(partition, reminder, {
    kind: 'reminder',
    feature,
    reason,
    about: { partition: about.partition, id: about.id },
  });
}

/**
 * The write that has a card changed which an earlier row of this partition sent. `to` is that row's. Of one card's changes
 * no two are ever under way at once; a change of what is not yet sent ends that row's message being prepared afresh.
 */
export function queueChange(partition: string, change: Omit<Queued, 'place'> & { readonly of: string }): Write {
  return queue(partition, change, { kind: 'change', of: change.of });
}

/** The write that queues work without a message. `to` is the person on whose account it is done. */
export function queueErrand(
  partition: string,
  errand: Omit<Queued, 'place'> & {
    readonly feature: string;
    readonly reason: string;
    readonly about: { readonly partition: string; readonly id: string };
    readonly replaced?: string | undefined;
  },
): Write {
  const { feature, reason, about, replaced } = errand;
  return queue(partition, errand, {
    kind: 'errand',
    feature,
    reason,
    about: { partition: about.partition, id: about.id },
    ...(replaced === undefined ? {} : { replaced }),
  });
}

function queue(partition: string, { id, to, sendAt, patient, place }: Queued, what: JsonObject): Write {
  return {
    kind: 'put',
    ref: { partition, id: `outbox/${id}` },
    type: OUTBOX_TYPE,
    body: {
      v: 1,
      to,
      sendAt: sortableInstant(sendAt),
      patient,
      state: 'due',
      attempts: 0,
      ...(place ? { place } : {}),
      ...what,
    },
    guard: 'must-not-exist',
  };
}

/** Where a person can be written to: the last personal conversation they had with the bot on each platform. */
export const Reach = z.strictObject({
  v: z.literal(1),
  addresses: z.array(
    z.strictObject({
      platform: z.enum(['teams', 'slack']),
      address: JsonRecord,
      at: z.iso.datetime({ offset: true }),
      /** Set when the platform said the person blocked or removed the bot; cleared when they write again. */
      unreachableSince: z.iso.datetime({ offset: true }).optional(),
    }),
  ),
});
export type Reach = z.infer<typeof Reach>;

export function reachRef(person: PersonId): { readonly partition: string; readonly id: string } {
  return { partition: `person:${person}`, id: 'reach' };
}
