import { createServer } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeamsChannel } from '../../src/channels/teams/index.ts';
import type { AdaptiveCard, Answer } from '../../src/core/reply.ts';
import type { Turn } from '../../src/core/turn.ts';
import { portOf } from '../channels/teams/support/port.ts';
import { chromiumPath, HOW_TO_SWITCH_ON } from './chromium.ts';
import { type Playground, startPlayground } from './playground.ts';

const heard = new Set<string>();

/** A bot that says back what it heard, on a card with one button of each kind, and hears each turn once. */
async function hear({ ids, input, place }: Turn): Promise<Answer | undefined> {
  if (ids.some((id) => heard.has(id))) return undefined;
  for (const id of ids) heard.add(id);
  if (input.kind === 'installed') return { here: [{ summary: `Welcome to this ${place.kind} place.` }], directly: [] };
  if (input.kind === 'action') {
    return {
      here: [{ summary: 'Pressed', card: card(`You pressed ${input.verb}: ${JSON.stringify(input.data)}`) }],
      directly: [],
    };
  }
  if (place.kind === 'personal')
    return { here: [{ summary: 'Echo', card: card(`You said ${input.text}`) }], directly: [] };
  return { here: [{ summary: "I've replied to you directly." }], directly: [{ summary: `Between us: ${input.text}` }] };
}

function card(text: string): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text, wrap: true }],
    actions: [
      { type: 'Action.Execute', title: 'Tell me more', verb: 'more', data: { school: 'northcliffe' } },
      { type: 'Action.Submit', title: 'Older button', data: { verb: 'older', school: 'northcliffe' } },
    ],
  };
}

const name = "Microsoft's own client talks to the bot";
describe.skipIf(!chromiumPath)(chromiumPath ? name : `${name}: ${HOW_TO_SWITCH_ON}`, () => {
  let playground: Playground;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const channel = createTeamsChannel({
      config: { mode: 'demo' },
      listener: { hear },
      clock: { now: () => Temporal.Instant.from('2026-11-12T09:30:00Z') },
      log: { info() {}, warn: console.warn, error: console.error },
    });
    const server = createServer((request, response) => void channel.handle(request, response));
    const port = await portOf(server);
    playground = await startPlayground(`http://127.0.0.1:${port}/api/messages`, {
      number: 1,
      name: 'Head of Northcliffe',
    });
    stop = async () => {
      await playground.close();
      channel.close();
      server.closeAllConnections();
      server.close();
    };
  }, 60_000);

  afterAll(async () => stop?.());

  it('welcomes somebody who adds the bot, and answers with a card', async () => {
    await playground.waitForCard('Welcome to this personal place.');
    expect((await playground.read()).match(/Welcome/g)).toHaveLength(1);
    await playground.say('What category are we & <why>?');
    await playground.waitForCard('You said What category are we');
  }, 60_000);

  it('answers a pressed button by replacing its card', async () => {
    await playground.clickButton('Tell me more');
    await playground.waitForCard('You pressed more: {"school":"northcliffe"}');
    expect(await playground.read()).not.toContain('You said What category');
  }, 60_000);

  it('answers the older kind of button with a message', async () => {
    await playground.clickButton('Older button');
    await playground.waitForCard('You pressed older: {"school":"northcliffe"}');
  }, 60_000);

  for (const place of ['group', 'channel'] as const) {
    it(`answers privately what was asked in a ${place}`, async () => {
      await playground.open(place);
      await playground.say('What category are we?');
      await playground.waitForCard("I've replied to you directly.");
      expect(await playground.read()).not.toContain('Between us');
    }, 60_000);
  }

  it('has the private answer waiting in the personal chat', async () => {
    await playground.open('personal');
    await playground.waitForCard('Between us: What category are we?');
  }, 60_000);
});
