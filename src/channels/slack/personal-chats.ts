import type { Web } from './web.ts';

/** Finds the conversation a person has with the bot alone. */
export interface PersonalChats {
  /** Notes a conversation the person has just written in. */
  remember(team: string, user: string, channel: string): void;
  /** `undefined` when Slack does not say. */
  find(team: string, user: string): Promise<string | undefined>;
}

const REMEMBERED = 10_000;

export function createPersonalChats(web: Pick<Web, 'open'>): PersonalChats {
  const known = new Map<string, string>();

  function remember(team: string, user: string, channel: string): void {
    const key = `${team}:${user}`;
    known.delete(key);
    known.set(key, channel);
    if (known.size <= REMEMBERED) return;
    const oldest = known.keys().next();
    if (!oldest.done) known.delete(oldest.value);
  }

  return {
    remember,
    async find(team, user) {
      const channel = known.get(`${team}:${user}`);
      if (channel !== undefined) return channel;
      const opened = await web.open(team, user);
      if (opened.outcome !== 'sent') return undefined;
      remember(team, user, opened.answer);
      return opened.answer;
    },
  };
}
