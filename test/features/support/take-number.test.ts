import { expect, it } from 'vitest';
import { takeNumber } from '../../../src/features/support/take-number.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import { NOW } from './examples.ts';

const open = () => openSqliteStore({ file: ':memory:', clock: { now: () => NOW } });

it('gives each request of a year its own number, even to many at once', async () => {
  const store = open();
  const refs = await Promise.all(Array.from({ length: 25 }, (_, index) => takeNumber(store, 2026, `form-${index}`)));
  expect(new Set(refs).size).toBe(25);
  expect(refs.toSorted()[0]).toBe('SR-2026-0001');
  expect(refs.toSorted().at(-1)).toBe('SR-2026-0025');
});

it('gives the same form the same number, however often it is sent', async () => {
  const store = open();
  const refs = await Promise.all(Array.from({ length: 10 }, () => takeNumber(store, 2026, 'form')));
  expect(new Set(refs)).toEqual(new Set(['SR-2026-0001']));
});

it('begins again each year', async () => {
  const store = open();
  await takeNumber(store, 2026, 'a');
  expect(await takeNumber(store, 2027, 'b')).toBe('SR-2027-0001');
});
