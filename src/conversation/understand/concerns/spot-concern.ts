import type { Concern } from '../../../core/intent.ts';
import { plainText } from '../classify/words.ts';
import PHRASES from './concern-phrases.json' with { type: 'json' };

/** Gravest first: a child at risk outranks a wish to be rung. */
const IN_ORDER: readonly Concern[] = [
  'safeguarding',
  'distress',
  'pupil_detail',
  'staff_capability',
  'complaint',
  'wants_a_person',
];

const RULES = IN_ORDER.map((concern) => ({
  concern,
  says: PHRASES[concern].says.map((pattern) => new RegExp(pattern, 'iu')),
  unless: PHRASES[concern].unless.map((pattern) => new RegExp(pattern, 'iu')),
}));

/**
 * A concern that comes before anything else the message asks (domain.md §22). By rule alone, phrases being data: somebody in
 * distress, a child at risk, a wish for a person, a complaint, a pupil's or a colleague's private matter.
 */
export function spotConcern(text: string): Concern | undefined {
  const said = plainText(text);
  return RULES.find(
    ({ says, unless }) => says.some((pattern) => pattern.test(said)) && !unless.some((pattern) => pattern.test(said)),
  )?.concern;
}
