import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignTogether, type Seeking } from '../../../../src/features/brokerage/matching/together.ts';
import { OfferId, RequestRef } from '../../../../src/features/support/index.ts';

const ref = (n: number) => RequestRef.parse(`SR-2026-${String(n).padStart(4, '0')}`);
const offer = (n: number) => OfferId.parse(`offer-${n}`);
const seeking = (n: number, ...choices: readonly (readonly [number, number, number])[]): Seeking => ({
  request: ref(n),
  choices: choices.map(([of, points, takes]) => ({ offer: offer(of), points, takes })),
});
const room = (...left: readonly number[]) => new Map(left.map((count, n) => [offer(n + 1), count]));
const result = (given: ReturnType<typeof assignTogether>) =>
  Object.fromEntries([...given].map(([request, choice]) => [request, choice.offer]));

describe('Partners for all requests together', () => {
  it('give each the best where there is enough for all', () => {
    const given = assignTogether([seeking(1, [1, 90, 2], [2, 50, 2]), seeking(2, [1, 80, 2])], room(4, 4));
    expect(result(given)).toEqual({ 'SR-2026-0001': 'offer-1', 'SR-2026-0002': 'offer-1' });
  });

  it('move one to its second choice so that another has any', () => {
    const given = assignTogether([seeking(1, [1, 90, 2], [2, 50, 2]), seeking(2, [1, 80, 2])], room(2, 4));
    expect(result(given)).toEqual({ 'SR-2026-0001': 'offer-2', 'SR-2026-0002': 'offer-1' });
  });

  it('are exchanged where both together fit better', () => {
    const given = assignTogether([seeking(1, [1, 90, 2], [2, 88, 2]), seeking(2, [1, 95, 2], [2, 20, 2])], room(2, 2));
    expect(result(given)).toEqual({ 'SR-2026-0001': 'offer-2', 'SR-2026-0002': 'offer-1' });
  });

  it('leave out who cannot be helped, and nobody else', () => {
    expect(result(assignTogether([seeking(1), seeking(2, [1, 5, 1])], room(1)))).toEqual({ 'SR-2026-0002': 'offer-1' });
  });

  it('never give more half-days than there are, reach at least as many as taking turns does, and end', () => {
    const choices = fc.uniqueArray(
      fc.record({
        of: fc.integer({ min: 1, max: 5 }),
        points: fc.integer({ min: -20, max: 100 }),
        takes: fc.integer({ min: 1, max: 4 }),
      }),
      { selector: ({ of }) => of, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        fc.array(choices, { maxLength: 9 }),
        fc.array(fc.nat(6), { minLength: 5, maxLength: 5 }),
        (all, left) => {
          const asked = all.map((one, n) =>
            seeking(
              n + 1,
              ...one
                .toSorted((a, b) => b.points - a.points)
                .map(({ of, points, takes }) => [of, points, takes] as const),
            ),
          );
          const given = assignTogether(asked, room(...left));
          for (const [n, count] of left.entries()) {
            const taken = [...given.values()].filter((choice) => choice.offer === offer(n + 1));
            expect(taken.reduce((sum, { takes }) => sum + takes, 0)).toBeLessThanOrEqual(count);
          }
          for (const { request, choices: theirs } of asked) {
            const choice = given.get(request);
            if (choice) expect(theirs).toContainEqual(choice);
          }
          expect(given.size).toBeGreaterThanOrEqual(inTurn(asked, room(...left)));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

/** How many get something when each takes the best there is when its turn comes. */
function inTurn(asked: readonly Seeking[], left: Map<OfferId, number>): number {
  let count = 0;
  for (const { choices } of asked) {
    const best = choices.find(({ offer: of, takes }) => (left.get(of) ?? 0) >= takes);
    if (!best) continue;
    left.set(best.offer, (left.get(best.offer) ?? 0) - best.takes);
    count += 1;
  }
  return count;
}
