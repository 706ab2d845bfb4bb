import type { Temporal } from 'temporal-polyfill';
import { type VisitBalance, type VisitEntitlement, visitBalance } from '../../core/framework-visits.ts';
import type { Visit, VisitLedger } from './schema.ts';

/** What an entitlement is counted in. */
export type VisitUnit = Extract<VisitEntitlement, { unit: unknown }>['unit'];

/** One year's visits set against what a level promises, everything in the promise's own unit. */
export interface VisitsSoFar {
  /** Held, counted against the promise, and not in the future. */
  readonly recorded: number;
  /** Held beside the promise: Ofsted support, bought-in days, joint review groups. */
  readonly beside: number;
  readonly balance: VisitBalance;
}

/** `stated` is the number in the school's own action plan, where it has one; it is in the same unit. */
export function visitsSoFar(
  entitlement: VisitEntitlement,
  ledger: VisitLedger,
  today: Temporal.PlainDate,
  stated?: number,
): VisitsSoFar {
  const unit = entitlement.mode === 'none' ? 'half_day' : entitlement.unit;
  const recorded = recordedIn(unit, ledger, today);
  const beside = measure(
    unit,
    held(ledger, today).filter((visit) => !visit.counted),
  );
  return { recorded, beside, balance: visitBalance(entitlement, recorded, stated) };
}

/** Visits held and counted against the promise so far. */
export function recordedIn(unit: VisitUnit, ledger: VisitLedger, today: Temporal.PlainDate): number {
  return measure(
    unit,
    held(ledger, today).filter((visit) => visit.counted),
  );
}

/** A ledger is kept in half-days whatever the promise is made in: 1 is a morning or an afternoon. */
function measure(unit: VisitUnit, visits: readonly Visit[]): number {
  const halfDays = visits.reduce((sum, visit) => sum + visit.halfDays, 0);
  switch (unit) {
    case 'half_day':
      return halfDays;
    case 'day':
      return halfDays / 2;
    case 'visit':
      return visits.length;
  }
}

export function lastVisit(ledger: VisitLedger, today: Temporal.PlainDate): Visit | undefined {
  return byDate(held(ledger, today)).at(-1);
}

/** The next one in the diary, today's included. */
export function nextVisit(ledger: VisitLedger, today: Temporal.PlainDate): Visit | undefined {
  return byDate(planned(ledger).filter((visit) => visit.date >= today.toString()))[0];
}

/** Planned for a day that has passed, with nothing recorded of that day since: it counts for nothing until somebody does. */
export function awaitingRecord(ledger: VisitLedger, today: Temporal.PlainDate): readonly Visit[] {
  const recorded = new Set(held(ledger, today).map((visit) => visit.date));
  return byDate(planned(ledger).filter(({ date }) => date < today.toString() && !recorded.has(date)));
}

function held(ledger: VisitLedger, today: Temporal.PlainDate): readonly Visit[] {
  return ledger.visits.filter((visit) => visit.status === 'held' && visit.date <= today.toString());
}

function planned(ledger: VisitLedger): readonly Visit[] {
  return ledger.visits.filter((visit) => visit.status === 'planned');
}

function byDate(visits: readonly Visit[]): readonly Visit[] {
  return visits.toSorted((a, b) => a.date.localeCompare(b.date));
}
