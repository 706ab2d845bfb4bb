import { Matching } from '../src/core/partnership-matching.ts';
import { milesBetween } from '../src/features/brokerage/matching/distance.ts';
import { rank } from '../src/features/brokerage/matching/rank.ts';
import { assignTogether, seekingOf } from '../src/features/brokerage/matching/together.ts';
import { type Weighed, weigh } from '../src/features/brokerage/matching/weigh.ts';
import type { Offer, SupportRequest } from '../src/features/support/index.ts';
import { type Generated, generatePartnership, type Shape } from './matching/generate-partnership.ts';

/**
 * Compares four ways of finding partners on invented partnerships: `node scripts/compare-matching.ts [partnerships] [seed]`.
 * In all of them a partner must offer the focus, serve the phase and have all the half-days asked for. Prints a table in
 * Markdown: how many requests find one, how the work is spread, and how far people travel.
 */
const [count = 300, seed = 20_261_118] = process.argv.slice(2).map(Number);

const SHAPES: readonly (readonly [string, Shape])[] = [
  ['plenty (60 schools, 30 offers, 20 requests)', { schools: 60, offers: 30, requests: 20 }],
  ['tight (60 schools, 20 offers, 30 requests)', { schools: 60, offers: 20, requests: 30 }],
  ['large (400 schools, 120 offers, 150 requests)', { schools: 400, offers: 120, requests: 150 }],
];
const RULES = Matching.parse({});
const WORDS = { focuses: {}, today: '2026-11-18' };

type Given = ReadonlyMap<SupportRequest, Offer>;
type Way = (partnership: Generated) => Given;

/** Each request as it arrives takes what `choose` picks of the offers that fit and have enough left. */
function inTurn(choose: (fitting: readonly Weighed[]) => Weighed | undefined): Way {
  return (partnership) => {
    const given = new Map<SupportRequest, Offer>();
    for (const request of partnership.requests) {
      const chosen = choose(fitting(partnership, request, given));
      if (chosen) given.set(request, chosen.pairing.offer);
    }
    return given;
  };
}

function fitting(partnership: Generated, request: SupportRequest, given: Given): readonly Weighed[] {
  return partnership.offers
    .map((offer) => {
      const taken = [...given].filter(([, other]) => other === offer);
      const left = taken.reduce((total, [{ wish }]) => total - (wish.halfDays ?? 0), offer.halfDays);
      return weigh(partnership.pairing(request, offer, { left, helped: taken.length }), RULES, WORDS);
    })
    .filter(({ standing, pairing }) => standing === 'fits' && pairing.left >= (request.wish.halfDays ?? 0));
}

const byName = (a: Weighed, b: Weighed) => (a.pairing.offer.schoolName < b.pairing.offer.schoolName ? -1 : 1);
const miles = ({ pairing }: Weighed) => milesBetween(pairing.asked, pairing.partner) ?? 0;

const WAYS: Readonly<Record<string, Way>> = {
  'by hand: the first in the directory’s order': inTurn((all) => all.toSorted(byName)[0]),
  'greedy: the nearest, as they arrive': inTurn((all) => all.toSorted((a, b) => miles(a) - miles(b))[0]),
  'our ranking, as they arrive': inTurn((all) => rank(all)[0]),
  'our ranking, all together': (partnership) => {
    const seeking = partnership.requests.map((request) =>
      seekingOf(request.ref, rank(fitting(partnership, request, new Map()))),
    );
    const left = new Map(partnership.offers.map(({ id, halfDays }) => [id, halfDays]));
    const given = assignTogether(seeking, left);
    return new Map(
      partnership.requests.flatMap((request) => {
        const offer = partnership.offers.find(({ id }) => id === given.get(request.ref)?.offer);
        return offer ? [[request, offer] as const] : [];
      }),
    );
  },
};

function measure(partnership: Generated, given: Given) {
  const pairs = [...given].map(([request, offer]) => partnership.pairing(request, offer, { left: 0, helped: 0 }));
  const halfDays = new Map<string, number>();
  for (const { request, offer } of pairs) {
    halfDays.set(offer.id, (halfDays.get(offer.id) ?? 0) + (request.wish.halfDays ?? 0));
  }
  const all = [...halfDays.values()].reduce((sum, each) => sum + each, 0);
  return {
    coverage: given.size / partnership.requests.length,
    schools: halfDays.size / partnership.offers.length,
    busiest: Math.max(0, ...halfDays.values()) / Math.max(1, all),
    recent: mean(pairs.map(({ recent }) => recent)),
    repeats: mean(pairs.map((pair) => Math.min(1, pair.repeats + pair.returned))),
    miles: mean(pairs.map(({ asked, partner }) => milesBetween(asked, partner) ?? 0)),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

for (const [name, shape] of SHAPES) {
  const runs = shape.schools > 100 ? Math.max(1, Math.round(count / 20)) : count;
  console.log(`\n**${name}**, ${runs} partnerships\n`);
  console.log(
    '| way | requests with a partner | schools that help | busiest school’s share | helped in the last year | paired before | miles |',
  );
  console.log('| --- | --: | --: | --: | --: | --: | --: |');
  for (const [way, find] of Object.entries(WAYS)) {
    const found = Array.from({ length: runs }, (_, n) => {
      const partnership = generatePartnership(seed + n, shape);
      return measure(partnership, find(partnership));
    });
    const of = (key: keyof (typeof found)[number]) => mean(found.map((each) => each[key]));
    console.log(
      `| ${way} | ${percent(of('coverage'))} | ${percent(of('schools'))} | ${percent(of('busiest'))} | ${of('recent').toFixed(2)} | ${percent(of('repeats'))} | ${of('miles').toFixed(1)} |`,
    );
  }
}
