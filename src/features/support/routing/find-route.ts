import type { Temporal } from 'temporal-polyfill';
import type { DirectoryEntry } from '../../../core/directory.ts';
import type { PersonId, SchoolId } from '../../../core/ids.ts';
import type { Person, Role } from '../../../core/people.ts';
import type { Parts } from '../parts.ts';
import { findEveryRequest } from '../records.ts';
import type { Routed } from '../schema.ts';
import { awayOn, readAbsence } from './absences.ts';
import { route, routeUp, type Situation } from './route.ts';

type Given = Pick<Parts, 'store' | 'colleagues' | 'directory' | 'partnership'>;

export interface ToRoute {
  readonly school: Pick<DirectoryEntry, 'id'> & Partial<DirectoryEntry>;
  readonly focuses: readonly string[];
  readonly today: Temporal.PlainDate;
  /** Those who cannot take it, or asked for it. */
  readonly passed: ReadonlySet<PersonId>;
}

/** Who is asked to take a request on, as things stand: who is there that day, and who has how much. */
export async function findRoute(parts: Given, wanted: ToRoute): Promise<Routed> {
  const situation = await situationOf(parts, wanted);
  const first = route(situation);
  // Who has how much decides between advisers only, so only then is it worth finding out.
  const several = (first.rule === 'area' || first.rule === 'expertise') && first.line.length > 1;
  return several ? route({ ...situation, load: await openRequestsByOwner(parts.store) }) : first;
}

/** The same, straight to those above. */
export async function findRouteUp(parts: Given, wanted: ToRoute): Promise<Routed> {
  return routeUp(await situationOf(parts, wanted));
}

/** What is known of a school to route by, also when the register no longer holds it. */
export function schoolToRoute(parts: Pick<Parts, 'directory'>, school: SchoolId): ToRoute['school'] {
  return parts.directory.get(school) ?? { id: school };
}

/** Who is asked in somebody's place, for all the schools they are asked about first: each answer, and how many schools it is for. */
export async function findCover(
  parts: Given,
  person: Person,
  today: Temporal.PlainDate,
): Promise<readonly { readonly routed: Routed; readonly schools: number }[]> {
  const [first] = parts.directory.all();
  if (!first) return [];
  const situation = await situationOf(parts, { school: first, focuses: [], today, passed: new Set() });
  const without = { ...situation, away: new Set([...situation.away, person.id]) };
  const found = new Map<string, { readonly routed: Routed; readonly schools: number }>();
  for (const entry of parts.directory.all()) {
    const here = { school: entry };
    if (entry.status === 'closed' || !route({ ...situation, ...here, away: new Set() }).line.includes(person.id))
      continue;
    const routed = route({ ...without, ...here });
    const key = JSON.stringify(routed);
    found.set(key, { routed, schools: (found.get(key)?.schools ?? 0) + 1 });
  }
  return [...found.values()].toSorted((a, b) => b.schools - a.schools).slice(0, MOST_COVER);
}

/** More ways to be covered than this would be a report. */
const MOST_COVER = 5;

const SERVICE: readonly Role[] = ['adviser', 'senior_adviser', 'head_of_service'];

async function situationOf(parts: Given, { school, focuses, today, passed }: ToRoute): Promise<Situation> {
  const { store, colleagues, partnership } = parts;
  const everybody = SERVICE.flatMap((role) => colleagues.holding(role, today));
  const service = [...new Map(everybody.map((person) => [person.id, person])).values()];
  const away = await awayToday(store, service, today);
  const { id, area, adviser, phase } = school;
  return {
    colleagues,
    rules: partnership.routing,
    school: { id, ...(area ? { area } : {}), ...(adviser ? { adviser } : {}), ...(phase ? { phase } : {}) },
    focuses,
    today,
    passed,
    away,
    load: new Map(),
  };
}

async function awayToday(
  store: Given['store'],
  people: readonly Person[],
  today: Temporal.PlainDate,
): Promise<ReadonlySet<PersonId>> {
  const absences = await Promise.all(people.map(async ({ id }) => ({ id, held: await readAbsence(store, id) })));
  return new Set(absences.flatMap(({ id, held }) => (awayOn(held, today) ? [id] : [])));
}

async function openRequestsByOwner(store: Given['store']): Promise<ReadonlyMap<PersonId, number>> {
  const load = new Map<PersonId, number>();
  for (const request of await findEveryRequest(store, [{ field: 'open', eq: true }])) {
    const owner = 'owner' in request ? request.owner?.person : undefined;
    if (owner) load.set(owner, (load.get(owner) ?? 0) + 1);
  }
  return load;
}
