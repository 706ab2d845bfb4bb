import { type Activity as BotActivity, CloudAdapter } from 'botbuilder';
import type { Activity } from './activity.ts';

/** botbuilder's adapter for what comes in. What goes out does not pass through it: see request.ts. */
export class TeamsAdapter extends CloudAdapter {
  /** Runs `answer` when the caller has proven who it is; rejects with `TokenRefused` or `KeysUnavailable` otherwise. */
  async take(authorization: string, activity: Activity, answer: () => Promise<void>): Promise<void> {
    const { type, id, channelId, serviceUrl, from, recipient, conversation } = activity;
    // botbuilder's type asks for forty fields that no channel sends together; these are all it reads here.
    const forBotbuilder = { type, id, channelId, serviceUrl, from, recipient, conversation } as BotActivity;
    await this.processActivity(authorization, forBotbuilder, answer);
  }
}
