import type { Temporal } from 'temporal-polyfill';
import { londonDate } from '../../core/clock.ts';
import type { Asking } from '../../core/feature.ts';
import type { PersonId } from '../../core/ids.ts';
import { queueReminder, type StillDue } from '../../core/outbox.ts';
import { readPerson } from '../../core/read-person.ts';
import type { Write } from '../../core/store.ts';
import { challengeRef, readChallenge } from './challenge-records.ts';
import { overdueFrom } from './challenge-times.ts';
import { challengesCard, standingOf } from './challenge-view.ts';
import type { Parts } from './parts.ts';
import { readSchool, schoolPartition } from './records.ts';
import type { Challenge, OpenChallenge } from './schema.ts';

const REASON = { settled: 'challenge-settled', overdue: 'challenge-overdue' } as const;

/** Reminds whoever has a challenge, and the head of service, should the time promised pass without an outcome. */
export function remindWhenOverdue(parts: Parts, challenge: OpenChallenge, asking: Asking): readonly Write[] {
  const sendAt = overdueFrom(parts, challenge);
  if (!sendAt) return [];
  const heads = parts.colleagues.holding('head_of_service', asking.today).map((person) => person.id);
  return [...new Set([...challenge.told, ...heads])].map((to) =>
    reminder(challenge, { to, reason: REASON.overdue, sendAt, patient: true }),
  );
}

/** Tells the challenger, and those who had it, what was decided; whoever decided left out. */
export function tellOutcome(challenge: Challenge, by: PersonId, now: Temporal.Instant): readonly Write[] {
  const people = new Set([...(challenge.raised.person ? [challenge.raised.person] : []), ...challenge.told]);
  people.delete(by);
  return [...people].map((to) => reminder(challenge, { to, reason: REASON.settled, sendAt: now, patient: false }));
}

function reminder(
  { id, school }: Challenge,
  { to, reason, ...when }: { to: PersonId; reason: string; sendAt: Temporal.Instant; patient: boolean },
): Write {
  const about = challengeRef(school, id);
  return queueReminder(schoolPartition(school), {
    id: `${reason}/${id}/${to}`,
    to,
    ...when,
    feature: 'categories',
    reason,
    about,
  });
}

/** What a message about a challenge says by now, to somebody who may still know of it; nothing once it no longer holds. */
export function challengeStillDue(parts: Parts): StillDue {
  return async (row, now) => {
    const held = await readChallenge(parts.store, row.about);
    const viewer = await readPerson(parts.store, row.to);
    const school = held && (await readSchool(parts.store, held.challenge.school));
    if (!held || !viewer || !school) return undefined;
    const today = londonDate(now);
    if (!parts.needToKnow.may(viewer, 'challenge', school, today)) return undefined;
    const { challenge } = held;
    if ((challenge.state === 'open') !== (row.reason === REASON.overdue)) return undefined;
    const standing = standingOf(parts, challenge, today.toString());
    const lead =
      row.reason === REASON.overdue
        ? 'The time promised for an answer has passed, and no outcome is recorded.'
        : `A challenge has an outcome. ${standing}`;
    return challengesCard(parts, { school, challenges: [challenge], lead }, { viewer, today });
  };
}
