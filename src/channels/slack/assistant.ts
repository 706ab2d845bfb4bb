import type { z } from 'zod';
import type { Reception } from '../../core/channel.ts';
import type { Log } from './log.ts';
import type { AssistantThreadStarted } from './payloads.ts';
import { personOf, type Receiving } from './receive.ts';
import { SENTENCES } from './sentences.ts';
import { named } from './turn-ids.ts';
import type { Web } from './web.ts';

/** Slack shows four at most. */
const MOST_PROMPTS = 4;

/** Offers somebody who opens the assistant questions worth asking first. */
export function createAssistant(parts: {
  readonly reception: Reception;
  readonly receiving: Receiving;
  readonly web: Web;
  readonly log: Log;
}): (team: string, started: z.infer<typeof AssistantThreadStarted>['assistant_thread']) => Promise<void> {
  const { reception, receiving, web, log } = parts;
  return async (team, { user_id: user, channel_id: channel, thread_ts: thread }) => {
    receiving.chats.remember(team, user, channel);
    const visit = {
      id: named('thread', channel, thread),
      at: receiving.clock.now(),
      from: personOf({ team, home: team, user }, receiving),
    };
    const prompts = (await reception.starters(visit)).slice(0, MOST_PROMPTS);
    if (prompts.length === 0) return;
    const done = await web.suggest({ team, channel, thread }, SENTENCES.startersTitle, prompts);
    if (done.outcome !== 'sent') log.warn({ ...done }, 'the first questions could not be offered');
  };
}
