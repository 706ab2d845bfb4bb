import { describe, expect, it } from 'vitest';
import { adviserSection } from '../../../../src/features/categories/sections/adviser.ts';
import type { Voice } from '../../../../src/features/categories/voice.ts';
import { loadPartnership } from '../../../../src/partnership/load.ts';
import { personOf } from '../../../harness/records.ts';

const { framework, partnership } = loadPartnership({ name: 'demo', root: 'partnerships' });
const HEAD: Voice = { reader: 'own_school', adviser: 'your adviser' };
const PRIYA = personOf('adviser', [['adviser', 'area:north']], {
  displayName: 'Priya Nair',
  title: 'School Improvement Adviser, North',
  phone: '01632 960104',
  email: 'priya@calderbrook.example',
});

describe('The adviser', () => {
  it('is named, with how to reach them', () => {
    const section = adviserSection(framework, partnership, { adviser: PRIYA, head: undefined }, HEAD);
    expect(section.lead).toBe('Priya Nair, School Improvement Adviser, North.');
    expect(section.facts).toEqual([
      { title: 'Phone', value: '01632 960104' },
      { title: 'E-mail', value: 'priya@calderbrook.example' },
    ]);
  });

  it('is told that it is them', () => {
    const voice: Voice = { reader: 'adviser', adviser: 'you' };
    const section = adviserSection(framework, partnership, { adviser: PRIYA, head: undefined }, voice);
    expect(section.lead).toBe('You are this school’s adviser.');
  });

  it('is followed by who answers for the service', () => {
    const head = personOf('helen', [['head_of_service', 'authority']], { displayName: 'Helen Marsh' });
    const { facts } = adviserSection(framework, partnership, { adviser: PRIYA, head }, HEAD);
    expect(facts?.at(-1)).toEqual({ title: 'Head of Learning Improvement', value: 'Helen Marsh' });
  });

  it('without a number of their own is reached through the team, which is named as the team', () => {
    const silent = personOf('silent', [['adviser', 'area:north']], { displayName: 'Tom Akande' });
    const section = adviserSection(framework, partnership, { adviser: silent, head: undefined }, HEAD);
    expect(section.lead).toBe('Tom Akande, School Improvement Adviser.');
    expect(section.facts).toEqual([
      { title: 'Calderbrook Learning Improvement team', value: '01632 960010, improvement@calderbrook.example.org' },
    ]);
  });

  it('is the team where nobody is allocated', () => {
    const section = adviserSection(framework, partnership, { adviser: undefined, head: undefined }, HEAD);
    expect(section.lead).toBe(
      'No School Improvement Adviser is on record for this school. Calderbrook Learning Improvement team can help.',
    );
    expect(section.facts?.[0]).toEqual({ title: 'Phone', value: '01632 960010' });
  });
});
