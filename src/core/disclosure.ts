import type { Temporal } from 'temporal-polyfill';
import type { DisclosurePolicy } from './framework-process.ts';
import type { SchoolId } from './ids.ts';
import { type Grant, grantsOn, type Person, type Role } from './people.ts';
import { Refusal } from './refusal.ts';
import type { Phase, School } from './school.ts';
import type { PlaceKind } from './turn.ts';

/**
 * Need to know, decided in one place (domain.md §22). Every fact about a school that could show its level, directly or by
 * inference, has a kind here; every reply and every notice asks before it is made.
 */
export type Fact =
  /** The level a person recorded and has communicated. */
  | 'level'
  | 'reasons'
  /** Promised, recorded, left and next: the number of visits gives the level away. */
  | 'visits'
  | 'expectations'
  | 'plan'
  /** That a school has a joint review group says it is at one of the levels of most concern. */
  | 'joint_review_group'
  | 'challenge'
  /** Proposed or ratified, and nobody at the school has been told yet. */
  | 'pending_level'
  /** Who works with the school: known to all its people, of no use to others. */
  | 'adviser'
  /** Who was shown something about the school, or told no. Never what. */
  | 'audit_trail';

/** What disclosure needs to know of a school. */
export type SchoolInScope = Pick<School, 'id' | 'area' | 'adviser' | 'phase'>;

/** How a person stands to one school. */
export type Standing =
  | 'headteacher'
  | 'deputy_headteacher'
  | 'chair_of_governors'
  | 'adviser'
  | 'senior_adviser'
  | 'head_of_service'
  | 'officer'
  | 'review_group'
  | 'fellow_head';

export interface NeedToKnow {
  /** May this viewer be told this fact about this school on this day? Nobody unlinked ever may. */
  may(viewer: Person | undefined, fact: Fact, school: SchoolInScope, today: Temporal.PlainDate): boolean;
}

export interface DisclosureRules {
  readonly policy: DisclosurePolicy;
  /** Keys of the review groups that oversee a school. */
  readonly overseenBy: (school: SchoolInScope) => readonly string[];
  readonly phaseOf: (school: SchoolId) => Phase | undefined;
  readonly proposers: readonly Role[];
  readonly ratifiers: readonly Role[];
}

/** The service's own people who work with a school. An officer keeps the records and reads none of these. */
const SERVICE: readonly Standing[] = ['adviser', 'senior_adviser', 'head_of_service'];

const ANYONE_WHO_WORKS_THERE: readonly Standing[] = [
  'headteacher',
  'deputy_headteacher',
  'chair_of_governors',
  ...SERVICE,
  'officer',
  'review_group',
];

export function createNeedToKnow(rules: DisclosureRules): NeedToKnow {
  const own: readonly Standing[] = rules.policy.ownSchool;
  const group: readonly Standing[] = rules.policy.reviewGroupMembersSeeLevels ? ['review_group'] : [];
  const fellows: readonly Standing[] = rules.policy.headsSeeLevelsOf === 'same_phase' ? ['fellow_head'] : [];
  const known = [...own, ...SERVICE, ...group];
  const allowed: Record<Fact, readonly Standing[]> = {
    level: [...known, ...fellows],
    reasons: known,
    visits: known,
    expectations: known,
    plan: known,
    joint_review_group: [...own, ...SERVICE],
    challenge: [...own, ...SERVICE],
    pending_level: SERVICE.filter((standing) =>
      [...rules.proposers, ...rules.ratifiers].some((role) => role === standing),
    ),
    adviser: ANYONE_WHO_WORKS_THERE,
    audit_trail: ['head_of_service', 'officer'],
  };
  return {
    may: (viewer, fact, school, today) =>
      standings(rules, viewer, school, today).some((standing) => allowed[fact].includes(standing)),
  };
}

function standings(
  rules: DisclosureRules,
  viewer: Person | undefined,
  school: SchoolInScope,
  today: Temporal.PlainDate,
): readonly Standing[] {
  if (!viewer) return [];
  return grantsOn(viewer, today).flatMap((grant): readonly Standing[] => {
    if (covers(rules, viewer, grant, school)) return STANDING[grant.role];
    return isFellowHead(rules, grant, school) ? ['fellow_head'] : [];
  });
}

function isFellowHead(rules: DisclosureRules, grant: Grant, school: SchoolInScope): boolean {
  return (
    grant.role === 'headteacher' && grant.scope.type === 'school' && rules.phaseOf(grant.scope.id) === school.phase
  );
}

/** An alliance lead stands nowhere by that role: findings are theirs, levels are not. */
const STANDING: Record<Role, readonly Standing[]> = {
  headteacher: ['headteacher'],
  deputy_headteacher: ['deputy_headteacher'],
  chair_of_governors: ['chair_of_governors'],
  adviser: ['adviser'],
  senior_adviser: ['senior_adviser'],
  head_of_service: ['head_of_service'],
  officer: ['officer'],
  review_group_member: ['review_group'],
  alliance_lead: [],
};

function covers(rules: DisclosureRules, viewer: Person, grant: Grant, school: SchoolInScope): boolean {
  switch (grant.scope.type) {
    case 'school':
      return grant.scope.id === school.id;
    case 'area':
      // A school allocated to another adviser in the area is theirs alone.
      return grant.scope.id === school.area && (school.adviser === undefined || school.adviser === viewer.id);
    case 'review_group':
      return rules.overseenBy(school).includes(grant.scope.id);
    case 'authority':
      return true;
    case 'alliance':
      return false;
  }
}

/**
 * The one thing said for "not allowed", "no such school" and "nothing recorded". It names no school and holds nothing
 * that differs between the three.
 */
export const NOT_YOURS_TO_KNOW =
  'I can’t help with that one. What is recorded about a school is shared only with its headteacher, its chair of ' +
  'governors and the people who work with that school. If you think you should be able to see it, please ask your adviser ' +
  'or the partnership team.';

export function notYoursToKnow(): Refusal {
  return new Refusal('not_yours_to_know', NOT_YOURS_TO_KNOW);
}

/** Restricted answers are given only where one person alone can read them. */
export function mayBeSaidIn(place: PlaceKind): boolean {
  return place === 'personal';
}
