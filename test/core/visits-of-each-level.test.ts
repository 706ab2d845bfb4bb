import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citation } from '../../src/core/framework-source.ts';
import { VisitEntitlement, visitBalance } from '../../src/core/framework-visits.ts';
import { loadFramework } from '../../src/partnership/load-framework.ts';

const leeds = loadFramework({ id: 'leeds-2013', root: 'partnerships' });
const leicestershire = loadFramework({ id: 'leicestershire-2015', root: 'partnerships' });
const bands = loadFramework({ id: 'support-bands-2026', root: 'partnerships' });

function visitsOf(framework: typeof leeds, key: string): VisitEntitlement {
  const level = framework.levels.find((each) => each.key === key);
  if (!level) throw new Error(`No level ${key}`);
  return level.visits;
}

describe('what each level promises', () => {
  it.each([
    ['1', { mode: 'exact', count: 1, unit: 'half_day' }],
    ['2', { mode: 'exact', count: 3, unit: 'half_day' }],
    ['3', { mode: 'at_least', min: 4, unit: 'half_day' }],
    ['4', { mode: 'up_to', max: 6, unit: 'half_day' }],
    ['5', { mode: 'set_by_plan', setBy: 'action_plan', unit: 'half_day' }],
  ])('Leeds 2013, category %s', (key, promise) => {
    expect(visitsOf(leeds, key)).toMatchObject(promise);
  });

  it.each(['collaborative', 'targeted', 'intensive'])('Leicestershire 2015, %s: no number is published', (key) => {
    expect(visitsOf(leicestershire, key)).toMatchObject({ mode: 'none' });
    expect(visitsOf(leicestershire, key)).not.toHaveProperty('unit');
  });

  it.each([
    ['light-touch', { mode: 'exact', count: 1 }],
    ['light-touch-plus', { mode: 'exact', count: 3 }],
    ['support-and-challenge', { mode: 'at_least', min: 6 }],
    ['support-and-challenge-plus', { mode: 'set_by_plan', setBy: 'action_plan' }],
  ])('the composed bands of 2026, %s', (key, promise) => {
    expect(visitsOf(bands, key)).toMatchObject(promise);
  });

  it('the three statements about category 5 that contradict one another all stand, each with its place', () => {
    const said = visitsOf(leeds, '5').statements.map(({ text, source }) => `${text} (${citation(leeds, source)})`);
    expect(said).toEqual([
      "'Schools in category' will receive a maximum of 12 x ½ day visits (Strategy for Learning Improvement (June 2013), A2)",
      'Schools will receive up to 12 x ½ day monitoring visits per year (Strategy for Learning Improvement (June 2013), B1)',
      'The number of monitoring visits will be detailed in local authority action plan (Strategy for Learning Improvement (June 2013), B1)',
      'a bespoke support package (at least 12 x ½ days visits) (Strategy for Learning Improvement (June 2013), B5)',
    ]);
  });

  it('a promise of two kinds at once cannot be written', () => {
    const both = { ...visitsOf(leeds, '3'), max: 6 };
    expect(VisitEntitlement.safeParse(both).success).toBe(false);
    expect(VisitEntitlement.safeParse({ ...visitsOf(leeds, '5'), count: 12 }).success).toBe(false);
    expect(VisitEntitlement.safeParse({ ...visitsOf(leicestershire, 'targeted'), min: 1 }).success).toBe(false);
  });
});

describe('what is left', () => {
  it.each([
    ['1', 0, undefined, { mode: 'exact', promised: 1, recorded: 0, left: 1 }],
    ['1', 2, undefined, { mode: 'exact', promised: 1, recorded: 2, left: 0 }],
    ['2', 1, undefined, { mode: 'exact', promised: 3, recorded: 1, left: 2 }],
    ['3', 2, undefined, { mode: 'at_least', promised: 4, recorded: 2, owed: 2 }],
    ['3', 5, undefined, { mode: 'at_least', promised: 4, recorded: 5, owed: 0 }],
    ['4', 3, undefined, { mode: 'up_to', ceiling: 6, recorded: 3, room: 3 }],
    ['4', 6, undefined, { mode: 'up_to', ceiling: 6, recorded: 6, room: 0 }],
    ['5', 5, undefined, { mode: 'set_by_plan', recorded: 5 }],
    ['5', 5, 12, { mode: 'set_by_plan', recorded: 5, stated: 12, left: 7 }],
  ])('category %s with %i recorded, the plan stating %s', (key, recorded, stated, balance) => {
    expect(visitBalance(visitsOf(leeds, key), recorded, stated)).toEqual(balance);
  });

  it('nothing is counted down where nothing was promised', () => {
    expect(visitBalance(visitsOf(leicestershire, 'targeted'), 3)).toEqual({ mode: 'none', recorded: 3 });
  });

  it('a plan changes the balance only where the plan sets the number', () => {
    expect(visitBalance(visitsOf(leeds, '2'), 1, 12)).toEqual(visitBalance(visitsOf(leeds, '2'), 1));
  });

  it('is never less than nothing, however many visits there were', () => {
    const every = [...leeds.levels, ...leicestershire.levels, ...bands.levels];
    fc.assert(
      fc.property(
        fc.constantFrom(...every),
        fc.nat(60),
        fc.option(fc.integer({ min: 1, max: 40 })),
        (level, n, plan) => {
          const balance = visitBalance(level.visits, n, plan ?? undefined);
          const numbers = Object.values(balance).filter((value) => typeof value === 'number');
          return numbers.every((value) => value >= 0) && balance.recorded === n && balance.mode === level.visits.mode;
        },
      ),
    );
  });
});
