import restify from 'restify';
import { Temporal } from 'temporal-polyfill';
import { createTeamsChannel } from '../../src/channels/teams/index.ts';
import { announceServer } from '../harness.ts';

/** The Teams channel alone, saying back what was said: what the door costs before anything is answered. */
const server = restify.createServer();
createTeamsChannel({
  config: { mode: 'demo' },
  clock: { now: () => Temporal.Now.instant() },
  log: { info() {}, warn: console.warn, error: console.error },
  listener: {
    hear: async ({ input }) => ({
      here: [{ summary: `You said: ${input.kind === 'text' ? input.text : input.kind}` }],
      directly: [],
    }),
  },
}).mount(server);
announceServer(server.server);
