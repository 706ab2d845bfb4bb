import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createNeedToKnow, type DisclosureRules, type Fact, type SchoolInScope } from '../../src/core/disclosure.ts';
import { PersonId, SchoolId } from '../../src/core/ids.ts';
import type { Grant, Role } from '../../src/core/people.ts';
import { personOf } from '../harness/records.ts';

const TODAY = Temporal.PlainDate.from('2026-11-18');
const ALDER: SchoolInScope = { id: SchoolId.parse('alder'), area: 'north', phase: 'primary' };

/** Leeds 2013's policy; the primary review group of the north oversees Alder. */
const RULES: DisclosureRules = {
  policy: {
    ownSchool: ['headteacher', 'chair_of_governors'],
    reviewGroupMembersSeeLevels: true,
    headsSeeLevelsOf: 'own_school',
    smallestCountTold: 5,
  },
  overseenBy: (school) => (school.phase === 'primary' ? ['primary-north'] : ['secondary']),
  phaseOf: (id) => (({ alder: 'primary', birch: 'primary', cedar: 'secondary' }) as const)[id as string],
  proposers: ['adviser'],
  ratifiers: ['head_of_service'],
};

const may = (
  grants: Parameters<typeof personOf>[1],
  fact: Fact,
  over: { rules?: Partial<DisclosureRules>; school?: SchoolInScope } = {},
) => createNeedToKnow({ ...RULES, ...over.rules }).may(personOf('somebody', grants), fact, over.school ?? ALDER, TODAY);

const FACTS: readonly Fact[] = [
  'level',
  'reasons',
  'visits',
  'expectations',
  'plan',
  'joint_review_group',
  'challenge',
  'pending_level',
  'adviser',
  'audit_trail',
];

/** Written out by hand from domain.md §22, so that the rule is not its own judge. Facts in the order above: y may, . may not. */
const TABLE: readonly (readonly [role: Role, scope: string, may: string])[] = [
  ['headteacher', 'school:alder', 'yyyyyyy.y.'],
  ['chair_of_governors', 'school:alder', 'yyyyyyy.y.'],
  ['deputy_headteacher', 'school:alder', '........y.'],
  ['adviser', 'school:alder', 'yyyyyyyyy.'],
  ['adviser', 'area:north', 'yyyyyyyyy.'],
  ['adviser', 'area:south', '..........'],
  ['senior_adviser', 'area:north', 'yyyyyyy.y.'],
  ['senior_adviser', 'authority', 'yyyyyyy.y.'],
  ['head_of_service', 'authority', 'yyyyyyyyyy'],
  ['officer', 'authority', '........yy'],
  ['review_group_member', 'review_group:primary-north', 'yyyyy...y.'],
  ['review_group_member', 'review_group:secondary', '..........'],
  ['alliance_lead', 'alliance:beckside', '..........'],
  ['alliance_lead', 'school:alder', '..........'],
  ['headteacher', 'school:birch', '..........'],
  ['chair_of_governors', 'school:birch', '..........'],
  ['headteacher', 'alliance:beckside', '..........'],
];

describe('Who may know what about a school', () => {
  it.each(TABLE)('%s of %s: %s', (role, scope, expected) => {
    const found = FACTS.map((fact) => (may([[role, scope]], fact) ? 'y' : '.')).join('');
    expect(found).toBe(expected);
  });

  it('nobody unlinked knows anything', () => {
    const { may: knows } = createNeedToKnow(RULES);
    expect(FACTS.filter((fact) => knows(undefined, fact, ALDER, TODAY))).toEqual([]);
  });

  it('somebody with no role knows nothing', () => {
    expect(FACTS.filter((fact) => may([], fact))).toEqual([]);
  });

  it('two roles know what either knows, and no more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TABLE),
        fc.constantFrom(...TABLE),
        fc.constantFrom(...FACTS),
        (one, other, fact) => {
          const grants = [one, other].map(([role, scope]) => [role, scope] as const);
          return may(grants, fact) === grants.some((grant) => may([grant], fact));
        },
      ),
    );
  });
});

describe('Roles have dates', () => {
  it.each([
    ['2026-11-18', undefined, true],
    ['2026-11-19', undefined, false],
    ['2026-09-01', '2026-11-18', true],
    ['2026-09-01', '2026-11-17', false],
  ])('a head from %s to %s', (from, to, knows) => {
    expect(may([['headteacher', 'school:alder', from, to]], 'level')).toBe(knows);
  });

  it('a role that ended gives nothing, whatever its scope', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TABLE),
        fc.constantFrom(...FACTS),
        ([role, scope], fact) => !may([[role, scope, '2020-09-01', '2026-11-17']], fact),
      ),
    );
  });
});

describe('A school given to one adviser of an area', () => {
  const allocated = { ...ALDER, adviser: PersonId.parse('somebody') };
  const elsewhere = { ...ALDER, adviser: PersonId.parse('another') };

  it('is that adviser’s, and no longer the others’', () => {
    expect(may([['adviser', 'area:north']], 'level', { school: allocated })).toBe(true);
    expect(may([['adviser', 'area:north']], 'level', { school: elsewhere })).toBe(false);
  });

  it('stays known to those who answer for all schools', () => {
    expect(may([['head_of_service', 'authority']], 'level', { school: elsewhere })).toBe(true);
  });
});

describe('What an authority may decide differently', () => {
  const policy = (over: Partial<DisclosureRules['policy']>) => ({ rules: { policy: { ...RULES.policy, ...over } } });

  it('deputies may be let in to their own school', () => {
    const open = policy({ ownSchool: ['headteacher', 'deputy_headteacher', 'chair_of_governors'] });
    expect(may([['deputy_headteacher', 'school:alder']], 'level', open)).toBe(true);
    expect(may([['deputy_headteacher', 'school:birch']], 'level', open)).toBe(false);
  });

  it('chairs may be left out', () => {
    expect(may([['chair_of_governors', 'school:alder']], 'level', policy({ ownSchool: ['headteacher'] }))).toBe(false);
  });

  it('review groups may be left out', () => {
    const closed = policy({ reviewGroupMembersSeeLevels: false });
    expect(FACTS.filter((fact) => may([['review_group_member', 'review_group:primary-north']], fact, closed))).toEqual([
      'adviser',
    ]);
  });

  it('heads of a phase may know one another’s level: the level alone, heads alone, that phase alone', () => {
    const open = policy({ headsSeeLevelsOf: 'same_phase' });
    expect(FACTS.filter((fact) => may([['headteacher', 'school:birch']], fact, open))).toEqual(['level']);
    expect(may([['headteacher', 'school:cedar']], 'level', open)).toBe(false);
    expect(may([['chair_of_governors', 'school:birch']], 'level', open)).toBe(false);
    expect(may([['headteacher', 'school:birch', '2020-09-01', '2026-08-31']], 'level', open)).toBe(false);
  });

  it('who proposes and ratifies follows the framework, within the service only', () => {
    const rules = { proposers: ['senior_adviser', 'headteacher'], ratifiers: ['officer'] } as const;
    expect(may([['senior_adviser', 'authority']], 'pending_level', { rules })).toBe(true);
    expect(may([['adviser', 'area:north']], 'pending_level', { rules })).toBe(false);
    expect(may([['headteacher', 'school:alder']], 'pending_level', { rules })).toBe(false);
    expect(may([['officer', 'authority']], 'pending_level', { rules })).toBe(false);
  });
});

describe('A pending level', () => {
  it('is known to nobody at the school, whatever the policy', () => {
    const ownSchool = fc.subarray(['headteacher', 'deputy_headteacher', 'chair_of_governors'] as const, {
      minLength: 1,
    });
    const role = fc.constantFrom<Grant['role'][]>(
      'headteacher',
      'deputy_headteacher',
      'chair_of_governors',
      'officer',
      'alliance_lead',
      'review_group_member',
    );
    const scope = fc.constantFrom('school:alder', 'authority', 'area:north', 'review_group:primary-north');
    fc.assert(
      fc.property(
        ownSchool,
        fc.boolean(),
        fc.constantFrom('own_school', 'same_phase'),
        role,
        scope,
        (own, group, heads, who, where) => {
          const rules = {
            policy: { ...RULES.policy, ownSchool: own, reviewGroupMembersSeeLevels: group, headsSeeLevelsOf: heads },
          };
          return !may([[who as Role, where]], 'pending_level', { rules });
        },
      ),
    );
  });
});
