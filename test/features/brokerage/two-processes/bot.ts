/**
 * One bot as a process of its own: `bot.ts <store file> <numbers of people> <requests>`. It says "ready", and at the first line
 * it hears lets every one of those people accept every one of those requests at once. It writes what each was answered.
 */

import { once } from 'node:events';
import { openBot } from '../../../harness/bot.ts';
import { summaryOf } from '../desk.ts';

const [file = '', numbers = '', requests = ''] = process.argv.slice(2);
const bot = await openBot({ file });

process.stdout.write('ready\n');
await once(process.stdin, 'data');
const answers = await Promise.all(
  numbers.split(',').flatMap((nn) =>
    requests.split(',').map(async (request) => {
      const input = { kind: 'action', verb: 'brokerage.accept', data: { request } } as const;
      const answer = await bot.take(nn, input, 'personal', `${nn}-${request}`);
      return { nn, request, said: summaryOf(answer?.here ?? []) };
    }),
  ),
);
await bot.store.close();
process.stdout.write(`${JSON.stringify({ answers, faults: bot.faults.map(String) })}\n`, () => process.exit(0));
