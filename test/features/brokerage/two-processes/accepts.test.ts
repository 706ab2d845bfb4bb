import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Bot, openBot } from '../../../harness/bot.ts';
import { addPerson, PRIYA_NORTH, sendRequest, withoutOwnAdviser } from '../desk.ts';

const BOT = fileURLToPath(new URL('./bot.ts', import.meta.url));
const REQUESTS = 20;
const ADVISERS = Array.from({ length: 50 }, (_, index) => String(100 + index));

const Report = z.object({
  answers: z.array(z.object({ nn: z.string(), request: z.string(), said: z.string() })),
  faults: z.array(z.string()),
});
type Answered = z.infer<typeof Report>['answers'];

/** A thousand presses of "I'll take it" at once, over two processes on one file, after which the file is read again. */
describe('Fifty advisers who accept twenty requests at the same moment, in two bots on one file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accepts-'));
  const file = join(folder, 'store.sqlite');
  let bot: Bot;
  let refs: string[];
  let answers: Answered;
  let faults: string[];

  beforeAll(async () => {
    bot = await openBot({ file });
    await withoutOwnAdviser(bot, 'northcliffe');
    for (const [index, nn] of ADVISERS.entries()) {
      // So many are asked together; the others are over them all and may accept as well.
      const grant =
        index < 19
          ? { role: 'adviser', scope: { type: 'area', id: 'north' } }
          : { role: 'senior_adviser', scope: { type: 'authority' } };
      await addPerson(bot, { nn, id: `adviser-${nn}`, name: `Adviser ${nn}`, grants: [grant] });
    }
    refs = [];
    for (let n = 0; n < REQUESTS; n += 1) {
      refs.push(await sendRequest(bot, { form: `form-${n}`, focus: FOCUSES[n % FOCUSES.length] ?? '', asWell: true }));
    }
    const halves = [ADVISERS.filter((_, index) => index % 2 === 0), ADVISERS.filter((_, index) => index % 2 === 1)];
    const reports = await Promise.all(await runTogether(halves));
    answers = reports.flatMap((report) => report.answers);
    faults = reports.flatMap((report) => report.faults);
  }, 120_000);

  afterAll(async () => {
    await bot.store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function runTogether(
    halves: readonly (readonly string[])[],
  ): Promise<readonly Promise<z.infer<typeof Report>>[]> {
    const bots = halves.map((people) =>
      spawn(process.execPath, [BOT, file, people.join(','), refs.join(',')], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    await Promise.all(bots.map((child) => once(child.stdout, 'data')));
    const reports = bots.map(async (child) => Report.parse(JSON.parse(await text(child.stdout))));
    for (const child of bots satisfies readonly ChildProcess[]) child.stdin.write('go\n');
    return reports;
  }

  it('are all answered, and nothing goes wrong inside', () => {
    expect(answers).toHaveLength(ADVISERS.length * REQUESTS);
    expect(faults).toEqual([]);
  });

  it('each have what they were told they have: one owner a request, by one line of history', async () => {
    for (const ref of refs) {
      const winners = answers.filter(({ request, said }) => request === ref && said.includes('It is yours'));
      expect(winners.map(({ nn }) => nn)).toHaveLength(1);
      const held = await bot.store.get({ partition: `request:${ref}`, id: 'request' });
      expect(held?.body).toMatchObject({ state: 'assigned', owner: { person: `adviser-${winners[0]?.nn}` } });
      const history = await bot.store.query({ type: 'support-entry', partition: `request:${ref}` });
      expect(history.items.map(({ body }) => body.did).sort()).toEqual(['accept', 'submit']);
    }
  });

  it('are told who has it when it is not they', () => {
    for (const ref of refs) {
      const winner = answers.find(({ request, said }) => request === ref && said.includes('It is yours'));
      const others = answers.filter(({ request, nn }) => request === ref && nn !== winner?.nn);
      for (const { said } of others) expect(said).toContain(`Adviser ${winner?.nn} has ${ref} now`);
    }
  });

  it('cost the headteacher one message a request', async () => {
    for (const ref of refs) {
      const rows = await bot.store.query({ type: 'outbox', partition: `request:${ref}`, limit: 500 });
      const news = rows.items.filter(({ body }) => body.reason === 'news' && body.to === 'head-northcliffe');
      expect(news).toHaveLength(1);
    }
  });

  it('leave out nobody who was asked: Priya Nair, who was too late, could not accept afterwards either', async () => {
    const [ref = ''] = refs;
    const answer = await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: ref });
    expect(answer.here.map(({ summary }) => summary).join()).toContain(`has ${ref} now`);
  });
});

const FOCUSES = ['phonics', 'maths', 'writing', 'science'];
