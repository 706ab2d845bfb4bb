import { sortableInstant } from '../core/clock.ts';
import type { OutboxRow } from '../core/outbox.ts';
import { StoreUnavailableError } from '../core/store.ts';
import type { Parts } from './parts.ts';
import { changeRow, changeRows, fetchRow, type HeldRow, inState } from './rows.ts';
import { sleep } from './timer.ts';

type Ours = Pick<Parts, 'store' | 'clock' | 'policy' | 'me' | 'timer'>;

/**
 * Takes a row for sending, by etag: of all who try, one gets it and the others get `undefined`. Done at the last
 * moment, with the message ready, so that `sending` always means that the platform may have it already. Throws when the
 * store cannot say.
 */
export function takeRow(parts: Ours, held: HeldRow): Promise<HeldRow | undefined> {
  const row = taken(parts, held.row);
  return mindful(parts, held, row, () => changeRow(parts.store, held, row, parts.policy));
}

/**
 * Takes a change and the row whose card it changes, both or neither: whoever prepared another change of that card, or that
 * card itself, before this was written, cannot take theirs any more and prepares afresh.
 */
export function takeChange(
  parts: Ours,
  held: HeldRow,
  of: HeldRow,
  offered: readonly string[],
): Promise<HeldRow | undefined> {
  const row = taken(parts, held.row);
  const marked: OutboxRow = { ...of.row, offered: [...offered], changedBy: held.ref.id };
  return mindful(parts, held, row, async () => {
    const both = [
      { held, row },
      { held: of, row: marked },
    ];
    return (await changeRows(parts.store, both, parts.policy))?.[0];
  });
}

function taken(parts: Ours, row: OutboxRow): OutboxRow {
  const leaseUntil = parts.clock.now().add({ milliseconds: parts.policy.leaseMs });
  return {
    ...inState(row, 'sending', row.lastTrouble),
    attempts: row.attempts + 1,
    leaseUntil: sortableInstant(leaseUntil),
    takenBy: parts.me,
  };
}

/** A store that does not say whether it wrote is asked what it holds. */
async function mindful(
  parts: Ours,
  held: HeldRow,
  row: OutboxRow,
  take: () => Promise<HeldRow | undefined>,
): Promise<HeldRow | undefined> {
  try {
    return await take();
  } catch (error) {
    if (!mayHaveCommitted(error)) throw error;
    const found = await insist(parts, () => fetchRow(parts.store, held.ref));
    return found && found.row.state === 'sending' && isSameSending(found.row, row) ? found : undefined;
  }
}

/**
 * Writes down how a sending ended. Knowing beats guessing: if meanwhile somebody gave the row up as `unknown`, that is
 * put right. Nothing is written once the row has moved on (an officer decided, or it was sent again). Tries for as long
 * as `policy.recording` says and then throws, leaving the row to become `unknown` when its lease ends.
 */
export async function recordEnding(parts: Ours, taken: HeldRow, ended: OutboxRow): Promise<void> {
  let held: HeldRow | undefined = taken;
  await insist(parts, async () => {
    for (;;) {
      held ??= await fetchRow(parts.store, taken.ref);
      if (held === undefined || !isSameSending(held.row, taken.row)) return;
      if (held.row.state !== 'sending' && held.row.state !== 'unknown') return;
      const now = held;
      held = undefined;
      if ((await changeRow(parts.store, now, ended, parts.policy)) !== undefined) return;
    }
  });
}

function isSameSending(a: OutboxRow, b: OutboxRow): boolean {
  return a.takenBy === b.takenBy && a.attempts === b.attempts;
}

function mayHaveCommitted(error: unknown): boolean {
  return !(error instanceof StoreUnavailableError) || error.mayHaveCommitted;
}

async function insist<T>(parts: Ours, attempt: () => Promise<T>): Promise<T> {
  const { tries, firstMs } = parts.policy.recording;
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tried >= tries) throw error;
      await sleep(parts.timer, firstMs * 2 ** (tried - 1));
    }
  }
}
