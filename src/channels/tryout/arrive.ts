import { installActivities } from './activity.ts';
import { TryoutRefusal } from './refusal.ts';
import { deliver, sendingFor, type WhereAndWho } from './say.ts';
import type { Tryout } from './tryout.ts';

/** A demo person opens a place. The first time since the start, the bot is told it was added there, as Teams does on install. */
export async function arrive(tryout: Tryout, origin: string, where: WhereAndWho): Promise<{ readonly added: boolean }> {
  const sending = sendingFor(tryout, origin, where);
  const { conversation } = sending.place;
  if (tryout.installed.has(conversation)) return { added: false };
  tryout.installed.add(conversation);
  // The channel itself is joined, not a thread of it.
  const { thread: _thread, ...place } = sending.place;
  for (const activity of installActivities({ ...sending, place }, tryout.newId())) {
    const taken = await deliver(tryout, origin, activity);
    if (taken.outcome === 'failed') {
      tryout.installed.delete(conversation);
      throw new TryoutRefusal(502, 'bot_failed', taken.problem);
    }
  }
  return { added: true };
}
