import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs, STANDARD_POLICY } from '../../src/outbox/policy.ts';

describe('the wait between tries', () => {
  it('doubles from five seconds to two hours, and is between half of that and all of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (n, chance) => {
          const whole = Math.min(7_200_000, 5_000 * 2 ** (n - 1));
          const wait = backoffMs(n, STANDARD_POLICY, () => chance);
          expect(wait).toBeGreaterThanOrEqual(whole / 2);
          expect(wait).toBeLessThanOrEqual(whole);
        },
      ),
      { seed: 20261124 },
    );
  });

  it('adds up to a night before a row is given up', () => {
    const hours = (chance: number): number => {
      let total = 0;
      for (let n = 1; n < STANDARD_POLICY.maxAttempts; n += 1) total += backoffMs(n, STANDARD_POLICY, () => chance);
      return Math.round(total / 360_000) / 10;
    };
    expect([hours(0), hours(0.5), hours(0.999)]).toEqual([9.4, 14.1, 18.8]);
  });
});
