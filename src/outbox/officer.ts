import { sortableInstant } from '../core/clock.ts';
import { OUTBOX_TYPE, type OutboxRow } from '../core/outbox.ts';
import type { Ref } from '../core/store.ts';
import type { Parts } from './parts.ts';
import { changeRow, fetchRow, inState, readRow } from './rows.ts';

export type Troubled = 'dead' | 'unknown' | 'waiting_for_address';

/** A message that did not arrive, or may not have. Not what it says: an officer need not be somebody who may know that. */
export interface TroubledRow {
  readonly ref: Ref;
  readonly state: Troubled;
  /** Absent, like all that follows it, when the row cannot be read. */
  readonly to?: OutboxRow['to'];
  readonly kind?: OutboxRow['kind'];
  /** The card's name, or the feature and reason of a reminder. Still a sign of what it is about: disclose with care. */
  readonly what?: string;
  readonly sendAt?: string;
  readonly attempts?: number;
  readonly trouble?: string;
}

export interface TroubledPage {
  readonly rows: readonly TroubledRow[];
  readonly continuation?: string;
}

/** What an officer decided about a row: it did arrive; it is to be sent (again); it is to be let go. */
export type Verdict = 'arrived' | 'send_again' | 'let_go';

const LISTED = {
  dead: true,
  unknown: true,
  waiting_for_address: true,
} as const satisfies Record<Troubled, true>;

/** Rows a person must decide about, the longest waiting first. Throws as the store does. */
export async function listTroubled(
  parts: Pick<Parts, 'store'>,
  ask: { readonly states?: readonly Troubled[]; readonly continuation?: string },
): Promise<TroubledPage> {
  const page = await parts.store.query({
    type: OUTBOX_TYPE,
    where: [{ field: 'state', in: ask.states ?? ['dead', 'unknown'] }],
    orderBy: { field: 'sendAt', direction: 'ascending' },
    ...(ask.continuation === undefined ? {} : { continuation: ask.continuation }),
  });
  const rows = page.items.flatMap((stored): readonly TroubledRow[] => {
    const held = readRow(stored);
    const ref = { partition: stored.partition, id: stored.id };
    if (held === undefined) return [{ ref, state: 'dead', trouble: 'it could not be read' }];
    const { row } = held;
    if (!isTroubled(row.state)) return [];
    const trouble = row.lastTrouble === undefined ? {} : { trouble: row.lastTrouble };
    const { to, kind, sendAt, attempts } = row;
    return [{ ref, state: row.state, to, kind, what: whatItIs(row), sendAt, attempts, ...trouble }];
  });
  return page.continuation === undefined ? { rows } : { rows, continuation: page.continuation };
}

/**
 * Carries out an officer's decision about a dead or unknown row. False when the row is neither any more, cannot be read, or
 * changed that moment: look again. The caller records who decided.
 */
export async function settleTroubled(
  parts: Pick<Parts, 'store' | 'clock' | 'policy'>,
  ref: Ref,
  verdict: Verdict,
): Promise<boolean> {
  const held = await fetchRow(parts.store, ref);
  if (held === undefined || (held.row.state !== 'dead' && held.row.state !== 'unknown')) return false;
  const { row } = held;
  const next = {
    arrived: () => inState(row, 'sent', 'an officer found that it had arrived'),
    send_again: () => ({ ...inState(row, 'due', row.lastTrouble), sendAt: sortableInstant(parts.clock.now()) }),
    let_go: () => inState(row, 'no_longer_true', 'an officer let it go'),
  } satisfies Record<Verdict, () => OutboxRow>;
  return (await changeRow(parts.store, held, next[verdict](), parts.policy)) !== undefined;
}

function whatItIs(row: OutboxRow): string {
  if (row.kind === 'notice') return row.card;
  return row.kind === 'change' ? `change of ${row.of}` : `${row.feature}: ${row.reason}`;
}

function isTroubled(state: OutboxRow['state']): state is Troubled {
  return state in LISTED;
}
