import type { Asking } from '../../core/feature.ts';
import type { CardReply } from '../../core/reply.ts';
import type { School } from '../../core/school.ts';
import { dayAndDate, listed, longDate } from '../../core/wording.ts';
import { CHALLENGE_KIND } from './challenge-route.ts';
import { answerDueOn, type Told, whoSetDays } from './challenge-times.ts';
import type { Parts } from './parts.ts';
import type { Challenge, ChallengeOutcome } from './schema.ts';
import { outcomesOpenTo } from './who-settles.ts';

/** What an outcome is called. */
export const OUTCOME: Record<ChallengeOutcome, string> = {
  upheld: 'Upheld',
  not_upheld: 'Not upheld',
  answered: 'Answered',
};

/** As many as a phone shows; the newest matter. */
const SHOWN = 5;
const MOST_QUOTED = 400;

/** A school's challenges, how each stands, and the button to settle one for those who may. */
export function challengesCard(
  parts: Parts,
  about: {
    readonly school: School;
    readonly challenges: readonly Challenge[];
    readonly lead: string;
    readonly accuracy?: Told;
  },
  asking: Pick<Asking, 'viewer' | 'today'>,
): CardReply {
  const { school, challenges, lead, accuracy } = about;
  const shown = challenges.slice(0, SHOWN);
  const days = challenges.some((each) => each.state === 'open' && answerDueOn(parts, each) !== undefined);
  const sources = [...(days ? [whoSetDays(parts, 'challenge')] : []), accuracy?.source ?? ''];
  const aside = accuracy && accuracy.sentence !== lead ? accuracy.sentence : '';
  return {
    card: 'categories/challenges',
    data: {
      name: school.name,
      lead,
      rows: shown.map((challenge, index) => ({
        title: `${shown.length > 1 ? `${index + 1}. ` : ''}${CHALLENGE_KIND[challenge.kind]}`,
        // Read aloud, every button says which it is.
        button: `Record the outcome${shown.length > 1 ? ` of number ${index + 1}` : ''}`,
        raised: `Raised ${longDate(challenge.raised.at)} by ${challenge.raised.by}`,
        text: shortened(challenge.text),
        stands: standingOf(parts, challenge, asking.today.toString()),
        settles: outcomesOpenTo(parts, school, challenge, asking).length > 0,
        school: school.id,
        challenge: challenge.id,
      })),
      more: challenges.length > SHOWN ? `and ${challenges.length - SHOWN} earlier` : '',
      aside,
      source: sources.filter((source) => source !== '').join('; '),
    },
    summary: `${school.name}. ${lead}`,
  };
}

/** "Open. An answer is due by Wednesday 2 December 2026." */
export function standingOf(parts: Parts, challenge: Challenge, today: string): string {
  if (challenge.state !== 'open') {
    const { outcome, state } = challenge;
    return `${OUTCOME[state]} on ${longDate(outcome.at)} by ${outcome.by}: ${shortened(outcome.text)}`;
  }
  const due = answerDueOn(parts, challenge);
  const names = challenge.told.flatMap((id) => parts.colleagues.get(id)?.displayName ?? []);
  const holder = names.length > 0 ? `It is with ${listed(names)}.` : 'Nobody is on record as having it.';
  if (due === undefined) return `Open. ${holder} No number of days is set here for an answer.`;
  return due < today
    ? `Open. ${holder} An answer was due by ${dayAndDate(due)}, and none is recorded yet.`
    : `Open. ${holder} An answer is due by ${dayAndDate(due)}.`;
}

function shortened(text: string): string {
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED).trimEnd()}…` : text;
}
