import type { OutboxRow } from '../core/outbox.ts';
import { dueAgain } from './after-send.ts';
import { deliverChange } from './deliver-change.ts';
import { deliverMessage } from './deliver-message.ts';
import { describeFault } from './fault.ts';
import type { Parts } from './parts.ts';
import { backoffMs } from './policy.ts';
import { changeRow, fetchRow, type HeldRow } from './rows.ts';
import { runErrand } from './run-errand.ts';

export type Settled =
  | 'sent'
  | 'changed'
  | 'done'
  | 'postponed'
  | 'unaddressed'
  | 'noLongerTrue'
  | 'unknown'
  | 'dead'
  | 'taken'
  | 'fault';

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

function deliverOnce(parts: Parts, held: HeldRow): Promise<Delivered | 'look_again'> {
  const { row } = held;
  switch (row.kind) {
    case 'change':
      return deliverChange(parts, { ...held, row });
    case 'errand':
      return runErrand(parts, { ...held, row });
    default:
      return deliverMessage(parts, { ...held, row });
  }
}

/** Puts a row that could not be prepared off, unless it has moved on. If not even that works, it stays due as it was. */
async function postpone(parts: Parts, held: HeldRow): Promise<void> {
  const { policy, random } = parts;
  const attempts = held.row.attempts + 1;
  const waitMs = backoffMs(attempts, policy, random);
  const row: OutboxRow = dueAgain({ ...held.row, attempts }, waitMs, 'it could not be prepared', {
    now: parts.clock.now(),
    policy,
  });
  await changeRow(parts.store, held, row, policy).catch(() => undefined);
}
