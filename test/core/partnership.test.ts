import { describe, expect, it } from 'vitest';
import { areaByWords, reviewGroupByWords, reviewGroupsOf } from '../../src/core/partnership.ts';
import { applyOverrides, type Override } from '../../src/core/partnership-overrides.ts';
import { loadPartnership } from '../../src/partnership/load.ts';
import { loadFramework } from '../../src/partnership/load-framework.ts';

const leeds = loadFramework({ id: 'leeds-2013', root: 'partnerships' });
const leicestershire = loadFramework({ id: 'leicestershire-2015', root: 'partnerships' });
const { partnership: calderbrook, framework } = loadPartnership({ name: 'demo', root: 'partnerships' });
const ruled = { ruledBy: 'Head of Learning Improvement', ruledOn: '2026-09-07' };

describe('an authority’s ruling', () => {
  it('settles the visits of category 5 and leaves what was published beside it', () => {
    const visits: Override = {
      settles: 'visits',
      level: '5',
      visits: { mode: 'up_to', max: 12 },
      note: 'A2',
      ...ruled,
    };
    const level = applyOverrides(leeds, [visits]).levels.find((each) => each.key === '5');
    expect(level?.visits).toMatchObject({ mode: 'up_to', max: 12, unit: 'half_day' });
    expect(level?.visits.ruling).toEqual({ by: 'Head of Learning Improvement', on: '2026-09-07', note: 'A2' });
    expect(level?.visits.statements).toHaveLength(4);
  });

  it('may give a number where none was published', () => {
    const visits: Override = { settles: 'visits', level: 'targeted', visits: { mode: 'at_least', min: 3 }, ...ruled };
    const level = applyOverrides(leicestershire, [visits]).levels.find((each) => each.key === 'targeted');
    expect(level?.visits).toMatchObject({ mode: 'at_least', min: 3, unit: 'half_day' });
  });

  it('settles whether the adviser attends governors in category 5, which is then no longer assumed', () => {
    const override: Override = { settles: 'governing_body_attendance', level: '5', attends: false, ...ruled };
    const level = applyOverrides(leeds, [override]).levels.find((each) => each.key === '5');
    expect(level?.governingBodyAttendance).toEqual({
      attends: false,
      ruling: { by: 'Head of Learning Improvement', on: '2026-09-07' },
    });
  });

  it('gives the days the strategy leaves out', () => {
    const days: Override = { settles: 'working_time', promise: 'accuracyCheckWorkingDays', value: 10, ...ruled };
    const challenge: Override = { settles: 'challenge_days', workingDays: 15, ...ruled };
    const midpoint: Override = { settles: 'midpoint_review', held: false, ...ruled };
    const settled = applyOverrides(leeds, [days, challenge, midpoint]);
    expect(leeds.sla.accuracyCheckWorkingDays).toBeNull();
    expect(settled.sla).toMatchObject({ accuracyCheckWorkingDays: 10, matchWorkingDays: null, midpointReview: false });
    expect(settled.assignment.challenge.workingDays).toBe(15);
  });

  it('may let heads of one phase see one another’s levels, and changes nothing else about disclosure', () => {
    const override: Override = { settles: 'disclosure', policy: { headsSeeLevelsOf: 'same_phase' }, ...ruled };
    expect(applyOverrides(leeds, [override]).disclosure).toEqual({
      ...leeds.disclosure,
      headsSeeLevelsOf: 'same_phase',
    });
  });

  it('touches no other level, and the later of two wins', () => {
    const first: Override = { settles: 'visits', level: '5', visits: { mode: 'up_to', max: 12 }, ...ruled };
    const second: Override = { settles: 'visits', level: '5', visits: { mode: 'at_least', min: 12 }, ...ruled };
    const settled = applyOverrides(leeds, [first, second]);
    expect(settled.levels[4]?.visits.mode).toBe('at_least');
    expect(settled.levels.slice(0, 4)).toEqual(leeds.levels.slice(0, 4));
  });
});

describe('the demonstration partnership', () => {
  it('has the four review groups, found by what people call them', () => {
    expect(calderbrook.reviewGroups.map((group) => group.key)).toEqual([
      'primary-north',
      'primary-south',
      'secondary',
      'early-years',
    ]);
    expect(reviewGroupByWords(calderbrook, 'the PRG North')?.key).toBe('primary-north');
    expect(reviewGroupByWords(calderbrook, 'srg')?.key).toBe('secondary');
    expect(reviewGroupByWords(calderbrook, 'EYRG')?.key).toBe('early-years');
    expect(reviewGroupByWords(calderbrook, 'PRU')).toBeUndefined();
  });

  it.each([
    ['a primary school in the north', { phase: 'primary', area: 'north' } as const, ['primary-north']],
    ['a special school, which no published group names', { phase: 'special', area: 'south' } as const, ['secondary']],
    ['a primary school in no area', { phase: 'primary' } as const, []],
  ])('%s is overseen by its group', (_, school, keys) => {
    expect(reviewGroupsOf(calderbrook, school).map((group) => group.key)).toEqual(keys);
  });

  it('knows its areas by name', () => {
    expect(areaByWords(calderbrook, 'the North')?.key).toBe('north');
    expect(areaByWords(calderbrook, 'east')).toBeUndefined();
  });

  it('has ruled on the days the strategy leaves out', () => {
    expect(framework.sla.accuracyCheckWorkingDays).toBe(10);
    expect(framework.assignment.challenge.workingDays).toBe(10);
  });

  it('names real help for heads and for danger, and otherwise only numbers kept free for drama', () => {
    const { contacts } = calderbrook;
    expect(contacts.emergency.phone).toBe('999');
    expect(contacts.wellbeing).toMatchObject({ name: 'Education Support', phone: '08000 562 561' });
    const others = Object.entries(contacts).filter(([key]) => key !== 'emergency' && key !== 'wellbeing');
    for (const [, contact] of others) {
      expect(contact.phone).toMatch(/^(01632 960\d{3}|0808 157 0\d{3})$/);
      if (contact.email) expect(contact.email).toMatch(/@calderbrook\.example\.org$/);
    }
  });
});
