import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { SchoolId } from '../../../core/ids.ts';
import { answerDue, namesOf, whoToTell } from '../challenge-route.ts';
import type { Parts } from '../parts.ts';
import { readSchool } from '../records.ts';
import { ChallengeKind } from '../schema.ts';

export const StartChallenge = z.strictObject({
  school: SchoolId,
  kind: ChallengeKind.optional(),
  /** What the person already wrote, to start from. */
  text: z.string().max(2000).optional(),
});

const CHOICE: Record<ChallengeKind, string> = {
  factual_accuracy: 'A fact on the record is wrong',
  review: 'I’d like the decision reviewed',
};

/** Shows what a challenge would say, and to whom, before anything is sent. */
export function startChallenge(parts: Parts) {
  return async (wanted: z.infer<typeof StartChallenge>, asking: Asking): Promise<Reply> => {
    const school = await readSchool(parts.store, wanted.school);
    if (!school || !parts.needToKnow.may(asking.viewer, 'challenge', school, asking.today)) throw notYoursToKnow();
    const to = namesOf(whoToTell(parts, school, asking)) || parts.partnership.contacts.adviserTeam.name;
    const { routes } = parts.framework.assignment.challenge;
    return {
      card: 'categories/challenge',
      data: {
        name: school.name,
        school: school.id,
        to,
        due: answerDue(parts),
        kind: routes.find((route) => route === wanted.kind) ?? routes[0] ?? 'factual_accuracy',
        kinds: routes.map((kind) => ({ title: CHOICE[kind], value: kind })),
        text: wanted.text ?? '',
        // Two presses of one card open one challenge.
        ref: asking.turnId,
      },
      summary: `A challenge for ${school.name}: check the words, then send it to ${to}. Nothing is sent yet.`,
      sensitivity: 'restricted',
      topic: { school: school.id },
      disclosures: [{ school: school.id, outcome: 'disclosed', what: 'challenge form' }],
    };
  };
}
