import type { Temporal } from 'temporal-polyfill';
import type { Colleagues, DirectoryEntry } from '../../../core/directory.ts';
import type { PersonId } from '../../../core/ids.ts';
import type { RouteStep, Routing } from '../../../core/partnership-routing.ts';
import { grantsOn, type Person } from '../../../core/people.ts';
import type { Routed, RouteReason, RouteRule } from '../schema.ts';

/** Asked together at most, whatever an authority sets. Each costs writes in one commit, which holds a hundred. */
export const MOST_ASKED = 20;

export type SchoolToServe = Pick<DirectoryEntry, 'id' | 'area' | 'adviser'> & Partial<Pick<DirectoryEntry, 'phase'>>;

/** All that decides who is asked to take a request on, on that day. */
export interface Situation {
  readonly colleagues: Colleagues;
  readonly rules: Routing;
  readonly school: SchoolToServe;
  /** Keys of what it is about. */
  readonly focuses: readonly string[];
  readonly today: Temporal.PlainDate;
  /** Those who cannot take it, or asked for it. */
  readonly passed: ReadonlySet<PersonId>;
  readonly away: ReadonlySet<PersonId>;
  /** How many open requests somebody has. Who is not here has none. */
  readonly load: ReadonlyMap<PersonId, number>;
}

/**
 * Who is asked to take a request on, by the authority's own rules: the first step at which anybody is there decides, and
 * among advisers those who know such schools and such work go first, and then those with the fewest requests. Somebody who
 * is away is asked only when everybody is. Nobody left: an empty line.
 */
export function route(situation: Situation): Routed {
  return (
    firstStep(situation, situation.away, []) ??
    firstStep(situation, new Set(), ['everybody_away']) ?? { line: [], names: [], rule: 'nobody' }
  );
}

/** Straight to the top: senior advisers, then the head of service. */
export function routeUp(situation: Situation): Routed {
  return route({ ...situation, rules: { ...situation.rules, steps: ['senior_adviser', 'head_of_service'] } });
}

function firstStep(
  situation: Situation,
  away: ReadonlySet<PersonId>,
  because: readonly RouteReason[],
): Routed | undefined {
  const { rules, passed } = situation;
  let ownAway = false;
  for (const step of rules.steps) {
    const there = candidates(situation, step).filter(({ id }) => !passed.has(id));
    const free = there.filter(({ id }) => !away.has(id));
    if (free.length > 0) {
      const why: readonly RouteReason[] = ownAway ? ['own_adviser_away', ...because] : because;
      return isForAdvisers(step) ? amongAdvisers(situation, step, free, why) : routedTo(step, free, why, rules);
    }
    ownAway ||= step === 'own_adviser' && there.length > 0;
  }
  return undefined;
}

function isForAdvisers(step: RouteStep): step is 'area' | 'expertise' {
  return step === 'area' || step === 'expertise';
}

function candidates(situation: Situation, step: RouteStep): readonly Person[] {
  const { colleagues, school, today } = situation;
  switch (step) {
    case 'own_adviser':
      return colleagues.holding('adviser', today).filter((person) => isOwnAdviser(person, school, today));
    case 'area':
      return colleagues.holding('adviser', today).filter((person) => advises(person, 'area', school.area, today));
    case 'expertise':
      return colleagues
        .holding('adviser', today)
        .filter((person) => knowsPhase(person, situation) || knowsFocus(person, situation));
    case 'senior_adviser':
    case 'head_of_service':
      return colleagues.holding(step, today);
  }
}

function amongAdvisers(
  situation: Situation,
  step: RouteStep,
  people: readonly Person[],
  because: readonly RouteReason[],
): Routed {
  const reasons = [...because];
  let left = people;
  for (const wish of situation.rules.prefer) {
    const knows = left.filter((person) => KNOWS[wish](person, situation));
    if (knows.length > 0 && (knows.length < left.length || step === 'expertise')) reasons.push(`knows_${wish}`);
    if (knows.length > 0) left = knows;
  }
  const has = ({ id }: Person) => situation.load.get(id) ?? 0;
  const fewest = Math.min(...left.map(has));
  const { loadApart } = situation.rules;
  const light = loadApart === null ? left : left.filter((person) => has(person) <= fewest + loadApart);
  if (light.length < left.length) reasons.push('fewest_open');
  const inOrder = light.toSorted((a, b) => has(a) - has(b) || a.id.localeCompare(b.id, 'en-GB'));
  return routedTo(step, inOrder, reasons, situation.rules);
}

const KNOWS = { phase: knowsPhase, focus: knowsFocus };

function knowsPhase({ phases = [] }: Person, { school }: Situation): boolean {
  return school.phase !== undefined && phases.includes(school.phase);
}

function knowsFocus({ specialisms = [] }: Person, { focuses }: Situation): boolean {
  return focuses.some((key) => specialisms.includes(key));
}

function isOwnAdviser(person: Person, school: SchoolToServe, today: Temporal.PlainDate): boolean {
  return person.id === school.adviser || advises(person, 'school', school.id, today);
}

function advises(person: Person, type: 'area' | 'school', id: string | undefined, today: Temporal.PlainDate): boolean {
  return grantsOn(person, today).some(
    ({ role, scope }) => role === 'adviser' && scope.type === type && scope.id === id,
  );
}

function routedTo(rule: RouteRule, all: readonly Person[], because: readonly RouteReason[], rules: Routing): Routed {
  const people = all.slice(0, Math.min(MOST_ASKED, rules.askTogether));
  return {
    line: people.map(({ id }) => id),
    names: people.map(({ displayName }) => displayName),
    rule,
    ...(because.length > 0 ? { because: [...because] } : {}),
  };
}
