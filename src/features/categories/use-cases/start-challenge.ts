import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { SchoolId } from '../../../core/ids.ts';
import type { Parts } from '../parts.ts';
import { readSchool } from '../records.ts';
import { ChallengeKind } from '../schema.ts';

export const StartChallenge = z.strictObject({
  school: SchoolId,
  kind: ChallengeKind.optional(),
  /** What the person already wrote, to start from. */
  text: z.string().max(2000).optional(),
});

/** Shows what a challenge would say, and to whom, before anything is sent. */
export function startChallenge(parts: Parts) {
  return async (wanted: z.infer<typeof StartChallenge>, asking: Asking): Promise<Reply> => {
    const school = await readSchool(parts.store, wanted.school);
    if (!school || !parts.needToKnow.may(asking.viewer, 'challenge', school, asking.today)) throw notYoursToKnow();
    const adviser = parts.colleagues.adviserOf(school, asking.today);
    const to = adviser?.displayName ?? parts.partnership.contacts.adviserTeam.name;
    return {
      card: 'categories/challenge',
      data: {
        name: school.name,
        school: school.id,
        to,
        kind: wanted.kind ?? 'factual_accuracy',
        text: wanted.text ?? '',
        // Two presses of one card open one challenge.
        ref: asking.turnId,
      },
      summary: `A challenge for ${school.name}: check the words, then send it to ${to}.`,
      sensitivity: 'restricted',
      topic: { school: school.id },
      disclosures: [{ school: school.id, outcome: 'disclosed', what: 'challenge form' }],
    };
  };
}
