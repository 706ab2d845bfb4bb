import type { Asking } from '../../../core/feature.ts';
import type { PersonId } from '../../../core/ids.ts';
import type { Write } from '../../../core/store.ts';
import { askTheLine } from '../messages/telling.ts';
import type { Parts } from '../parts.ts';
import type { SupportRequest } from '../schema.ts';
import { queueLapse } from './lapse.ts';
import { MOST_ASKED } from './route.ts';

/** Asks those newly in line, with the authority's own times and people above them. */
export function askForAnOwner(
  parts: Parts,
  request: SupportRequest,
  asking: Asking,
  alreadyAsked: readonly PersonId[] = [],
): readonly Write[] {
  const { acknowledgeHours } = parts.framework.sla;
  const clock = { now: asking.now, calendar: parts.calendar, acknowledgeHours };
  return [
    ...askTheLine(request, { alreadyAsked, above: stepsAbove(parts, asking) }, clock),
    // Without a time in which to pick it up nobody is reminded, and so nothing may lapse.
    ...(acknowledgeHours === null ? [] : queueLapse(parts, request, asking.now)),
  ];
}

/** Whom a request nobody picks up climbs to, step by step: the senior advisers, then the head of service. */
function stepsAbove(parts: Parts, { today }: Asking): readonly (readonly PersonId[])[] {
  return [parts.colleagues.holding('senior_adviser', today), parts.colleagues.holding('head_of_service', today)]
    .map((people) => people.slice(0, MOST_ASKED).map(({ id }) => id))
    .filter((people) => people.length > 0);
}
