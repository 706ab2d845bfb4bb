import type { TryoutPerson } from './people.ts';

/** Where the demonstration plays: who is there, and the shared rooms they meet in. */
export interface Setting {
  readonly people: readonly TryoutPerson[];
  /** The Microsoft 365 tenant every demo person belongs to. */
  readonly tenantId: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly groupName: string;
  readonly teamName: string;
  readonly channelName: string;
  /** Short lines under "What to try". */
  readonly tips: readonly string[];
}

export const DEMO_SETTING: Omit<Setting, 'people'> = {
  tenantId: '00000000-0000-4000-8000-0000000000aa',
  bot: { id: '28:partnership-bot', name: 'Partnership Bot' },
  groupName: 'Beckside colleagues',
  teamName: 'Calderbrook Partnership',
  channelName: 'General',
  tips: [
    'Open two people side by side and ask both the same question.',
    'As a headteacher, ask “what category are we?”, then just “why?” or “and visits?”.',
    'Ask about a school that is not yours.',
    'Ask something private in the group chat or the channel, and see where the answer goes.',
    'Move the clock to next term and ask again.',
  ],
};
