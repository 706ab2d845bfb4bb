/**
 * One bot as a process of its own, for the test that runs two on one file: `bot.ts <store file> <ledger file> <name>
 * [together]`. It says "ready", begins at the first line it hears, writes a line to the ledger for every message it
 * delivers, and ends when a whole look finds nothing left. `together`: its first messages are on their way until
 * another bot has sent one too.
 */

import { once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { createOutbox } from '../../../src/outbox/create-outbox.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';

const [file = '', ledger = '', name = '', together] = process.argv.slice(2);

function otherHasSent(): boolean {
  const lines = readFileSync(ledger, 'utf8').split('\n').filter(Boolean);
  return lines.some((line) => !line.startsWith(`${name} `));
}

const clock = { now: () => Temporal.Now.instant() };
const store = openSqliteStore({ file, clock });
const unlimited = { conversation: [], platform: [] };
const outbox = createOutbox({
  store,
  clock,
  render: ({ summary }) => ({ summary }),
  senders: {
    teams: {
      async send(address, message) {
        appendFileSync(ledger, `${name} ${message.summary}\n`);
        await delay(2);
        while (together && !otherHasSent()) await delay(2);
        return { outcome: 'sent', address };
      },
      update: () => Promise.reject(new Error('The outbox changes no message')),
    },
  },
  stillDue: {},
  workingTime: { next: (at) => at },
  log: { debug: () => {}, warn: console.error, error: console.error },
  instance: name,
  policy: { limits: { teams: unlimited, slack: unlimited } },
});

process.stdout.write('ready\n');
await once(process.stdin, 'data');
let pass = await outbox.tick();
let taken = pass.taken;
while (pass.sent + pass.taken > 0) {
  pass = await outbox.tick();
  taken += pass.taken;
}
await outbox.stop();
await store.close();
process.stdout.write(`${JSON.stringify({ faults: pass.faults, taken })}\n`);
process.exit(0);
