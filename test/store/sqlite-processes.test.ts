import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { stoppedClock } from '../contracts/store/scene.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-processes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = fileURLToPath(new URL('./support/sqlite-writer.ts', import.meta.url));

/** Starts a writer; `lines` fills as it speaks, and `until` waits for so many lines, or its end. */
function startWriter(...args: string[]) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const ended = once(child, 'close');
  const speech = createInterface({ input: child.stdout });
  speech.on('line', (line) => lines.push(line));
  const until = async (count: number) => {
    while (lines.length < count) await Promise.race([once(speech, 'line'), ended]);
  };
  return { child, lines, until, ended };
}

describe('a process killed while it writes', { timeout: 60_000 }, () => {
  it('loses no commit that was acknowledged, and leaves none half made', async () => {
    const file = join(folder, 'killed.db');
    const partition = 'school:northcliffe';
    let from = 0;
    for (const acknowledgedBeforeKill of [1, 40, 150, 90, 300, 10]) {
      const writer = startWriter(file, 'write', `${from}`);
      await writer.until(acknowledgedBeforeKill);
      writer.child.kill('SIGKILL');
      await writer.ended;

      const store = openSqliteStore({ file, clock: stoppedClock() });
      for (const n of writer.lines.map(Number)) {
        for (const id of [`first-${n}`, `second-${n}`]) {
          expect((await store.get({ partition, id }))?.body, id).toEqual({ n, text: 'x'.repeat(n % 3000) });
        }
      }
      // One more commit may have been made than was said.
      for (let n = from + writer.lines.length; ; n++) {
        const pair = await Promise.all(['first', 'second'].map((id) => store.get({ partition, id: `${id}-${n}` })));
        expect(pair[0] === undefined).toBe(pair[1] === undefined);
        from = n;
        if (pair[0] === undefined) break;
      }
      await store.close();
    }
    expect(from).toBeGreaterThanOrEqual(591);
  });
});

describe('two processes on one file', { timeout: 60_000 }, () => {
  it('may both open it while it is new, and never both win with the same etag', async () => {
    const file = join(folder, 'shared', 'contended.db');
    const rounds = 300;
    const writers = [startWriter(file, 'compete', `${rounds}`), startWriter(file, 'compete', `${rounds}`)];
    await Promise.all(writers.map((writer) => writer.until(1)));
    const store = openSqliteStore({ file, clock: stoppedClock() });
    const ref = { partition: 'school:northcliffe', id: 'turn' };
    await store.commit([{ kind: 'put', ref, type: 'turn', body: { round: 0 }, guard: 'must-not-exist' }]);
    for (const writer of writers) writer.child.stdin.write('go\n');
    // Losing a turn is an answer, not a breakdown.
    expect(await Promise.all(writers.map((writer) => writer.ended))).toEqual([
      [0, null],
      [0, null],
    ]);

    const won = writers.flatMap(({ lines }) => lines.filter((line) => line.startsWith('won')));
    expect(won.map((line) => Number(line.slice(4))).toSorted((a, b) => a - b)).toEqual([...Array(rounds).keys()]);
    expect((await store.get(ref))?.body).toEqual({ round: rounds });
    await store.close();
  });
});
