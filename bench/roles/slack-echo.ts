import type { AddressInfo, Server } from 'node:net';
import { App } from '@slack/bolt';
import { announce } from '../harness.ts';

/** The floor: Bolt as its own first example has it, saying back what was said. */
const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? '',
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
});
app.message(async ({ message, say }) => {
  await say(`You said: ${'text' in message ? message.text : ''}`);
});
const server: Server = await app.start(0);
announce((server.address() as AddressInfo).port);
