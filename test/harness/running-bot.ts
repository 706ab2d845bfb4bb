import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { A_SCHOOL_DAY } from './bot.ts';

/** The whole bot as `npm start` makes it, on a port and a store of its own, its clock set to a school day. */
export async function startBot(env: Record<string, string> = {}): Promise<App & { readonly url: string }> {
  const began = Temporal.Now.instant();
  const clock = { now: () => A_SCHOOL_DAY.add(Temporal.Now.instant().since(began)) };
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'partnership-bot-'));
  const app = await startApp(readConfig({ PORT: '0', DATA_DIR, ...env }), clock, pino({ level: 'error' }));
  return { ...app, url: `http://127.0.0.1:${app.port}` };
}
