import type { Concern } from '../../../core/intent.ts';
import { plainText } from '../classify/words.ts';
import PHRASES from './concern-phrases.json' with { type: 'json' };
import { readSigns } from './read-signs.ts';

/** Gravest first: a child at risk outranks a wish to be rung. */
const IN_ORDER: readonly Concern[] = [
  'safeguarding',
  'distress',
  'pupil_detail',
  'staff_capability',
  'complaint',
  'wants_a_person',
];

/** Of two concerns heard in one message, the one that must be met first. */
export function graver(one: Concern | undefined, other: Concern | undefined): Concern | undefined {
  return IN_ORDER.find((concern) => concern === one || concern === other);
}

const RULES = IN_ORDER.map((concern) => ({
  concern,
  says: PHRASES[concern].says.map((pattern) => new RegExp(pattern, 'iu')),
  unless: PHRASES[concern].unless.map((pattern) => new RegExp(pattern, 'iu')),
}));

/**
 * A concern that comes before anything else the message asks (domain.md §22), the gravest it raises. By rule alone: phrases written
 * out, and signs, which are words that tell only together. Both are data. Somebody in distress, a child at risk, a wish for a
 * person, a complaint, a pupil's or a colleague's private matter.
 */
export function spotConcern(text: string): Concern | undefined {
  const said = plainText(text);
  const signs = readSigns(text);
  return RULES.find(
    ({ concern, says, unless }) =>
      signs.includes(concern) ||
      (says.some((pattern) => pattern.test(said)) && !unless.some((pattern) => pattern.test(said))),
  )?.concern;
}
