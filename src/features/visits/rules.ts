import type { Temporal } from 'temporal-polyfill';
import type { Visit, VisitLedger } from './schema.ts';

/** Half-days that were held, are counted against the promise, and are not in the future. */
export function recordedHalfDays(ledger: VisitLedger, today: Temporal.PlainDate): number {
  return held(ledger, today)
    .filter((visit) => visit.counted)
    .reduce((sum, visit) => sum + visit.halfDays, 0);
}

/** Half-days held beside the promise: Ofsted support, bought-in days, joint review groups. */
export function uncountedHalfDays(ledger: VisitLedger, today: Temporal.PlainDate): number {
  return held(ledger, today)
    .filter((visit) => !visit.counted)
    .reduce((sum, visit) => sum + visit.halfDays, 0);
}

export function lastVisit(ledger: VisitLedger, today: Temporal.PlainDate): Visit | undefined {
  return held(ledger, today)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .at(-1);
}

/** The next one in the diary, today's included. */
export function nextVisit(ledger: VisitLedger, today: Temporal.PlainDate): Visit | undefined {
  return ledger.visits
    .filter((visit) => visit.status === 'planned' && visit.date >= today.toString())
    .toSorted((a, b) => a.date.localeCompare(b.date))[0];
}

function held(ledger: VisitLedger, today: Temporal.PlainDate): readonly Visit[] {
  return ledger.visits.filter((visit) => visit.status === 'held' && visit.date <= today.toString());
}
