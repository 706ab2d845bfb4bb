/**
 * Taking a request on: alone, and by fifty people at the same moment, each press a whole turn of the bot on the embedded store:
 *
 *   node bench/accepts.ts [requests, 40]
 *
 * The ratio of the last line says what it costs that others press too; the floor is a press that only shows a request.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPerson, sendRequest, withoutOwnAdviser } from '../test/features/brokerage/desk.ts';
import { type Bot, openBot } from '../test/harness/bot.ts';

const [requests = 40] = process.argv.slice(2).map(Number);
const PEOPLE = Array.from({ length: 50 }, (_, index) => String(100 + index));
const FOCUSES = ['phonics', 'maths', 'writing', 'science'];

const folder = mkdtempSync(join(tmpdir(), 'accepts-bench-'));
const bot = await openBot({ file: join(folder, 'store.sqlite') });
await withoutOwnAdviser(bot, 'northcliffe');
for (const nn of PEOPLE) {
  const grants = [{ role: 'senior_adviser', scope: { type: 'authority' } }];
  await addPerson(bot, { nn, id: `adviser-${nn}`, name: `Adviser ${nn}`, grants });
}

const send = (n: number) =>
  sendRequest(bot, { form: `form-${n}`, focus: FOCUSES[n % FOCUSES.length] ?? '', asWell: true });
const press = (from: Bot, nn: string, verb: string, request: string) => from.press(nn, verb, { request });

async function measure(what: string, presses: number, run: () => Promise<void>): Promise<number> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  await run();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  const each = (user + system) / 1000 / presses;
  console.log(`${what.padEnd(44)} ${(ms / presses).toFixed(2)} ms a press · cpu ${each.toFixed(2)} ms a press`);
  return ms / presses;
}

const warm = await Promise.all(Array.from({ length: 5 }, (_, n) => send(n)));
for (const ref of warm) for (const nn of PEOPLE) await press(bot, nn, 'support.show', ref);

const alone: string[] = [];
for (let n = 0; n < requests; n += 1) alone.push(await send(1_000 + n));
const shown = await measure('one person looks at a request', requests, async () => {
  for (const ref of alone) await press(bot, '100', 'support.show', ref);
});
const first = await measure('one person takes a request on', requests, async () => {
  for (const ref of alone) await press(bot, '100', 'brokerage.accept', ref);
});

const together: string[] = [];
for (let n = 0; n < requests; n += 1) together.push(await send(10_000 + n));
const many = await measure('fifty people take the same request on at once', requests * PEOPLE.length, async () => {
  for (const ref of together) await Promise.all(PEOPLE.map((nn) => press(bot, nn, 'brokerage.accept', ref)));
});
console.log(`taking on / looking, time a press: ${(first / shown).toFixed(2)}`);
console.log(`fifty at once / alone, time a press: ${(many / first).toFixed(2)}`);

await bot.store.close();
rmSync(folder, { recursive: true, force: true });
