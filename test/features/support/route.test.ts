import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { PersonId, SchoolId } from '../../../src/core/ids.ts';
import { Routing } from '../../../src/core/partnership-routing.ts';
import { Person } from '../../../src/core/people.ts';
import { route, routeUp, type Situation } from '../../../src/features/support/routing/route.ts';
import { createColleagues } from '../../../src/register/colleague-directory.ts';

const TODAY = Temporal.PlainDate.from('2026-11-18');
const SCHOOL = {
  id: SchoolId.parse('hill'),
  area: 'north',
  adviser: PersonId.parse('own'),
  phase: 'primary',
} as const;

function person(id: string, role: string, scope: object, to?: string, more: object = {}) {
  const grant = { role, scope, from: '2020-09-01', ...(to ? { to } : {}) };
  return Person.parse({ v: 1, id, displayName: `The ${id}`, grants: [grant], ...more });
}

const north = { type: 'area', id: 'north' };
const EVERYBODY = [
  person('own', 'adviser', { type: 'area', id: 'south' }),
  person('north-1', 'adviser', north),
  person('north-2', 'adviser', north),
  person('north-left', 'adviser', north, '2026-08-31'),
  person('south-1', 'adviser', { type: 'area', id: 'south' }),
  person('senior', 'senior_adviser', { type: 'authority' }),
  person('top', 'head_of_service', { type: 'authority' }),
];

const people = (...ids: string[]) => new Set(ids.map((id) => PersonId.parse(id)));
const situation = (more: Partial<Situation> = {}): Situation => ({
  colleagues: createColleagues(EVERYBODY),
  rules: Routing.parse({}),
  school: SCHOOL,
  focuses: ['phonics'],
  today: TODAY,
  passed: people(),
  away: people(),
  load: new Map(),
  ...more,
});
const routed = (...ids: string[]) => route(situation({ passed: people(...ids) }));

describe('A request goes', () => {
  it('to the school’s own adviser', () => {
    expect(routed()).toEqual({ line: ['own'], names: ['The own'], rule: 'own_adviser' });
  });
  it('else to the advisers of its area together, and to nobody whose role has ended', () => {
    expect(routed('own')).toMatchObject({ line: ['north-1', 'north-2'], rule: 'area' });
  });
  it('else to those of them who are left', () => {
    expect(routed('own', 'north-1')).toMatchObject({ line: ['north-2'], rule: 'area' });
  });
  it('else to the senior advisers, then the head of service, then nobody', () => {
    expect(routed('own', 'north-1', 'north-2')).toMatchObject({ line: ['senior'], rule: 'senior_adviser' });
    expect(routed('own', 'north-1', 'north-2', 'senior')).toMatchObject({ line: ['top'], rule: 'head_of_service' });
    expect(routed('own', 'north-1', 'north-2', 'senior', 'top')).toEqual({ line: [], names: [], rule: 'nobody' });
  });
  it('to twenty people at most, and to the others when those cannot', () => {
    const many = Array.from({ length: 45 }, (_, n) => person(`many-${n}`, 'adviser', north));
    const colleagues = createColleagues(many);
    const first = route(situation({ colleagues }));
    expect(first.line).toHaveLength(20);
    const second = route(situation({ colleagues, passed: new Set(first.line) }));
    expect(second.line).toHaveLength(20);
    expect(second.line.filter((id) => first.line.includes(id))).toEqual([]);
  });
  it('by area when the school’s adviser is on record but no longer advises', () => {
    const gone = { ...SCHOOL, adviser: PersonId.parse('north-left') };
    expect(route(situation({ school: gone }))).toMatchObject({ rule: 'area' });
  });
});

describe('Passed up, it goes', () => {
  const up = (...ids: string[]) => routeUp(situation({ passed: people(...ids) }));
  it('to the senior advisers, else the head of service, else nobody', () => {
    expect(up()).toMatchObject({ line: ['senior'], rule: 'senior_adviser' });
    expect(up('senior')).toMatchObject({ line: ['top'], rule: 'head_of_service' });
    expect(up('senior', 'top')).toMatchObject({ line: [], rule: 'nobody' });
  });
});

describe('While the school’s own adviser is away, it goes', () => {
  it('to the area, and the card says why', () => {
    expect(route(situation({ away: people('own') }))).toEqual({
      line: ['north-1', 'north-2'],
      names: ['The north-1', 'The north-2'],
      rule: 'area',
      because: ['own_adviser_away'],
    });
  });
  it('past everybody else who is away too', () => {
    expect(route(situation({ away: people('own', 'north-1', 'north-2') }))).toMatchObject({
      line: ['senior'],
      rule: 'senior_adviser',
      because: ['own_adviser_away'],
    });
  });
  it('to them after all when everybody is away: no request is left with no one', () => {
    const away = people(...EVERYBODY.map(({ id }) => id));
    expect(route(situation({ away }))).toMatchObject({
      line: ['own'],
      rule: 'own_adviser',
      because: ['everybody_away'],
    });
  });
});

describe('Among several advisers of an area, it goes', () => {
  const team = (more: Record<string, object>) =>
    createColleagues(Object.entries(more).map(([id, extra]) => person(id, 'adviser', north, undefined, extra)));
  const school = { id: SCHOOL.id, area: 'north', phase: 'primary' } as const;

  it('to those who know such schools, if any do', () => {
    const colleagues = team({ a: {}, b: { phases: ['primary'] }, c: { phases: ['secondary'] } });
    expect(route(situation({ colleagues, school }))).toMatchObject({ line: ['b'], because: ['knows_phase'] });
    const nobody = team({ a: {}, c: { phases: ['secondary'] } });
    expect(route(situation({ colleagues: nobody, school }))).toMatchObject({ line: ['a', 'c'] });
  });
  it('of these, to those who know what it is about', () => {
    const knows = { specialisms: ['phonics'] };
    const colleagues = team({ a: knows, b: { phases: ['primary'] }, c: { phases: ['primary'], ...knows } });
    expect(route(situation({ colleagues, school }))).toMatchObject({
      line: ['c'],
      because: ['knows_phase', 'knows_focus'],
    });
  });
  it('not to somebody with far more to do than the others, and to the lightest first', () => {
    const load = new Map([
      [PersonId.parse('a'), 5],
      [PersonId.parse('b'), 2],
    ]);
    const colleagues = team({ a: {}, b: {}, c: {} });
    expect(route(situation({ colleagues, school, load }))).toMatchObject({
      line: ['c', 'b'],
      because: ['fewest_open'],
    });
    const rules = Routing.parse({ loadApart: null });
    expect(route(situation({ colleagues, school, load, rules })).line).toEqual(['c', 'b', 'a']);
  });
  it('to no more at once than the authority says', () => {
    const colleagues = team({ a: {}, b: {}, c: {} });
    const rules = Routing.parse({ askTogether: 2 });
    expect(route(situation({ colleagues, school, rules })).line).toEqual(['a', 'b']);
  });
});

describe('By the authority’s own rules, it goes', () => {
  it('to whoever knows the work, where nobody is nearer', () => {
    const expert = person('expert', 'adviser', { type: 'area', id: 'south' }, undefined, { specialisms: ['phonics'] });
    const colleagues = createColleagues([...EVERYBODY.filter(({ id }) => id === 'senior'), expert]);
    expect(route(situation({ colleagues }))).toMatchObject({
      line: ['expert'],
      rule: 'expertise',
      because: ['knows_focus'],
    });
  });
  it('straight to the head of service, should they say so', () => {
    const rules = Routing.parse({ steps: ['head_of_service'] });
    expect(route(situation({ rules }))).toMatchObject({ line: ['top'], rule: 'head_of_service' });
  });
  it('which must name each step once', () => {
    expect(() => Routing.parse({ steps: ['area', 'area'] })).toThrow('each step once');
    expect(() => Routing.parse({ steps: [] })).toThrow();
    expect(() => Routing.parse({ steps: ['anybody'] })).toThrow();
  });
});

describe('Whoever is away, has passed it or has much to do', () => {
  const some = fc.subarray(EVERYBODY.map(({ id }) => id));
  it('a request goes to somebody as long as there is anybody, never to who passed it, and to who is away only when all are', () => {
    fc.assert(
      fc.property(
        some,
        some,
        fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }),
        fc.option(fc.nat(3), { nil: null }),
        (gone, passed, loads, loadApart) => {
          const load = new Map(EVERYBODY.map(({ id }, n) => [id, loads[n] ?? 0] as const));
          const rules = Routing.parse({ loadApart });
          const found = route(situation({ away: new Set(gone), passed: new Set(passed), load, rules }));
          const could = ['own', 'north-1', 'north-2', 'senior', 'top'].filter(
            (id) => !passed.some((one) => one === id),
          );
          const there = could.filter((id) => !gone.some((one) => one === id));
          expect(found.line.length > 0).toBe(could.length > 0);
          expect(found.rule === 'nobody').toBe(could.length === 0);
          for (const id of found.line) {
            expect(could).toContain(id);
            if (there.length > 0) expect(there).toContain(id);
          }
        },
      ),
    );
  });
});
