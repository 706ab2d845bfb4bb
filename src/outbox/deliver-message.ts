import { Temporal } from 'temporal-polyfill';
import { sortableInstant } from '../core/clock.ts';
import type { OutboxRow } from '../core/outbox.ts';
import { afterSend } from './after-send.ts';
import { awaitTurn, useTurn } from './await-turn.ts';
import type { Delivered, Settled } from './deliver-row.ts';
import type { Parts } from './parts.ts';
import { type MessageRow, prepareMessage } from './prepare.ts';
import { type Contact, contactsOf, markUnreachable } from './reach.ts';
import { changeRow, type HeldRow, inState } from './rows.ts';
import { sendRow } from './send-row.ts';
import { takeRow } from './take-row.ts';

/** Brings one due message as far as it will go now. Throws what preparing, taking or recording it throws. */
export async function deliverMessage(
  parts: Parts,
  held: HeldRow & { readonly row: MessageRow },
): Promise<Delivered | 'look_again'> {
  const { row } = held;
  const now = parts.clock.now();
  if (row.patient) {
    const next = parts.workingTime.next(now);
    if (Temporal.Instant.compare(next, now) > 0) {
      return change(parts, held, { ...row, sendAt: sortableInstant(next) }, 'postponed');
    }
  }
  const [contact, ...others] = await whereTo(parts, row, now);
  const sender = contact && parts.senders[contact.platform];
  if (contact === undefined || sender === undefined) {
    return row.place ? letGo(parts, held) : waitForAddress(parts, held);
  }
  const { platform } = contact;
  const early = parts.pace.look(platform, row.to);
  if (!early.go && early.because !== 'platform') return { ending: 'paced', waitMs: early.waitMs };
  const prepared = await prepareMessage(parts, row, now);
  if (prepared === undefined) return change(parts, held, inState(row, 'no_longer_true'), 'noLongerTrue');

  const turn = await awaitTurn(parts, platform, row.to);
  if ('waitMs' in turn) return { ending: 'paced', waitMs: turn.waitMs };
  const offering = prepared.offered.length > 0 ? { ...row, offered: [...prepared.offered] } : row;
  const taken = await takeRow(parts, { ...held, row: offering }).catch((error: unknown) => {
    parts.pace.giveBack(turn.platform, turn.person, turn.at);
    throw error;
  });
  if (taken === undefined) {
    parts.pace.giveBack(turn.platform, turn.person, turn.at);
    return { ending: 'taken' };
  }
  await useTurn(parts, turn);
  const facts = { platform, elsewhere: others.length > 0, fixed: row.place !== undefined };
  const after = await sendRow(parts, taken, {
    platform,
    attempt: () => sender.send(contact.address, prepared.message),
    after: (outcome, by) => afterSend(taken.row, outcome, { ...facts, ...by }),
  });
  if (after.unreachable) await markUnreachable(parts, row.to, contact, parts.clock.now());
  if (after.unreachable && after.row.state === 'due') return 'look_again';
  return { ending: ENDINGS[after.row.state] };
}

const ENDINGS = {
  sent: 'sent',
  due: 'postponed',
  unknown: 'unknown',
  dead: 'dead',
  no_longer_true: 'noLongerTrue',
  waiting_for_address: 'unaddressed',
  sending: 'taken',
} as const satisfies Record<OutboxRow['state'], Settled>;

async function whereTo(parts: Parts, row: MessageRow, now: Temporal.Instant): Promise<readonly Contact[]> {
  return row.place ? [{ ...row.place, at: sortableInstant(now) }] : contactsOf(parts, row.to);
}

async function change(parts: Parts, held: HeldRow, row: OutboxRow, ending: Settled): Promise<Delivered> {
  return { ending: (await changeRow(parts.store, held, row, parts.policy)) ? ending : 'taken' };
}

/** A channel on a platform this bot is not on: nobody is waiting there. */
function letGo(parts: Parts, held: HeldRow): Promise<Delivered> {
  return change(parts, held, inState(held.row, 'no_longer_true', 'this bot is not on that platform'), 'noLongerTrue');
}

/**
 * Nobody to write to yet. The person may give an address between our looking and our writing, and whoever hears of it
 * then finds no row waiting: so it looks once more after writing.
 */
async function waitForAddress(parts: Parts, held: HeldRow): Promise<Delivered | 'look_again'> {
  const waiting = inState(held.row, 'waiting_for_address', held.row.lastTrouble);
  const parked = await changeRow(parts.store, held, waiting, parts.policy);
  if (parked === undefined) return { ending: 'taken' };
  if ((await contactsOf(parts, held.row.to)).length === 0) return { ending: 'unaddressed' };
  await changeRow(parts.store, parked, inState(parked.row, 'due', parked.row.lastTrouble), parts.policy);
  return 'look_again';
}
