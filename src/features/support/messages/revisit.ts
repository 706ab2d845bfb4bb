import type { Temporal } from 'temporal-polyfill';
import { sortableInstant } from '../../../core/clock.ts';
import type { PersonId } from '../../../core/ids.ts';
import {
  type ErrandRow,
  OUTBOX_TYPE,
  OutboxRow,
  queueChange,
  queueErrand,
  type ReminderRow,
  type RunErrand,
  type SaysNow,
} from '../../../core/outbox.ts';
import type { Ref, Store, Write } from '../../../core/store.ts';
import { entryAddress, readEntry, requestPartition } from '../records.ts';
import type { Decided } from '../states/decide.ts';
import { ASKS, hasButtons } from './says-now.ts';

/**
 * Goes with every change of a request: the cards sent about it before are looked at, once the change is known to all. All but
 * `replaced`, the card that was pressed: whoever pressed it reads the answer there, and it is not taken from under their eyes.
 */
export function queueRevisit({ request, entry }: Decided, now: Temporal.Instant, replaced?: string): Write {
  return queueErrand(requestPartition(request.ref), {
    id: `${REVISIT}/${entry.n}`,
    to: request.requester.person,
    sendAt: now,
    patient: false,
    feature: 'support',
    reason: REVISIT,
    about: entryAddress(request.ref, entry.n),
    replaced,
  });
}

export const REVISIT = 'revisit';

/** Writes in one commit, well below what a store takes. */
const TOGETHER = 40;

/**
 * Queues a change for every card that was sent about the request, or is being sent this moment, and may be wrong now. The
 * same however often it is done: each change is named after the card and what happened.
 */
export function revisit(store: Store, saysNow: SaysNow): RunErrand {
  return async (row, now) => {
    const entry = await readEntry(store, row.about);
    if (!entry) return;
    const changes: Write[] = [];
    for await (const card of earlierCards(store, row.about.partition, now)) {
      const { ref, sent } = card;
      if (isAnswered(sent, row, entry.by.person) || !(await mayBeWrong(card, saysNow, now))) continue;
      const id = `change/${entry.n}/${ref.id.replace(/^outbox\//, '')}`;
      changes.push(queueChange(ref.partition, { id, to: sent.to, sendAt: now, patient: false, of: ref.id }));
    }
    for (let at = 0; at < changes.length; at += TOGETHER) await putNew(store, changes.slice(at, at + TOGETHER));
  };
}

/** Two platforms may give two messages one name, so it must be the same person's too. */
function isAnswered({ to, messageId }: ReminderRow, { replaced }: ErrandRow, by: PersonId): boolean {
  return replaced !== undefined && messageId === replaced && to === by;
}

interface EarlierCard {
  readonly ref: Ref;
  readonly sent: ReminderRow;
}

async function* earlierCards(store: Store, partition: string, now: Temporal.Instant): AsyncGenerator<EarlierCard> {
  let continuation: string | undefined;
  do {
    const page = await store.query({
      type: OUTBOX_TYPE,
      partition,
      where: [{ field: 'kind', eq: 'reminder' }],
      limit: 200,
      ...(continuation ? { continuation } : {}),
    });
    for (const { id, body } of page.items) {
      const sent = OutboxRow.safeParse(body);
      if (sent.success && sent.data.kind === 'reminder' && isOut(sent.data, now)) {
        yield { ref: { partition, id }, sent: sent.data };
      }
    }
    continuation = page.continuation;
  } while (continuation);
}

/** Its card is with somebody, may be, or is perhaps being made this moment from what has just changed. */
function isOut(sent: ReminderRow, now: Temporal.Instant): boolean {
  if (sent.state === 'due') return sent.sendAt <= sortableInstant(now);
  return sent.state === 'sent' || sent.state === 'sending' || sent.state === 'unknown';
}

/** A neighbour's card is asked about when its turn comes; ours at once, so that nothing is queued for nothing. */
async function mayBeWrong({ sent }: EarlierCard, saysNow: SaysNow, now: Temporal.Instant): Promise<boolean> {
  if (sent.state === 'due') return true;
  if (sent.feature !== 'support') return ASKS.includes(sent.reason) || hasButtons(sent);
  return (await saysNow(sent, now)) !== undefined;
}

/** All together; or, when some are there already, each by itself. */
async function putNew(store: Store, writes: readonly Write[]): Promise<void> {
  if ((await store.commit(writes)).outcome === 'committed') return;
  for (const write of writes) await store.commit([write]);
}
