import type { Asking } from '../../core/feature.ts';
import type { Person } from '../../core/people.ts';
import { Refusal } from '../../core/refusal.ts';
import type { School } from '../../core/school.ts';
import { listed } from '../../core/wording.ts';
import type { Parts } from './parts.ts';
import type { ChallengeKind } from './schema.ts';

/** What each kind is called once it is sent. */
export const CHALLENGE_KIND: Record<ChallengeKind, string> = {
  factual_accuracy: 'A fact to be corrected',
  review: 'A request for a review',
};

/** The school's adviser; when there is none, or it is the adviser who is asking, the head of service. */
export function whoToTell(parts: Parts, school: School, asking: Asking): readonly Person[] {
  const adviser = parts.colleagues.adviserOf(school, asking.today);
  const told =
    adviser && adviser.id !== asking.viewer?.id ? [adviser] : parts.colleagues.holding('head_of_service', asking.today);
  return told.filter((person) => person.id !== asking.viewer?.id);
}

export function namesOf(told: readonly Person[]): string {
  return listed(told.map((person) => person.displayName));
}

export function mustBeOpen(parts: Parts, kind: ChallengeKind): void {
  if (parts.framework.assignment.challenge.routes.includes(kind)) return;
  throw new Refusal(
    'invalid_input',
    `That can’t be asked for this way here. Please talk to ${parts.partnership.contacts.adviserTeam.name}. Nothing has been sent.`,
  );
}

/** "An answer is due within 10 working days." Nothing where the authority has set no number. */
export function answerDue(parts: Parts): string {
  const days = parts.framework.assignment.challenge.workingDays;
  return days === null ? '' : `An answer is due within ${days} working day${days === 1 ? '' : 's'}.`;
}
