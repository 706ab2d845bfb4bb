import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import restify from 'restify';
import { Temporal } from 'temporal-polyfill';
import { createSlackChannel, readSlackSettings } from '../../src/channels/slack/index.ts';
import * as blockKit from '../../src/rendering/block-kit/index.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { announceServer } from '../harness.ts';

/** The Slack channel alone, saying back what was said: what the door, and writing everything down, cost. */
const settings = readSlackSettings(process.env);
if (!settings || 'problems' in settings) throw new Error('no settings for Slack');
const clock = { now: () => Temporal.Now.instant() };
const file = join(mkdtempSync(join(tmpdir(), 'partnership-bench-')), 'slack.sqlite');
const server = restify.createServer();
createSlackChannel({
  config: settings.config,
  store: openSqliteStore({ file, clock }),
  blockKit,
  clock,
  log: { info() {}, warn: console.warn, error: console.error },
  reception: { home: async () => [], starters: async () => [] },
  listener: {
    hear: async ({ input }) => ({
      here: [{ summary: `You said: ${input.kind === 'text' ? input.text : input.kind}` }],
      directly: [],
    }),
  },
}).mount(server);
announceServer(server.server);
