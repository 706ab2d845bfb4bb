import { z } from 'zod';
import { academicYearOf } from '../../../core/academic-year.ts';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { SchoolId } from '../../../core/ids.ts';
import { readChallenges } from '../challenge-records.ts';
import { accuracyCheckCloses } from '../challenge-times.ts';
import { challengesCard, standingOf } from '../challenge-view.ts';
import type { Parts } from '../parts.ts';
import { readCommunicated, readSchool } from '../records.ts';

export const ShowChallenges = z.strictObject({
  school: SchoolId,
  /** `accuracy`: when the check of facts closes is what was asked. */
  about: z.enum(['challenges', 'accuracy']).default('challenges'),
});

/** "Where is our challenge?" and "when does the accuracy check close?", which are asked of the same card. */
export function showChallenges(parts: Parts) {
  return async (wanted: z.infer<typeof ShowChallenges>, asking: Asking): Promise<Reply> => {
    const school = await readSchool(parts.store, wanted.school);
    if (!school || !parts.needToKnow.may(asking.viewer, 'challenge', school, asking.today)) throw notYoursToKnow();
    const [challenges, current] = await Promise.all([
      readChallenges(parts.store, school.id),
      readCommunicated(parts.store, school.id, academicYearOf(asking.today)),
    ]);
    const today = asking.today.toString();
    const accuracy = accuracyCheckCloses(parts, current, today);
    const open = challenges.filter((each) => each.state === 'open');
    const [latest] = open.length > 0 ? open : challenges;
    const several = open.length > 1 ? `${open.length} are open; the newest: ` : '';
    const lead = latest
      ? `${several}${standingOf(parts, latest, today)}`
      : 'No challenge is on record for this school.';
    return {
      ...challengesCard(
        parts,
        { school, challenges, lead: wanted.about === 'accuracy' ? accuracy.sentence : lead, accuracy },
        asking,
      ),
      sensitivity: 'restricted',
      topic: { school: school.id },
      disclosures: [{ school: school.id, outcome: 'disclosed', what: 'challenges' }],
    };
  };
}
