import type { Temporal } from 'temporal-polyfill';
import type { Colleagues } from '../../../core/directory.ts';
import type { PersonId } from '../../../core/ids.ts';
import type { SupportRequest } from '../../support/index.ts';

export interface Load {
  readonly name: string;
  /** Open requests they have. */
  readonly owned: number;
  /** Sent to them, and picked up by nobody yet. */
  readonly asked: number;
}

/** What each adviser has, most first: those with nothing too, and whoever has something without being an adviser any more. */
export function loads(
  requests: readonly SupportRequest[],
  colleagues: Colleagues,
  today: Temporal.PlainDate,
): readonly Load[] {
  const people = new Map<PersonId, { name: string; owned: number; asked: number }>();
  const of = (id: PersonId, name: string) => {
    const found = people.get(id) ?? { name: colleagues.get(id)?.displayName ?? name, owned: 0, asked: 0 };
    people.set(id, found);
    return found;
  };
  for (const { id, displayName } of colleagues.holding('adviser', today)) of(id, displayName);
  for (const request of requests.filter(({ open }) => open)) {
    if ('routed' in request) {
      const { line, names } = request.routed;
      for (const [index, id] of line.entries()) of(id, names[index] ?? id).asked += 1;
    } else if ('owner' in request && request.owner) {
      of(request.owner.person, request.owner.name).owned += 1;
    }
  }
  return [...people.values()].toSorted(
    (a, b) => b.owned - a.owned || b.asked - a.asked || a.name.localeCompare(b.name, 'en-GB'),
  );
}
