import type { Alliance } from './alliance.ts';
import { plainWords } from './framework-spoken.ts';
import { type Misfit, repeated } from './misfits.ts';

/** What must hold within and between alliances, whoever the schools are. Empty when all is well. */
export function checkAlliances(alliances: readonly Alliance[]): readonly Misfit[] {
  return [
    ...repeated(alliances, 'alliances', 'key'),
    ...sharedNames(alliances),
    ...alliances.flatMap((alliance, i) => checkMembers(alliance, `alliances[${i}].members`)),
  ];
}

/** Members, leads and facilitators nobody holds a record of: only known once the register and the people are there. */
export function missingFromAlliances(
  alliances: readonly Alliance[],
  known: {
    readonly school: (id: Alliance['members'][number]['school']) => boolean;
    readonly person: (id: Alliance['leads'][number]) => boolean;
  },
): readonly Misfit[] {
  return alliances.flatMap(({ members, leads, facilitator }, i) => [
    ...members.flatMap(({ school }, m) =>
      known.school(school)
        ? []
        : [
            {
              path: `alliances[${i}].members[${m}].school`,
              problem: `no school "${school}" is on record`,
              remedy: 'Import the register, or correct the id: it is "school-" and the first URN the school had here.',
            },
          ],
    ),
    ...[...leads, ...(facilitator === undefined ? [] : [facilitator])].flatMap((person) =>
      known.person(person)
        ? []
        : [
            {
              path: `alliances[${i}].${leads.includes(person) ? 'leads' : 'facilitator'}`,
              problem: `nobody "${person}" is on record`,
              remedy: 'Import the people, or correct the id.',
            },
          ],
    ),
  ]);
}

function sharedNames(alliances: readonly Alliance[]): readonly Misfit[] {
  const seen = new Map<string, number>();
  return alliances.flatMap(({ name, aliases }, i) =>
    [name, ...aliases].flatMap((words, w) => {
      const first = seen.get(plainWords(words));
      if (first === undefined) seen.set(plainWords(words), i);
      return first === undefined || first === i
        ? []
        : [
            {
              path: w === 0 ? `alliances[${i}].name` : `alliances[${i}].aliases[${w - 1}]`,
              problem: `"${words}" also names alliances[${first}]`,
              remedy: 'Give each its own, so that it is clear which one somebody means.',
            },
          ];
    }),
  );
}

function checkMembers({ members }: Alliance, at: string): readonly Misfit[] {
  return members.flatMap((member, m): readonly Misfit[] => {
    const { school, from, to } = member;
    if (to !== undefined && to < from) {
      const problem = `${to} is before from, ${from}`;
      return [{ path: `${at}[${m}].to`, problem, remedy: 'Put the dates in order, or leave "to" out.' }];
    }
    const other = members.findIndex(
      (each, e) => e < m && each.school === school && each.from <= (to ?? from) && from <= (each.to ?? from),
    );
    if (other < 0) return [];
    const problem = `"${school}" is already a member then, in members[${other}]`;
    return [
      { path: `${at}[${m}].from`, problem, remedy: 'Give the earlier time a last day, or take one of them out.' },
    ];
  });
}
