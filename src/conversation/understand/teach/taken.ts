import { Temporal } from 'temporal-polyfill';
import type { IntentName } from '../../../core/intent.ts';
import type { Role } from '../../../core/people.ts';
import type { Taken } from '../../../core/phrases.ts';
import type { Understander } from '../create-understanding.ts';

/** What is asked never depends on the day; reading a message needs some day. */
const ANY_DAY = Temporal.Instant.from('2026-11-18T10:00:00Z');

/** What somebody in these roles would be answered or offered, in short. */
export function takenBy(understander: Understander, text: string, roles: readonly Role[]): Taken {
  const { asks, concern } = understander.understand(text, { roles, at: ANY_DAY });
  const sure = concern !== undefined || asks.every((ask) => ask.sure);
  const intents = sure
    ? asks.flatMap(({ intents: [first] }) => (first ? [first.name] : []))
    : asks.flatMap((ask) => ask.intents.map(({ name }) => name));
  return { sure, intents: [...new Set(intents)].slice(0, 3), ...(concern ? { concern } : {}) };
}

export function isTakenAlike(one: Taken, other: Taken): boolean {
  return one.sure === other.sure && one.concern === other.concern && one.intents.join(' ') === other.intents.join(' ');
}

/** How well it serves somebody who meant that: answered rightly, one tap away, or neither. */
export function servedBy(taken: Taken, meant: IntentName): 0 | 1 | 2 {
  if (!taken.intents.includes(meant)) return 0;
  return taken.sure ? 2 : 1;
}
