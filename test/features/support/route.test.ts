import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { PersonId, SchoolId } from '../../../src/core/ids.ts';
import { Person } from '../../../src/core/people.ts';
import { route, routeUp } from '../../../src/features/support/route.ts';
import { createColleagues } from '../../../src/register/colleague-directory.ts';

const TODAY = Temporal.PlainDate.from('2026-11-18');
const SCHOOL = { id: SchoolId.parse('hill'), area: 'north', adviser: PersonId.parse('own') };

function person(id: string, role: string, scope: object, to?: string) {
  const grant = { role, scope, from: '2020-09-01', ...(to ? { to } : {}) };
  return Person.parse({ v: 1, id, displayName: `The ${id}`, grants: [grant] });
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

const passed = (...ids: string[]) => new Set(ids.map((id) => PersonId.parse(id)));
const routed = (...ids: string[]) => route(createColleagues(EVERYBODY), SCHOOL, TODAY, passed(...ids));

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
    const first = route(createColleagues(many), SCHOOL, TODAY, passed());
    expect(first.line).toHaveLength(20);
    const second = route(createColleagues(many), SCHOOL, TODAY, new Set(first.line));
    expect(second.line).toHaveLength(20);
    expect(second.line.filter((id) => first.line.includes(id))).toEqual([]);
  });
  it('by area when the school’s adviser is on record but no longer advises', () => {
    const gone = { ...SCHOOL, adviser: PersonId.parse('north-left') };
    expect(route(createColleagues(EVERYBODY), gone, TODAY, passed())).toMatchObject({ rule: 'area' });
  });
});

describe('Passed up, it goes', () => {
  const up = (...ids: string[]) => routeUp(createColleagues(EVERYBODY), TODAY, passed(...ids));
  it('to the senior advisers, else the head of service, else nobody', () => {
    expect(up()).toMatchObject({ line: ['senior'], rule: 'senior_adviser' });
    expect(up('senior')).toMatchObject({ line: ['top'], rule: 'head_of_service' });
    expect(up('senior', 'top')).toMatchObject({ line: [], rule: 'nobody' });
  });
});
