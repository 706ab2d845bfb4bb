import type { Temporal } from 'temporal-polyfill';
import type { Terms } from '../../core/framework-vocabulary.ts';
import { grantsOn, type Person, type Role } from '../../core/people.ts';

/** Questions worth trying first, in words that work, by what a person is. Shown as buttons that ask them. */
export function startersFor(person: Person | undefined, terms: Terms, today: Temporal.PlainDate): readonly string[] {
  const roles = new Set(person ? grantsOn(person, today).map((grant) => grant.role) : []);
  const [role] = ORDER.filter((candidate) => roles.has(candidate));
  return role ? STARTERS[role](terms) : UNLINKED(terms);
}

/** The role that best says what somebody opens the bot for, when they hold several. */
const ORDER: readonly Role[] = [
  'head_of_service',
  'senior_adviser',
  'adviser',
  'headteacher',
  'chair_of_governors',
  'deputy_headteacher',
  'officer',
  'alliance_lead',
  'review_group_member',
];

const LEVELS = (terms: Terms) => `What are the ${terms.level.plural}?`;
const GROUPS = (terms: Terms) => `What is a ${terms.reviewGroup.singular} for?`;
const HELP = 'How do I get help?';
const BY_LEVEL = (terms: Terms) => `My schools by ${terms.level.singular}`;

const UNLINKED = (terms: Terms): readonly string[] => [LEVELS(terms), GROUPS(terms), HELP];

const SCHOOL = (terms: Terms): readonly string[] => [
  `What ${terms.level.singular} are we?`,
  'How many visits have we left?',
  'What will we receive?',
  'Who is our adviser?',
];

const HEAD = (terms: Terms): readonly string[] => [
  `What ${terms.level.singular} are we?`,
  'How many visits have we left?',
  'We’d like to ask for support',
  'Who is our adviser?',
];

const SERVICE = (terms: Terms): readonly string[] => [
  'What is waiting for me?',
  BY_LEVEL(terms),
  'Which of my schools are still owed visits?',
  'What is proposed but not yet shared?',
];

const STARTERS: Record<Role, (terms: Terms) => readonly string[]> = {
  headteacher: HEAD,
  chair_of_governors: SCHOOL,
  deputy_headteacher: (terms) => ['Who is our adviser?', LEVELS(terms)],
  adviser: SERVICE,
  senior_adviser: SERVICE,
  head_of_service: SERVICE,
  // What is not yet shared is for those who propose and ratify, not for all who oversee.
  review_group_member: (terms) => [BY_LEVEL(terms), GROUPS(terms), LEVELS(terms)],
  officer: (terms) => ['Give someone a link code', 'Our phrases', LEVELS(terms)],
  alliance_lead: UNLINKED,
};
