import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { describeStoreContract } from '../contracts/store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-contract-'));
afterAll(() => rmSync(folder, { recursive: true }));

describeStoreContract('sqlite', {
  open: async (clock) => openSqliteStore({ file: join(folder, 'contract.db'), clock }),
  histories: 300,
});
