import type { Logger } from 'pino';
import type { Assembled } from './assemble.ts';
import type { SlackConfig } from './channels/slack/config.ts';
import type { SlackChannel } from './channels/slack/index.ts';
import type { Clock } from './core/clock.ts';
import type { Store } from './core/store.ts';
import * as blockKit from './rendering/block-kit/index.ts';

/** The Slack channel, loaded only when it is used: a bot in Teams alone starts without it. */
export async function openSlack(
  config: SlackConfig,
  bot: Pick<Assembled, 'conversation' | 'reception'>,
  parts: { readonly store: Store; readonly clock: Clock; readonly wallClock: Clock; readonly log: Logger },
): Promise<SlackChannel> {
  const { createSlackChannel } = await import('./channels/slack/index.ts');
  return createSlackChannel({ ...parts, config, listener: bot.conversation, reception: bot.reception, blockKit });
}
