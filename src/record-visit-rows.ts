import type { Store } from './core/store.ts';
import { ledgerWrite, readLedger, type Visit, type VisitLedger } from './features/visits/index.ts';
import type { VisitRow, VisitRowSink } from './importing/visits/visit-row.ts';
import type { SinkPlan } from './importing/writing/row-sink.ts';
import { settle } from './importing/writing/settle.ts';

/**
 * Adds an import's visits to each school's ledger of the year, and corrects those an earlier import added. A visit that was
 * recorded in conversation is never counted again, and none is ever taken away.
 */
export function recordVisitRows(store: Store): VisitRowSink {
  return async (rows) => {
    const commits: SinkPlan['commits'][number][] = [];
    let unchanged = 0;
    for (const some of byLedger(rows).values()) {
      const [first] = some;
      if (!first) continue;
      const held = await readLedger(store, first.school, first.academicYear);
      const { change, writes } = await settle(store, [ledgerWrite(together(held, some))]);
      if (change === 'unchanged') unchanged += 1;
      else commits.push({ change, writes });
    }
    return { commits, unchanged, refused: [] };
  };
}

function byLedger(rows: readonly VisitRow[]): ReadonlyMap<string, readonly VisitRow[]> {
  const ledgers = new Map<string, VisitRow[]>();
  for (const row of rows) {
    const key = `${row.school} ${row.academicYear}`;
    ledgers.set(key, [...(ledgers.get(key) ?? []), row]);
  }
  return ledgers;
}

function together(held: VisitLedger, rows: readonly VisitRow[]): VisitLedger {
  const visits = new Map(held.visits.map((visit) => [visit.id, visit]));
  for (const row of rows) {
    const visit = visitOf(row);
    const told = held.visits.some(
      ({ id, date, kind }) => !isImported(id) && date === visit.date && kind === visit.kind,
    );
    if (!told) visits.set(visit.id, visit);
  }
  return { ...held, visits: [...visits.values()].sort((a, b) => a.date.localeCompare(b.date)) };
}

const IMPORTED = 'import-';

function isImported(id: string): boolean {
  return id.startsWith(IMPORTED);
}

/** The same id on every run, so that a row corrected in the file corrects its visit. */
function visitOf({ date, kind, ordinal, halfDays, status, counted, focus, adviser }: VisitRow): Visit {
  return {
    id: `${IMPORTED}${date}-${kind}-${ordinal}`,
    date,
    halfDays,
    kind,
    counted,
    status,
    ...(focus === undefined ? {} : { focus }),
    ...(adviser === undefined ? {} : { adviser }),
  };
}
