import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveBack, Hold, leftOf, setAside, spend } from '../../../src/features/support/holds/ledger.ts';
import { RequestRef } from '../../../src/features/support/schema.ts';

const ref = (n: number) => RequestRef.parse(`SR-2026-000${n}`);
const AT = '2026-11-18T10:00:00.000Z';
const wants = (request: number, number: number, amount: number) => ({ request: ref(request), number, amount, at: AT });

describe('What is set aside out of something that can run out', () => {
  it('leaves the rest, and is refused when there is not so much', () => {
    const holds = setAside(6, [], wants(1, 1, 4));
    expect(holds).toMatchObject([{ request: 'SR-2026-0001', amount: 4, state: 'held' }]);
    expect(leftOf(6, holds ?? [])).toBe(2);
    expect(setAside(6, holds ?? [], wants(2, 1, 3))).toBeUndefined();
    expect(setAside(6, holds ?? [], wants(2, 1, 2))).toHaveLength(2);
  });

  it('takes the place of what the same request held before', () => {
    const first = setAside(6, [], wants(1, 1, 4)) ?? [];
    expect(setAside(6, first, wants(1, 2, 6))).toMatchObject([{ number: 2, amount: 6 }]);
    expect(setAside(6, first, wants(1, 2, 7))).toBeUndefined();
  });

  it('changes nothing when asked twice, and keeps the larger of two amounts asked for at once', () => {
    const first = setAside(6, [], wants(1, 1, 4)) ?? [];
    expect(setAside(6, first, wants(1, 1, 4))).toBe(first);
    expect(setAside(6, first, wants(1, 1, 2))).toBe(first);
    expect(setAside(6, first, wants(1, 1, 5))).toMatchObject([{ amount: 5 }]);
  });

  it('is not taken away by somebody who comes late with an older number', () => {
    const second = setAside(6, [], wants(1, 2, 4)) ?? [];
    expect(setAside(6, second, wants(1, 1, 6))).toBe(second);
    expect(giveBack(second, ref(1), 1)).toEqual(second);
  });

  it('is given back; what was used is not, and only what was held can be used', () => {
    const held = setAside(6, setAside(6, [], wants(1, 1, 4)) ?? [], wants(2, 1, 2)) ?? [];
    expect(giveBack(held, ref(1))).toMatchObject([{ request: 'SR-2026-0002' }]);
    const used = spend(held, ref(1), 3);
    expect(leftOf(6, used)).toBe(1);
    expect(giveBack(used, ref(1))).toEqual(used);
    expect(leftOf(6, spend(held, ref(1), 99))).toBe(0);
    expect(setAside(6, used, wants(1, 2, 1))).toBeUndefined();
  });

  it('is never more than there is, whatever is done in whatever order', () => {
    const step = fc.record({
      do: fc.constantFrom('set_aside', 'give_back', 'give_back_one', 'spend'),
      request: fc.integer({ min: 1, max: 4 }),
      number: fc.integer({ min: 1, max: 3 }),
      amount: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.nat(12), fc.array(step, { maxLength: 40 }), (total, steps) => {
        let holds: readonly Hold[] = [];
        for (const one of steps) {
          const before = holds;
          const request = ref(one.request);
          if (one.do === 'set_aside')
            holds = setAside(total, holds, wants(one.request, one.number, one.amount)) ?? holds;
          if (one.do === 'give_back') holds = giveBack(holds, request);
          if (one.do === 'give_back_one') holds = giveBack(holds, request, one.number);
          if (one.do === 'spend') holds = spend(holds, request, one.amount);
          for (const hold of holds) Hold.parse(hold);
          const sum = holds.reduce((all, { amount }) => all + amount, 0);
          expect(sum).toBeLessThanOrEqual(total);
          expect(leftOf(total, holds)).toBe(total - sum);
          expect(new Set(holds.map((hold) => hold.request)).size).toBe(holds.length);
          const others = (all: readonly Hold[]) => all.filter((hold) => hold.request !== request);
          expect(new Set(others(holds))).toEqual(new Set(others(before)));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
