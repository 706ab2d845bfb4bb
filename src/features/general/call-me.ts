import type { Asking, Option } from '../../core/feature.ts';
import type { Person } from '../../core/people.ts';

/** The button that asks one's own adviser to ring. Each time it is offered it can be used once. */
export function callMe(adviser: Person, asking: Asking): Option {
  return { label: `Ask ${adviser.displayName} to ring me`, verb: 'general.ask-for-call', data: { ref: asking.turnId } };
}
