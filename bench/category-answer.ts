/**
 * A full answer to "what category are we?" beside a bare botbuilder and restify echo, in one run: CPU per turn, requests a
 * second, latency and memory; with the demo's schools, and with the whole of England's in the register.
 *
 *   node bench/category-answer.ts [rounds]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareRoles } from './compare.ts';
import { startRole } from './harness.ts';
import { teamsQuestion } from './teams-question.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENGLAND = join(process.env.SHARED_DATA ?? join(ROOT, '../shared/data'), 'gias-england-scale.csv');
const DEMO = 'bot, demo schools';
const ALL = 'bot, 26,078 schools';
/** Heads with a level on record. */
const HEADS = ['01', '02', '03', '10', '11'];

const connector = await startRole('connector');
const others = [{ name: DEMO, role: await startRole('bot', { DATA_DIR: folder() }) }];
if (existsSync(ENGLAND)) others.push({ name: ALL, role: await startRole('bot', { DATA_DIR: withEngland() }) });
else console.log(`Skipped: the bot with England's register (${ENGLAND} is not here)`);

const cpu = await compareRoles({
  floor: { name: 'echo', role: await startRole('teams-echo') },
  others,
  requests: HEADS.map((nn) => teamsQuestion(nn, `http://127.0.0.1:${connector.port}/`, 'What category are we?')),
  rounds: Number(process.argv[2] ?? 5),
});
const [all, demo] = [cpu.get(ALL), cpu.get(DEMO)];
if (all && demo) console.log(`${ALL} / ${DEMO}, CPU per turn: ${(all / demo).toFixed(2)}`);
connector.child.kill();

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'partnership-bench-'));
}

function withEngland(): string {
  const data = folder();
  const env = { ...process.env, DATA_DIR: data };
  execFileSync(process.execPath, [join(ROOT, 'src/import.ts'), '--gias', ENGLAND, '--all-types'], {
    env,
    stdio: 'ignore',
  });
  return data;
}
