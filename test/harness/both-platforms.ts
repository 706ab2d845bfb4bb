import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTeamsChannel } from '../../src/channels/teams/index.ts';
import type { Outbox } from '../../src/outbox/create-outbox.ts';
import { createOutbox } from '../../src/outbox/create-outbox.ts';
import { STANDARD_POLICY } from '../../src/outbox/policy.ts';
import { type BehindSlack, behindSlack } from '../channels/slack/support/behind-slack.ts';
import type { Bot } from './bot.ts';
import { connectTeams, type TeamsClient } from './teams-client.ts';

/** One bot in Teams and in Slack at once, with its real outbox between them and two platforms that keep what they are given. */
export interface BothPlatforms {
  readonly teams: TeamsClient;
  readonly slack: BehindSlack;
  readonly outbox: Outbox;
  /** Sends all that is due, and what that makes due. */
  deliver(): Promise<void>;
  close(): Promise<void>;
}

const NO_LIMITS = { conversation: [], platform: [] };

export async function onBothPlatforms(bot: Bot): Promise<BothPlatforms> {
  const slack = await behindSlack(bot);
  const note = (fields: object) => void bot.faults.push(fields);
  const clock = { now: () => bot.now() };
  const channel = createTeamsChannel({
    config: { mode: 'demo' },
    listener: bot.conversation,
    clock,
    log: { info() {}, warn: note, error: note },
  });
  const server = createServer((request, response) => void channel.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const teams = await connectTeams(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const from = <K extends 'stillDue' | 'saysNow' | 'errand'>(part: K) =>
    Object.fromEntries(bot.features.flatMap((feature) => (feature[part] ? [[feature.key, feature[part]]] : [])));
  const outbox = createOutbox({
    store: bot.store,
    clock,
    render: bot.renderer.render,
    senders: { teams: channel.sender, slack: slack.sender },
    stillDue: from('stillDue'),
    saysNow: from('saysNow'),
    errands: from('errand'),
    workingTime: { next: (at) => bot.loaded.calendar.nextWorkingTime(at) },
    log: { debug() {}, warn: note, error: note },
    instance: 'both',
    policy: { ...STANDARD_POLICY, limits: { teams: NO_LIMITS, slack: NO_LIMITS } },
  });
  return {
    teams,
    slack,
    outbox,
    async deliver() {
      while ((await outbox.tick()).againInMs === 0);
    },
    async close() {
      await outbox.stop();
      channel.close();
      await teams.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await slack.close();
    },
  };
}
