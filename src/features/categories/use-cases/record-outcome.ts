import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { SchoolId } from '../../../core/ids.ts';
import type { Person } from '../../../core/people.ts';
import { Refusal } from '../../../core/refusal.ts';
import { tellOutcome } from '../challenge-messages.ts';
import { challengeRef, readChallenge, settledWrite } from '../challenge-records.ts';
import { challengesCard } from '../challenge-view.ts';
import { alreadySettled, mustFindChallenge } from '../find-challenge.ts';
import type { Parts } from '../parts.ts';
import { type Challenge, ChallengeOutcome, MOST_CHALLENGE_CHARACTERS, type SettledChallenge } from '../schema.ts';
import { outcomesOpenTo } from '../who-settles.ts';

export const RecordOutcome = z.strictObject({
  school: SchoolId,
  challenge: z.string().min(1).max(100),
  outcome: ChallengeOutcome,
  text: z.string().trim().max(100_000),
});

/**
 * A person's decision on a challenge, in their own words, told to whoever raised it in the same commit. It changes no level:
 * where one is upheld, a person changes the record as they always do.
 */
export function recordOutcome(parts: Parts) {
  return async (wanted: z.infer<typeof RecordOutcome>, asking: Asking): Promise<Reply> => {
    const { viewer } = asking;
    const { school, ...held } = await mustFindChallenge(parts, wanted, asking);
    const { challenge } = held;
    if (!viewer || !wasEverTheirs(parts, school, challenge, asking)) throw notYoursToKnow();
    if (challenge.state !== 'open') {
      if (isTheSame(challenge, wanted, viewer)) return recorded(parts, school, challenge, { asking, queued: false });
      throw alreadySettled(challenge);
    }
    if (!outcomesOpenTo(parts, school, challenge, asking).includes(wanted.outcome)) throw notTheirsToDecide(parts);
    mustSayWhy(wanted.text);
    const outcome = { by: viewer.displayName, person: viewer.id, at: asking.today.toString(), text: wanted.text };
    const settled: SettledChallenge = { ...challenge, state: wanted.outcome, outcome };
    const told = tellOutcome(settled, viewer.id, asking.now);
    const result = await parts.store.commit([settledWrite(held, settled), ...told]);
    if (result.outcome === 'committed') return recorded(parts, school, settled, { asking, queued: told.length > 0 });
    const now = await readChallenge(parts.store, challengeRef(school.id, challenge.id));
    if (now && now.challenge.state !== 'open') {
      if (isTheSame(now.challenge, wanted, viewer)) {
        return recorded(parts, school, now.challenge, { asking, queued: false });
      }
      throw alreadySettled(now.challenge);
    }
    throw new Refusal(
      'out_of_date',
      'Somebody changed this at the same moment. Nothing was recorded; please try again.',
    );
  };
}

/** Whether it is, or was while it was open, theirs to settle: to others it is as if there were none. */
function wasEverTheirs(
  parts: Parts,
  school: Parameters<typeof outcomesOpenTo>[1],
  challenge: Challenge,
  asking: Asking,
): boolean {
  const { v, id, school: of, kind, text, raised, told } = challenge;
  const asOpen: Challenge = { v, id, school: of, kind, text, raised, told, state: 'open' };
  return outcomesOpenTo(parts, school, asOpen, asking).length > 0;
}

function isTheSame(challenge: SettledChallenge, wanted: z.infer<typeof RecordOutcome>, viewer: Person): boolean {
  const { state, outcome } = challenge;
  return state === wanted.outcome && outcome.text === wanted.text && outcome.person === viewer.id;
}

function notTheirsToDecide({ framework, partnership }: Parts): Refusal {
  return new Refusal(
    'not_your_role',
    `A review is decided by the ${framework.terms.headOfService.singular}. You can record that you have answered it, or pass it on through ${partnership.contacts.adviserTeam.name}. Nothing has been recorded.`,
    [{ input: 'outcome' }],
  );
}

function mustSayWhy(text: string): void {
  if (text === '') {
    throw new Refusal('invalid_input', 'Please say why in a sentence or two. Nothing has been recorded yet.', [
      { input: 'text' },
    ]);
  }
  if (text.length > MOST_CHALLENGE_CHARACTERS) {
    throw new Refusal(
      'invalid_input',
      `That is longer than I can pass on (${MOST_CHALLENGE_CHARACTERS} characters). Nothing has been recorded yet.`,
      [{ input: 'text' }],
    );
  }
}

function recorded(
  parts: Parts,
  school: Parameters<typeof outcomesOpenTo>[1],
  challenge: SettledChallenge,
  { asking, queued }: { readonly asking: Asking; readonly queued: boolean },
): Reply {
  const told = challenge.raised.person ? ` ${challenge.raised.by} is being told.` : '';
  const next =
    challenge.state === 'upheld'
      ? ' Nothing on the school’s record has changed by this: somebody must now correct it there.'
      : '';
  return {
    ...challengesCard(parts, { school, challenges: [challenge], lead: `It is recorded.${told}${next}` }, asking),
    sensitivity: 'restricted',
    topic: { school: school.id },
    disclosures: [{ school: school.id, outcome: 'disclosed', what: `challenge outcome: ${challenge.state}` }],
    queued,
  };
}
