import type { Temporal } from 'temporal-polyfill';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking } from '../../../core/feature.ts';
import { grantsOn, type Person, type Role } from '../../../core/people.ts';
import { Refusal } from '../../../core/refusal.ts';

const SERVICE: readonly Role[] = ['adviser', 'senior_adviser', 'head_of_service'];

/** Whether requests may be sent to them at all. */
export function serves(person: Person, today: Temporal.PlainDate): boolean {
  return grantsOn(person, today).some(({ role }) => SERVICE.includes(role));
}

/** Whoever asks, for themselves. Throws `Refusal` for everybody requests are never sent to. */
export function oneWhoServes({ viewer, today }: Asking): Person {
  if (!viewer) throw notYoursToKnow();
  if (serves(viewer, today)) return viewer;
  throw new Refusal(
    'not_your_role',
    'Requests for support are never sent to you, so there is nothing to arrange here while you are away. Nothing has changed.',
  );
}
