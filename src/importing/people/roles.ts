import { Role, type Scope } from '../../core/people.ts';
import { nearest, plain } from '../words/nearest.ts';

type ScopeType = Scope['type'];

/** How officers write each role, and the scopes in which it means something. */
const ROLES: Readonly<
  Record<Role, { readonly names: readonly [string, ...string[]]; readonly scopes: readonly ScopeType[] }>
> = {
  headteacher: {
    names: ['headteacher', 'head teacher', 'head', 'principal', 'executive headteacher'],
    scopes: ['school'],
  },
  deputy_headteacher: { names: ['deputy headteacher', 'deputy head', 'deputy'], scopes: ['school'] },
  chair_of_governors: { names: ['chair of governors', 'chair'], scopes: ['school'] },
  adviser: {
    names: ['adviser', 'advisor', 'school improvement adviser', 'school improvement advisor', 'sia', 'eqa'],
    scopes: ['school', 'area', 'authority'],
  },
  senior_adviser: {
    names: ['senior adviser', 'senior advisor', 'senior school improvement adviser'],
    scopes: ['school', 'area', 'authority'],
  },
  head_of_service: { names: ['head of service', 'head of learning improvement'], scopes: ['authority'] },
  officer: { names: ['officer', 'partnership officer'], scopes: ['authority'] },
  alliance_lead: { names: ['alliance lead'], scopes: ['alliance'] },
  review_group_member: { names: ['review group member'], scopes: ['review_group'] },
};

const SCOPES: Readonly<Record<ScopeType, readonly [string, ...string[]]>> = {
  school: ['school'],
  area: ['area'],
  alliance: ['alliance', 'learning alliance'],
  review_group: ['review group', 'group'],
  authority: ['authority', 'local authority', 'whole authority'],
};

export type Found<T> = { readonly found: T } | { readonly reason: string };

export function findRole(written: string): Found<Role> {
  const wanted = plain(written);
  const role = Role.options.find((option) => ROLES[option].names.some((name) => plain(name) === wanted));
  if (role) return { found: role };
  const like = nearest(
    written,
    Role.options.flatMap((option) => ROLES[option].names),
    (name) => name,
  );
  const names = Role.options.map((option) => ROLES[option].names[0]).join(', ');
  return {
    reason: `“${written}” is not a role here. ${like === undefined ? `The roles are: ${names}.` : `Did you mean “${like}”?`}`,
  };
}

/** The scope a role is held in. A headteacher's is a school and nothing wider: a slip here would open other schools' records. */
export function findScope(written: string, role: Role): Found<ScopeType> {
  const types = Object.keys(SCOPES) as ScopeType[];
  const wanted = plain(written);
  const type = types.find((option) => SCOPES[option].some((name) => plain(name) === wanted));
  const allowed = ROLES[role].scopes;
  const may = allowed.map((option) => SCOPES[option][0]).join(' or ');
  if (type === undefined) return { reason: `“${written}” is not a scope. For ${ROLES[role].names[0]} write: ${may}.` };
  if (!allowed.includes(type))
    return { reason: `The scope of a ${ROLES[role].names[0]} is ${may}, not ${SCOPES[type][0]}.` };
  return { found: type };
}
