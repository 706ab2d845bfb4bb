import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { VisitEntitlement } from '../../../src/core/framework-visits.ts';
import {
  awaitingRecord,
  lastVisit,
  nextVisit,
  recordedIn,
  VisitLedger,
  visitsSoFar,
} from '../../../src/features/visits/index.ts';
import { ledgerOf } from '../../harness/records.ts';

const TODAY = Temporal.PlainDate.from('2026-11-18');
const ledger = (...visits: string[]) => ledgerOf('alder', visits);
const SAID = [{ text: 'Some.', source: { document: 'd', section: '1' } }];

describe('What counts against the promise', () => {
  it.each([
    ['nothing recorded', [], 0],
    ['a visit of one half-day', ['2026-11-02 held'], 1],
    ['a visit of a whole day counts twice', ['2026-11-02 held x2'], 2],
    ['today’s counts', ['2026-11-18 held'], 1],
    ['one recorded for tomorrow does not yet', ['2026-11-19 held'], 0],
    ['one planned does not, even for a day that has passed', ['2026-11-02 planned', '2026-12-02 planned'], 0],
    ['one that is not counted does not', ['2026-11-02 held joint_review_group uncounted'], 0],
    ['a shared review that is counted does', ['2026-11-02 held shared_review'], 1],
  ])('%s', (_, visits, halfDays) => {
    expect(recordedIn('half_day', ledger(...visits), TODAY)).toBe(halfDays);
  });

  it('is counted in the promise’s own unit', () => {
    const visits = ledger('2026-10-01 held x2', '2026-10-08 held', '2026-10-15 held x2');
    expect(recordedIn('half_day', visits, TODAY)).toBe(5);
    expect(recordedIn('day', visits, TODAY)).toBe(2.5);
    expect(recordedIn('visit', visits, TODAY)).toBe(3);
  });

  it('never counts more than was held by that day, in whatever order visits are written down', () => {
    const visit = fc.record({
      day: fc.integer({ min: 0, max: 364 }),
      halfDays: fc.integer({ min: 1, max: 4 }),
      status: fc.constantFrom('held', 'planned'),
      counted: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 20 }), fc.integer({ min: 0, max: 364 }), (visits, on) => {
        const start = Temporal.PlainDate.from('2026-09-01');
        const today = start.add({ days: on });
        const body = visits.map(({ day, ...rest }, index) => ({
          ...rest,
          id: String(index),
          date: start.add({ days: day }).toString(),
          kind: 'core',
        }));
        const written = VisitLedger.parse({ v: 1, school: 'alder', academicYear: '2026-27', visits: body });
        const expected = visits
          .filter(({ day, status, counted }) => day <= on && status === 'held' && counted)
          .reduce((sum, each) => sum + each.halfDays, 0);
        return (
          recordedIn('half_day', written, today) === expected &&
          recordedIn('half_day', { ...written, visits: written.visits.toReversed() }, today) === expected
        );
      }),
    );
  });
});

describe('Visits set against a promise', () => {
  const atLeastFour: VisitEntitlement = {
    mode: 'at_least',
    min: 4,
    unit: 'half_day',
    per: 'academic_year',
    statements: SAID,
  };

  it('tells what was had beside it apart', () => {
    const so = visitsSoFar(atLeastFour, ledger('2026-10-01 held', '2026-10-08 held x2 additional uncounted'), TODAY);
    expect(so).toEqual({ recorded: 1, beside: 2, balance: { mode: 'at_least', promised: 4, recorded: 1, owed: 3 } });
  });

  it('counts a promise of whole days in days', () => {
    const twoDays: VisitEntitlement = { mode: 'exact', count: 2, unit: 'day', per: 'academic_year', statements: SAID };
    const so = visitsSoFar(twoDays, ledger('2026-10-01 held', '2026-10-08 held'), TODAY);
    expect(so.balance).toEqual({ mode: 'exact', promised: 2, recorded: 1, left: 1 });
  });

  it('counts half-days where no number is promised', () => {
    const none: VisitEntitlement = { mode: 'none', statements: SAID };
    expect(visitsSoFar(none, ledger('2026-10-01 held x2'), TODAY).balance).toEqual({ mode: 'none', recorded: 2 });
  });
});

describe('The diary', () => {
  const visits = ledger(
    '2026-11-10 held',
    '2026-09-20 held',
    '2026-12-09 planned',
    '2026-11-24 planned',
    '2026-11-30 held',
  );

  it('knows the last visit held, and takes none from the future', () => {
    expect(lastVisit(visits, TODAY)?.date).toBe('2026-11-10');
    expect(lastVisit(ledger(), TODAY)).toBeUndefined();
  });

  it('knows the next one planned, today’s included', () => {
    expect(nextVisit(visits, TODAY)?.date).toBe('2026-11-24');
    expect(nextVisit(ledger('2026-11-18 planned'), TODAY)?.date).toBe('2026-11-18');
    expect(nextVisit(ledger('2026-11-17 planned'), TODAY)).toBeUndefined();
  });

  it('does not forget a planned day that passed with nothing recorded of it', () => {
    const passed = ledger('2026-11-03 planned', '2026-11-05 planned', '2026-11-05 held', '2026-11-18 planned');
    expect(awaitingRecord(passed, TODAY).map((visit) => visit.date)).toEqual(['2026-11-03']);
  });
});
