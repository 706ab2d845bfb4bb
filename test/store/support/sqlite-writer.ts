import { createInterface } from 'node:readline';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import { stoppedClock } from '../../contracts/store/scene.ts';

/**
 * A process of its own, to be killed or to compete with: `sqlite-writer.ts <file> write <from>` writes numbered pairs of
 * documents for ever and says each number once it is acknowledged; `sqlite-writer.ts <file> compete <rounds>` waits for a line
 * on its input, then tries to take every turn with the etag it read, and says which turns it won and which it lost.
 */
const [file = '', task, number = '0'] = process.argv.slice(2);
const store = openSqliteStore({ file, clock: stoppedClock() });
const partition = 'school:northcliffe';
const say = (line: string) => process.stdout.write(`${line}\n`);

if (task === 'write') {
  for (let n = Number(number); ; n++) {
    const put = (id: string) =>
      ({
        kind: 'put',
        ref: { partition, id },
        type: 'pair',
        body: { n, text: 'x'.repeat(n % 3000) },
        guard: 'must-not-exist',
      }) as const;
    const result = await store.commit([put(`first-${n}`), put(`second-${n}`)]);
    if (result.outcome === 'committed') say(`${n}`);
    // Gives the pipe a chance to carry the line before the next write.
    if (n % 8 === 0) await new Promise(setImmediate);
  }
}

const turn = { partition, id: 'turn' };
say('ready');
for await (const _ of createInterface({ input: process.stdin })) break;
for (;;) {
  const read = await store.get(turn);
  const round = Number(read?.body.round);
  if (read === undefined || round >= Number(number)) break;
  const guard = { etag: read.etag };
  const result = await store.commit([{ kind: 'put', ref: turn, type: 'turn', body: { round: round + 1 }, guard }]);
  say(`${result.outcome === 'committed' ? 'won' : 'lost'} ${round}`);
}
await store.close();
process.exit();
