import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matching } from '../../../../src/core/partnership-matching.ts';
import { rank } from '../../../../src/features/brokerage/matching/rank.ts';
import { type Pairing, type Weighed, weigh } from '../../../../src/features/brokerage/matching/weigh.ts';
import { FOCUS_WORDS, pairingWith } from './pairings.ts';

const TODAY = '2026-11-18';
const RULES = Matching.parse({});
const weighed = (changes: Parameters<typeof pairingWith>[0] = {}, rules: Matching = RULES): Weighed =>
  weigh(pairingWith(changes), rules, { focuses: FOCUS_WORDS, today: TODAY });
const pro = (one: Weighed) => one.for.map(({ words, points }) => `${words} ${points}`);
const con = (one: Weighed) => one.against.map(({ words, points }) => `${words} ${points}`);

describe('A possible partner', () => {
  it('has every reason for it told with its points, which add up', () => {
    const one = weighed();
    expect(pro(one)).toEqual([
      'offers phonics 40',
      'is for primary schools 20',
      'is in the same area 5',
      'is run in the same way 5',
      'is about 3 miles away 12',
      'has 6 half-days left 15',
    ]);
    expect(one).toMatchObject({ standing: 'fits', points: 97, barred: [], against: [] });
  });

  it('has every reason against it told too', () => {
    const one = weighed({
      pairing: { recent: 5, repeats: 1, returned: 2, answered: 'no_answer', left: 1 },
      asked: { trust: 'Valley Trust', area: 'north' },
      partner: {
        trust: 'Valley Trust',
        area: 'south',
        governance: 'academy',
        location: { easting: 480_000, northing: 430_000 },
      },
    });
    expect(con(one)).toEqual([
      'is about 37 miles away 0',
      'has only 1 of the 4 half-days left 3',
      'both are in the same trust -10',
      'has helped 5 schools in the last twelve months -15',
      'has helped this school before -8',
      'this school has helped it -6',
      'was asked about this before, and did not answer in time -15',
    ]);
    expect(one.standing).toBe('fits');
  });

  it.each([
    ['another focus', { offer: { focuses: ['maths'] } }, 'does not offer phonics'],
    ['another phase', { offer: { phases: ['secondary'] } }, 'is not for primary schools'],
  ] as const)('that offers %s could be asked, though it does not fit', (_, changes, why) => {
    const one = weighed(changes as unknown as Parameters<typeof pairingWith>[0]);
    expect(one.standing).toBe('could');
    expect(con(one).join()).toContain(why);
  });

  it.each<readonly [string, Parameters<typeof pairingWith>[0], string]>([
    ['it is the school’s own', { offer: { school: 'hill' } }, 'own offer'],
    ['a conflict was declared', { pairing: { conflict: true } }, 'conflict of interest'],
    ['it said no', { pairing: { answered: 'no' } }, 'said no to this request already'],
    ['one person heads both', { pairing: { sameHead: true } }, 'same headteacher'],
    ['nobody is there to be asked', { pairing: { hasHead: false } }, 'no headteacher is on record'],
    ['it is paused', { offer: { state: 'paused' } }, 'paused'],
    ['it is used up', { offer: { state: 'used' } }, 'used up'],
    ['nothing is left', { pairing: { left: 0 } }, 'no half-days left'],
    ['it ends before', { offer: { to: '2026-12-18' } }, 'ends on 18 December 2026'],
    ['it begins after', { offer: { from: '2027-03-01' } }, 'begins on 1 March 2027'],
  ])('may not be asked when %s, and that is said', (_, changes, why) => {
    const one = weighed(changes);
    expect(one.standing).toBe('cannot');
    expect(one.barred.join()).toContain(why);
  });

  it('is weighed by the authority’s own numbers', () => {
    const rules = Matching.parse({ sameTrust: 12, near: 0, mainFocus: 60 });
    const trusts = { asked: { trust: 'Valley Trust' }, partner: { trust: 'Valley Trust' } };
    const one = weighed(trusts, rules);
    expect(pro(one)).toContain('both are in the same trust 12');
    expect(pro(one)).toContain('offers phonics 60');
    expect(con(one)).toContain('is about 3 miles away 0');
  });
});

describe('The ranking', () => {
  const changes = fc.record({
    left: fc.nat(6),
    recent: fc.nat(4),
    conflict: fc.boolean(),
    focuses: fc.constantFrom(['phonics'], ['maths'], ['phonics', 'maths']),
    easting: fc.integer({ min: 410_000, max: 440_000 }),
  });
  const field = fc.array(changes, { minLength: 1, maxLength: 12 }).map((all) =>
    all.map(({ left, recent, conflict, focuses, easting }, n) =>
      weighed({
        offer: { id: `offer-${n}`, focuses },
        pairing: { left, recent, conflict },
        partner: { location: { easting, northing: 430_000 } },
      }),
    ),
  );
  const ids = (all: readonly Weighed[]) => all.map(({ pairing }: { pairing: Pairing }) => pairing.offer.id);

  it('leaves nobody out, whoever they are, and is the same in whatever order they come', () => {
    fc.assert(
      fc.property(field, fc.nat(), (all, turn) => {
        const ranked = rank(all);
        expect(ids(ranked).toSorted()).toEqual(ids(all).toSorted());
        const turned = all.map((_, n) => all[(n + turn) % all.length] as Weighed);
        expect(ids(rank(turned))).toEqual(ids(ranked));
      }),
    );
  });

  it('puts what fits first, what may not be asked last, and more points before fewer', () => {
    fc.assert(
      fc.property(field, (all) => {
        const ranked = rank(all);
        const places = ranked.map(({ standing }) => ['fits', 'could', 'cannot'].indexOf(standing));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const [index, one] of ranked.entries()) {
          const next = ranked[index + 1];
          if (next?.standing === one.standing) expect(one.points).toBeGreaterThanOrEqual(next.points);
          expect(one.points).toBe([...one.for, ...one.against].reduce((sum, { points }) => sum + points, 0));
        }
      }),
    );
  });
});
