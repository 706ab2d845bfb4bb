import { describe, expect, it } from 'vitest';
import { SchoolId } from '../../../src/core/ids.ts';
import { ledgerWrite, readLedger } from '../../../src/features/visits/index.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import { A_SCHOOL_DAY } from '../../harness/bot.ts';
import { LAST_YEAR, ledgerOf, THIS_YEAR } from '../../harness/records.ts';

const ALDER = SchoolId.parse('alder');

describe('A year’s visits', () => {
  it('are one document, read back as they were written', async () => {
    const store = openSqliteStore({ file: ':memory:', clock: { now: () => A_SCHOOL_DAY } });
    const ledger = ledgerOf('alder', ['2026-10-01 held', '2026-12-01 planned']);
    await store.commit([ledgerWrite(ledger)]);
    expect(await readLedger(store, ALDER, THIS_YEAR)).toEqual(ledger);
  });

  it('are none when none was ever recorded, and another year’s are never taken for them', async () => {
    const store = openSqliteStore({ file: ':memory:', clock: { now: () => A_SCHOOL_DAY } });
    await store.commit([ledgerWrite(ledgerOf('alder', ['2026-07-01 held'], LAST_YEAR))]);
    expect((await readLedger(store, ALDER, THIS_YEAR)).visits).toEqual([]);
  });

  it('cannot be written with nonsense in them', () => {
    const [visit] = ledgerOf('alder', ['2026-10-01 held']).visits;
    const spoiled = { ...ledgerOf('alder', []), visits: [{ ...visit, halfDays: 0 }] };
    expect(() => ledgerWrite(spoiled as never)).toThrow('halfDays');
  });
});
