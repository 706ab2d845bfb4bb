import type { Asking } from '../../core/feature.ts';

/** What somebody nobody has linked is told. A code is never typed where others can read it. */
export function linkMe(asking: Pick<Asking, 'place'>): string {
  const where = asking.place === 'personal' ? 'type it here' : 'type it in a chat with me alone';
  return `I don’t know who you are yet, so I can only help with general questions. Ask the partnership team for a one-time code and ${where}.`;
}
