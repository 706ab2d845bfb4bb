import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { SchoolId } from '../../../core/ids.ts';
import { longDate } from '../../../core/wording.ts';
import { CHALLENGE_KIND } from '../challenge-route.ts';
import { alreadySettled, mustFindChallenge } from '../find-challenge.ts';
import type { Parts } from '../parts.ts';
import type { ChallengeOutcome } from '../schema.ts';
import { outcomesOpenTo } from '../who-settles.ts';

export const StartOutcome = z.strictObject({ school: SchoolId, challenge: z.string().min(1).max(100) });

const CHOICE: Record<ChallengeOutcome, string> = {
  upheld: 'Upheld: the record is to be changed',
  not_upheld: 'Not upheld',
  answered: 'Answered: nothing on the record was in question',
};

/** Shows what recording an outcome will do, and to whom it is told, before anything is recorded. */
export function startOutcome(parts: Parts) {
  return async (wanted: z.infer<typeof StartOutcome>, asking: Asking): Promise<Reply> => {
    const { school, challenge } = await mustFindChallenge(parts, wanted, asking);
    if (challenge.state !== 'open') throw alreadySettled(challenge);
    const outcomes = outcomesOpenTo(parts, school, challenge, asking);
    if (outcomes.length === 0) throw notYoursToKnow();
    return {
      card: 'categories/challenge-outcome',
      data: {
        name: school.name,
        kind: CHALLENGE_KIND[challenge.kind],
        raised: `Raised ${longDate(challenge.raised.at)} by ${challenge.raised.by}`,
        text: challenge.text,
        by: challenge.raised.by,
        outcomes: outcomes.map((outcome) => ({ title: CHOICE[outcome], value: outcome })),
        outcome: outcomes.length === 1 ? outcomes[0] : '',
        school: school.id,
        challenge: challenge.id,
      },
      summary: `The outcome of a challenge for ${school.name}. Nothing is recorded until you press the button.`,
      sensitivity: 'restricted',
      topic: { school: school.id },
      disclosures: [{ school: school.id, outcome: 'disclosed', what: 'challenge outcome form' }],
    };
  };
}
