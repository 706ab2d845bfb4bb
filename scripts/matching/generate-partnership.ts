import type { DirectoryEntry } from '../../src/core/directory.ts';
import { School } from '../../src/core/school.ts';
import type { Pairing } from '../../src/features/brokerage/matching/weigh.ts';
import { Offer } from '../../src/features/support/index.ts';
import { SupportRequest } from '../../src/features/support/schema.ts';
import { createDirectory } from '../../src/register/school-directory.ts';

export interface Shape {
  readonly schools: number;
  readonly offers: number;
  readonly requests: number;
}

/** An invented partnership: its offers, and its requests in the order they arrived. The same for the same seed. */
export interface Generated {
  readonly requests: readonly SupportRequest[];
  readonly offers: readonly Offer[];
  /** The two together, and what is on record between the schools. */
  pairing(request: SupportRequest, offer: Offer, now: { readonly left: number; readonly helped: number }): Pairing;
}

/** What schools ask about and offer is uneven: the first far more than the last. */
const FOCUSES = ['phonics', 'maths', 'send', 'writing', 'attendance', 'behaviour', 'governance', 'science'];
const AREAS = ['north', 'south', 'east'];
const MILES_ACROSS = 18;
const METRES = 1609.344;

export function generatePartnership(seed: number, shape: Shape): Generated {
  const random = seeded(seed);
  const upTo = (most: number) => Math.floor(random() * most);
  const skewed = () => FOCUSES[Math.floor(random() ** 1.7 * FOCUSES.length)] ?? 'phonics';
  const schools = Array.from({ length: shape.schools }, (_, n) => schoolAt(n, upTo, random));
  const directory = createDirectory(schools);
  const offering = shuffled(schools, random).slice(0, shape.offers);
  const offers = offering.map((school, n) => anOffer(school, n, [skewed(), skewed()], 3 + upTo(8)));
  const requests = Array.from({ length: shape.requests }, (_, n) => {
    const school = schools[upTo(schools.length)] ?? schools[0];
    if (!school) throw new Error('No schools');
    return aRequest(school, n, [skewed()], 2 + upTo(4));
  });
  const before = new Map(offers.map(({ school }) => [school, Math.floor(random() ** 2 * 4)]));
  const met = new Set(
    offers.flatMap(({ school }) => (random() < 0.3 ? [`${school}>${schools[upTo(schools.length)]?.id}`] : [])),
  );
  const entry = (id: School['id']): DirectoryEntry | undefined => directory.get(id);
  return {
    requests,
    offers,
    pairing: (request, offer, { left, helped }) => ({
      request,
      offer,
      asked: entry(request.wish.school),
      partner: entry(offer.school),
      left,
      recent: (before.get(offer.school) ?? 0) + helped,
      repeats: met.has(`${offer.school}>${request.wish.school}`) ? 1 : 0,
      returned: met.has(`${request.wish.school}>${offer.school}`) ? 1 : 0,
      conflict: false,
      answered: undefined,
      hasHead: true,
      sameHead: false,
    }),
  };
}

function schoolAt(n: number, upTo: (most: number) => number, random: () => number): School {
  const trust = random() < 0.3 ? { trust: `Trust ${upTo(4)}`, governance: 'academy' } : { governance: 'community' };
  return School.parse({
    v: 1,
    id: `school-${String(n).padStart(3, '0')}`,
    urn: String(990_000 + n),
    formerUrns: [],
    name: `School ${n}`,
    aliases: [],
    phase: random() < 0.8 ? 'primary' : 'secondary',
    status: 'open',
    area: AREAS[upTo(AREAS.length)],
    location: {
      easting: Math.round(random() * MILES_ACROSS * METRES),
      northing: Math.round(random() * MILES_ACROSS * METRES),
    },
    ...trust,
  });
}

function anOffer(school: School, n: number, focuses: readonly string[], halfDays: number): Offer {
  return Offer.parse({
    v: 1,
    id: `offer-${String(n).padStart(3, '0')}`,
    state: 'live',
    school: school.id,
    schoolName: school.name,
    focuses: [...new Set(focuses)],
    phases: [school.phase],
    who: '',
    halfDays,
    from: '2026-09-01',
    to: '2027-08-31',
    conditions: '',
    offeredBy: { person: 'somebody', name: 'Somebody' },
    offeredAt: '2026-09-01T08:00:00.000Z',
  });
}

function aRequest(school: School, n: number, focuses: readonly string[], halfDays: number): SupportRequest {
  const at = `2026-11-01T08:00:00.${String(n).padStart(3, '0')}Z`;
  const who = { person: 'somebody', name: 'Somebody' };
  return SupportRequest.parse({
    v: 1,
    ref: `SR-2026-${String(n + 1).padStart(4, '0')}`,
    state: 'matching',
    open: true,
    wish: {
      school: school.id,
      schoolName: school.name,
      focuses,
      kind: 'coaching',
      halfDays,
      yearGroups: '',
      outcome: 'Invented.',
      tried: '',
      chairMayKnow: false,
    },
    requester: who,
    owner: { ...who, at },
    submittedAt: at,
    entries: 1,
    invited: [],
    passed: [],
    proposals: 0,
    turnedDown: [],
    waitingFor: [],
  });
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => [random(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
