import { sortableInstant } from '../core/clock.ts';
import type { OutboxRow, ReminderRow } from '../core/outbox.ts';
import { afterChange, dueAgain } from './after-send.ts';
import { awaitTurn, useTurn } from './await-turn.ts';
import type { Delivered, Settled } from './deliver-row.ts';
import type { Parts } from './parts.ts';
import { backoffMs } from './policy.ts';
import { prepareChange } from './prepare.ts';
import { changeRow, changeRows, fetchRow, type HeldRow, inState } from './rows.ts';
import { sendRow } from './send-row.ts';
import { takeChange } from './take-row.ts';

type Change = HeldRow & { readonly row: Extract<OutboxRow, { kind: 'change' }> };
type SentCard = HeldRow & { readonly row: ReminderRow };

/** How long until another look at a card that is being sent or changed this moment. */
const SHORTLY_MS = 3_000;

/**
 * Has a card sent before say what is so now, on the platform it went to. Throws what preparing, taking or recording it throws.
 */
export async function deliverChange(parts: Parts, held: Change): Promise<Delivered | 'look_again'> {
  const of = await fetchRow(parts.store, { partition: held.ref.partition, id: held.row.of });
  if (of?.row.kind !== 'reminder') return nothingToChange(parts, held, 'there is no such card');
  const card = { ...of, row: of.row };
  switch (card.row.state) {
    case 'sent':
      return (await isBeingChanged(parts, held, card)) ? shortly(parts, held) : changeCard(parts, held, card);
    case 'due':
      return prepareAfresh(parts, held, card);
    case 'sending':
      return shortly(parts, held);
    case 'unknown':
      return onceItIsKnown(parts, held);
    case 'dead':
    case 'no_longer_true':
    case 'waiting_for_address':
      return nothingToChange(parts, held);
  }
}

async function changeCard(parts: Parts, held: Change, card: SentCard): Promise<Delivered> {
  const { sentTo, messageId } = card.row;
  if (!sentTo || messageId === undefined) return nothingToChange(parts, held, 'the platform gave its message no name');
  const { platform, address } = sentTo;
  const sender = parts.senders[platform];
  if (!sender) return nothingToChange(parts, held, `this bot is no longer on ${platform}`);
  const { to } = card.row;
  const early = parts.pace.look(platform, to);
  if (!early.go && early.because !== 'platform') return { ending: 'paced', waitMs: early.waitMs };
  const prepared = await prepareChange(parts, card.row, parts.clock.now());
  if (prepared === undefined) return nothingToChange(parts, held);

  const turn = await awaitTurn(parts, platform, to);
  if ('waitMs' in turn) return { ending: 'paced', waitMs: turn.waitMs };
  const giveBack = () => parts.pace.giveBack(turn.platform, turn.person, turn.at);
  const taken = await takeChange(parts, held, card, prepared.offered).catch((error: unknown) => {
    giveBack();
    throw error;
  });
  if (taken === undefined) {
    giveBack();
    return { ending: 'taken' };
  }
  await useTurn(parts, turn);
  const after = await sendRow(parts, taken, {
    platform,
    leaveSilence: true,
    attempt: () => sender.update(address, messageId, prepared.message),
    after: (outcome, by) => afterChange(taken.row, outcome, { platform, ...by }),
  });
  return { ending: ENDINGS[after.row.state] };
}

const ENDINGS = {
  sent: 'changed',
  due: 'postponed',
  unknown: 'unknown',
  dead: 'dead',
  no_longer_true: 'noLongerTrue',
  waiting_for_address: 'unaddressed',
  sending: 'taken',
} as const satisfies Record<OutboxRow['state'], Settled>;

/** The latest words must be the last to arrive: so of one card's changes only one is ever under way. */
async function isBeingChanged(parts: Parts, held: Change, card: SentCard): Promise<boolean> {
  const { changedBy } = card.row;
  if (changedBy === undefined || changedBy === held.ref.id) return false;
  const other = await fetchRow(parts.store, { partition: held.ref.partition, id: changedBy });
  return other?.row.state === 'sending';
}

/**
 * Not sent yet, and its words are asked for when it is. Somebody may have asked already and be about to take it: writing
 * it again as it is makes their taking fail, so that they ask once more.
 */
async function prepareAfresh(parts: Parts, held: Change, card: SentCard): Promise<Delivered | 'look_again'> {
  const both = [
    { held, row: inState(held.row, 'no_longer_true') },
    { held: card, row: card.row },
  ];
  return (await changeRows(parts.store, both, parts.policy)) ? { ending: 'noLongerTrue' } : 'look_again';
}

async function nothingToChange(parts: Parts, held: Change, why?: string): Promise<Delivered> {
  const row = inState(held.row, 'no_longer_true', why);
  return { ending: (await changeRow(parts.store, held, row, parts.policy)) ? 'noLongerTrue' : 'taken' };
}

/** Waiting is no attempt: it costs nothing and fails at nothing. */
async function shortly(parts: Parts, held: Change): Promise<Delivered> {
  const sendAt = sortableInstant(parts.clock.now().add({ milliseconds: SHORTLY_MS }));
  return {
    ending: (await changeRow(parts.store, held, { ...held.row, sendAt }, parts.policy)) ? 'postponed' : 'taken',
  };
}

/** Where it went may still be told: by a late answer, or by an officer who has it sent again. In the end it is let be. */
async function onceItIsKnown(parts: Parts, held: Change): Promise<Delivered> {
  const { policy, random } = parts;
  const attempts = held.row.attempts + 1;
  const trouble = 'nobody knows whether the card arrived, nor where';
  if (attempts >= policy.maxAttempts) return nothingToChange(parts, held, trouble);
  const facts = { now: parts.clock.now(), policy };
  const row = dueAgain({ ...held.row, attempts }, backoffMs(attempts, policy, random), trouble, facts);
  return { ending: (await changeRow(parts.store, held, row, policy)) ? 'postponed' : 'taken' };
}
