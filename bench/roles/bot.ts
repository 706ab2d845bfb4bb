import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { announce } from '../harness.ts';

/** The whole bot on the demo partnership, with its store on disk. */
const app = await startApp(
  readConfig({ ...process.env, PORT: '0' }),
  { now: () => Temporal.Now.instant() },
  pino({ level: 'error' }),
);
announce(app.port);
