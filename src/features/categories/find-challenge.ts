import { notYoursToKnow } from '../../core/disclosure.ts';
import type { Asking } from '../../core/feature.ts';
import type { SchoolId } from '../../core/ids.ts';
import { Refusal } from '../../core/refusal.ts';
import type { School } from '../../core/school.ts';
import { longDate } from '../../core/wording.ts';
import { challengeRef, type HeldChallenge, readChallenge } from './challenge-records.ts';
import type { Parts } from './parts.ts';
import { readSchool } from './records.ts';
import type { SettledChallenge } from './schema.ts';

/** A challenge and its school, for somebody who may know of it. Refuses alike when there is none and when they may not. */
export async function mustFindChallenge(
  parts: Parts,
  wanted: { readonly school: SchoolId; readonly challenge: string },
  asking: Asking,
): Promise<HeldChallenge & { readonly school: School }> {
  const school = await readSchool(parts.store, wanted.school);
  if (!school || !parts.needToKnow.may(asking.viewer, 'challenge', school, asking.today)) throw notYoursToKnow();
  const held = await readChallenge(parts.store, challengeRef(school.id, wanted.challenge));
  if (!held) throw notYoursToKnow();
  return { ...held, school };
}

export function alreadySettled({ outcome }: SettledChallenge): Refusal {
  return new Refusal(
    'already_done',
    `${outcome.by} recorded an outcome on ${longDate(outcome.at)}. It stands, and nothing more has been recorded.`,
  );
}
