import type { SchoolId } from '../../core/ids.ts';
import type { SupportRequest } from '../support/index.ts';

/** Fewer schools than this in a group, and the group could point at one of them (domain.md §22: suppress below 5). */
export const FEWEST_SCHOOLS = 5;

export interface Row {
  readonly label: string;
  readonly count: number;
}

type Groups = ReadonlyMap<string, readonly SupportRequest[]>;

/**
 * Counts of requests that the viewer may not read, by group, so that no figure stands for fewer than five schools and none can
 * be worked out from the others: groups too small are told together as one, which takes in the next smallest until it is large
 * enough. Nothing at all when they are too few together, or none: which of the two is not told.
 */
export function countsInGroups(groups: Groups, restLabel: string): readonly Row[] | undefined {
  if (!isLargeEnough([...groups.values()].flat())) return undefined;
  const bySize = [...groups].toSorted(([, a], [, b]) => schoolsOf(a).size - schoolsOf(b).size);
  const small = bySize.filter(([, requests]) => schoolsOf(requests).size < FEWEST_SCHOOLS);
  const large = bySize.slice(small.length);
  const rest = small.flatMap(([, requests]) => requests);
  while (rest.length > 0 && schoolsOf(rest).size < FEWEST_SCHOOLS) {
    const next = large.shift();
    if (!next) return undefined;
    rest.push(...next[1]);
  }
  const rows = large
    .map(([label, requests]) => ({ label, count: requests.length }))
    .toSorted((a, b) => b.count - a.count);
  return rest.length > 0 ? [...rows, { label: restLabel, count: rest.length }] : rows;
}

/** Whether a figure over these requests stands for schools enough. */
export function isLargeEnough(requests: readonly SupportRequest[]): boolean {
  return schoolsOf(requests).size >= FEWEST_SCHOOLS;
}

function schoolsOf(requests: readonly SupportRequest[]): ReadonlySet<SchoolId> {
  return new Set(requests.map(({ wish }) => wish.school));
}
