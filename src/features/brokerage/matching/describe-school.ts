import type { DirectoryEntry } from '../../../core/directory.ts';
import { milesBetween, milesInWords, wholeMiles } from './distance.ts';

/** A description that fits fewer schools than this would be as good as a name (small counts, domain.md §22). */
const FEWEST_ALIKE = 5;
const WITHIN_MILES = [2, 5, 10, 20] as const;

interface Description {
  readonly words: string;
  readonly fits: (school: DirectoryEntry) => boolean;
}

/**
 * The school that asked, in words for the headteacher of another: the most they can be told without its being told apart. The
 * closest description that at least five open schools fit, the one that asked among them.
 */
export function describeUnnamed(
  asked: DirectoryEntry,
  teller: { readonly to: DirectoryEntry; readonly authority: string },
  all: readonly DirectoryEntry[],
): string {
  const others = all.filter(({ id, status }) => id !== teller.to.id && status === 'open');
  const alike = descriptions(asked, teller.to, teller.authority).find(
    ({ fits }) => others.filter(fits).length >= FEWEST_ALIKE,
  );
  return alike?.words ?? `A school in ${teller.authority}`;
}

function descriptions(asked: DirectoryEntry, to: DirectoryEntry, authority: string): readonly Description[] {
  const phase = (school: DirectoryEntry) => school.phase === asked.phase;
  const kind = KIND_OF_SCHOOL[asked.phase];
  const miles = milesBetween(asked, to);
  const near: readonly Description[] =
    miles === undefined
      ? []
      : [
          {
            words: `${kind} ${milesInWords(miles)} from yours`,
            fits: (school) => phase(school) && milesFrom(to, school, (away) => wholeMiles(away) === wholeMiles(miles)),
          },
          ...WITHIN_MILES.filter((most) => miles <= most).map((most) => ({
            words: `${kind} within ${most} miles of yours`,
            fits: (school: DirectoryEntry) => phase(school) && milesFrom(to, school, (away) => away <= most),
          })),
        ];
  return [...near, { words: `${kind} in ${authority}`, fits: phase }];
}

function milesFrom(to: DirectoryEntry, school: DirectoryEntry, holds: (miles: number) => boolean): boolean {
  const away = milesBetween(to, school);
  return away !== undefined && holds(away);
}

const KIND_OF_SCHOOL: Readonly<Record<DirectoryEntry['phase'], string>> = {
  nursery: 'A nursery school',
  primary: 'A primary school',
  middle: 'A middle school',
  secondary: 'A secondary school',
  all_through: 'An all-through school',
  sixteen_plus: 'A school or college for over-16s',
  special: 'A special school',
  alternative: 'An alternative provision school',
  other: 'A school',
};
