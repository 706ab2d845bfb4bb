import { sortableInstant } from '../core/clock.ts';
import { OUTBOX_TYPE } from '../core/outbox.ts';
import type { Stored } from '../core/store.ts';
import { type Delivered, deliverRow } from './deliver-row.ts';
import { runInLanes } from './lanes.ts';
import { type Parts, PLATFORMS } from './parts.ts';
import { eachPage, type HeldRow, readRow } from './rows.ts';
import { type Buried, buryUnreadable } from './unreadable.ts';

/** What one look through the due rows did. Rows counted under `taken` were another instance's. */
export interface Pass {
  readonly sent: number;
  /** Cards sent before that say now what is so now. */
  readonly changed: number;
  /** Errands run. */
  readonly done: number;
  /** Due still, or put off: limits, working hours, a platform that said "later". */
  readonly waiting: number;
  /** Of those, put off to a later `sendAt`. */
  readonly postponed: number;
  /** Waiting until their person has an address. */
  readonly unaddressed: number;
  readonly noLongerTrue: number;
  readonly unknown: number;
  readonly dead: number;
  readonly taken: number;
  readonly faults: number;
  /** After how many ms another look is worth while; absent when only new rows or the passing of time bring more. */
  readonly againInMs?: number;
}

type Tally = { -readonly [Key in keyof Pass]: Pass[Key] };

export const nothing = (): Tally => ({
  sent: 0,
  changed: 0,
  done: 0,
  waiting: 0,
  postponed: 0,
  unaddressed: 0,
  noLongerTrue: 0,
  unknown: 0,
  dead: 0,
  taken: 0,
  faults: 0,
});

/**
 * One look through everything due: what somebody is waiting for first, then what can wait. `hurried` is asked after
 * each page of the latter; when something new has been queued, the rest is left to the next pass, behind it. Throws
 * when a query does.
 */
export async function deliverDue(parts: Parts, tally: Tally, hurried: () => boolean): Promise<void> {
  const heldBack = new Set<string>();
  for (const patient of [false, true]) {
    for await (const page of eachPage(parts.store, {
      type: OUTBOX_TYPE,
      where: [
        { field: 'state', eq: 'due' },
        { field: 'patient', eq: patient },
        { field: 'sendAt', to: sortableInstant(parts.clock.now()) },
      ],
      orderBy: { field: 'sendAt', direction: 'ascending' },
      limit: parts.policy.pageSize,
    })) {
      await deliverPage(parts, page, heldBack, tally);
      if (parts.stopping() || allQuiet(parts)) return;
      if (patient && hurried()) {
        tally.againInMs = 0;
        return;
      }
    }
  }
}

const UNREADABLE = { buried: 'dead', newer: 'waiting', failed: 'faults' } as const satisfies Record<Buried, keyof Pass>;

/** Every platform has asked for quiet: the next page would fare no better than this one. */
function allQuiet({ senders, pace }: Parts): boolean {
  const platforms = PLATFORMS.filter((platform) => senders[platform] !== undefined);
  return platforms.length > 0 && platforms.every((platform) => pace.isPaused(platform));
}

async function deliverPage(parts: Parts, page: readonly Stored[], heldBack: Set<string>, tally: Tally): Promise<void> {
  const rows: HeldRow[] = [];
  for (const stored of page) {
    const held = readRow(stored);
    if (held) rows.push(held);
    else tally[UNREADABLE[await buryUnreadable(parts, stored)]] += 1;
  }
  await runInLanes(
    startAnywhere(rows, parts.random),
    { width: parts.policy.lanes, key: (held) => held.row.to },
    async (held) => {
      if (parts.stopping()) return;
      if (heldBack.has(held.row.to)) {
        tally.waiting += 1;
        return;
      }
      const delivered = await deliverRow(parts, held);
      count(tally, delivered);
      if (delivered.ending === 'paced') heldBack.add(held.row.to);
    },
  );
}

/**
 * Several instances reading the same page begin at different places, so as not to race for every row. A person's order
 * stays.
 */
function startAnywhere(rows: readonly HeldRow[], random: () => number): readonly HeldRow[] {
  const start = Math.floor(random() * rows.length);
  const first = new Set(rows.slice(start).map((held) => held.row.to));
  const isFirst = (held: HeldRow): boolean => first.has(held.row.to);
  return [...rows.filter(isFirst), ...rows.filter((held) => !isFirst(held))];
}

function count(tally: Tally, delivered: Delivered): void {
  if (delivered.ending === 'paced') {
    tally.waiting += 1;
    tally.againInMs = Math.min(tally.againInMs ?? delivered.waitMs, delivered.waitMs);
  } else if (delivered.ending === 'postponed') {
    tally.waiting += 1;
    tally.postponed += 1;
  } else if (delivered.ending === 'fault') tally.faults += 1;
  else if (delivered.ending === 'done') {
    tally.done += 1;
    // What it queued is due, perhaps behind where this look has got to.
    tally.againInMs = 0;
  } else tally[delivered.ending] += 1;
}
