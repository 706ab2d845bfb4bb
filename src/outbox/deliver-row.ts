import { Temporal } from 'temporal-polyfill';
import { sortableInstant } from '../core/clock.ts';
import type { OutboxRow } from '../core/outbox.ts';
import { dueAgain } from './after-send.ts';
import { awaitTurn, useTurn } from './await-turn.ts';
import { describeFault } from './fault.ts';
import type { Parts } from './parts.ts';
import { backoffMs } from './policy.ts';
import { prepareMessage } from './prepare.ts';
import { contactsOf, markUnreachable } from './reach.ts';
import { changeRow, fetchRow, type HeldRow, inState } from './rows.ts';
import { sendRow } from './send-row.ts';
import { takeRow } from './take-row.ts';

export type Settled = 'sent' | 'postponed' | 'unaddressed' | 'noLongerTrue' | 'unknown' | 'dead' | 'taken' | 'fault';

/**
 * What became of a row in one go. `paced`: untouched, and worth another look after `waitMs`. `taken`: somebody else had
 * it.
 */
export type Delivered = { readonly ending: Settled } | { readonly ending: 'paced'; readonly waitMs: number };

/**
 * Brings one due row as far as it will go now. Never rejects: a fault is logged here, once, and the row tried again
 * later.
 */
export async function deliverRow(parts: Parts, found: HeldRow): Promise<Delivered> {
  let held = found;
  try {
    for (;;) {
      const delivered = await deliverOnce(parts, held);
      if (delivered !== 'look_again') return delivered;
      const again = await fetchRow(parts.store, found.ref);
      if (again?.row.state !== 'due') return { ending: again?.row.state === 'dead' ? 'dead' : 'taken' };
      held = again;
    }
  } catch (error) {
    parts.log.error({ row: found.ref, ...describeFault(error) }, 'An outbox row could not be dealt with');
    await postpone(parts, held);
    return { ending: 'fault' };
  }
}

async function deliverOnce(parts: Parts, held: HeldRow): Promise<Delivered | 'look_again'> {
  const { row } = held;
  const now = parts.clock.now();
  if (row.patient) {
    const next = parts.workingTime.next(now);
    if (Temporal.Instant.compare(next, now) > 0) {
      return change(parts, held, { ...row, sendAt: sortableInstant(next) }, 'postponed');
    }
  }
  const [contact, ...others] = await contactsOf(parts, row.to);
  const sender = contact && parts.senders[contact.platform];
  if (contact === undefined || sender === undefined) return waitForAddress(parts, held);

  const early = parts.pace.look(contact.platform, row.to);
  if (!early.go && early.because !== 'platform') return { ending: 'paced', waitMs: early.waitMs };
  const message = await prepareMessage(parts, row, now);
  if (message === undefined) return change(parts, held, inState(row, 'no_longer_true'), 'noLongerTrue');

  const turn = await awaitTurn(parts, contact.platform, row.to);
  if ('waitMs' in turn) return { ending: 'paced', waitMs: turn.waitMs };
  const taken = await takeRow(parts, held).catch((error: unknown) => {
    parts.pace.giveBack(turn.platform, turn.person, turn.at);
    throw error;
  });
  if (taken === undefined) {
    parts.pace.giveBack(turn.platform, turn.person, turn.at);
    return { ending: 'taken' };
  }
  await useTurn(parts, turn);
  const after = await sendRow(parts, taken, { sender, contact, elsewhere: others.length > 0 }, message);
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
} as const satisfies Record<OutboxRow['state'], Delivered['ending']>;

async function change(parts: Parts, held: HeldRow, row: OutboxRow, ending: Settled): Promise<Delivered> {
  return { ending: (await changeRow(parts.store, held, row, parts.policy)) ? ending : 'taken' };
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

/** Puts a row that could not be prepared off, unless it has moved on. If not even that works, it stays due as it was. */
async function postpone(parts: Parts, held: HeldRow): Promise<void> {
  const { policy, random } = parts;
  const attempts = held.row.attempts + 1;
  const waitMs = backoffMs(attempts, policy, random);
  const row = dueAgain({ ...held.row, attempts }, waitMs, 'it could not be prepared', {
    now: parts.clock.now(),
    policy,
  });
  await changeRow(parts.store, held, row, policy).catch(() => undefined);
}
