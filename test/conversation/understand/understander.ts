import { Temporal } from 'temporal-polyfill';
import { leedsParts } from '../../../scripts/understanding/leeds-parts.ts';
import { demoSchools } from '../../../scripts/understanding/registers.ts';
import { createUnderstanding } from '../../../src/conversation/understand/create-understanding.ts';
import type { Topic, Understanding } from '../../../src/core/intent.ts';
import type { Role } from '../../../src/core/people.ts';

/** A Wednesday in term. */
export const AT = Temporal.Instant.from('2026-11-18T10:00:00Z');

const understander = createUnderstanding(leedsParts(demoSchools()));

/** What a headteacher of the demo partnership is understood to say. */
export function understood(text: string, topic: Topic = {}, roles: readonly Role[] = ['headteacher']): Understanding {
  return understander.understand(text, { roles, at: AT, topic });
}

/** What would be done: the concern, or each ask's likeliest intent and whether it is sure. */
export function answerTo(text: string, topic: Topic = {}): string {
  const { concern, asks } = understood(text, topic);
  return concern ?? asks.map(({ intents, sure }) => `${intents[0]?.name}${sure ? '' : '?'}`).join(' + ');
}
