import type { DirectoryEntry } from '../../../../src/core/directory.ts';
import { School } from '../../../../src/core/school.ts';
import type { JsonObject } from '../../../../src/core/store.ts';
import type { Pairing } from '../../../../src/features/brokerage/matching/weigh.ts';
import { Offer } from '../../../../src/features/support/index.ts';
import { createDirectory } from '../../../../src/register/school-directory.ts';
import { requestIn } from '../../support/examples.ts';

export const FOCUS_WORDS = { phonics: 'phonics', maths: 'mathematics', writing: 'writing' };

export function schoolEntry(id: string, changes: JsonObject = {}): DirectoryEntry {
  const school = School.parse({
    v: 1,
    id,
    urn: '990001',
    formerUrns: [],
    name: `${id} School`,
    aliases: [],
    phase: 'primary',
    governance: 'community',
    status: 'open',
    area: 'north',
    location: { easting: 420_000, northing: 430_000 },
    ...changes,
  });
  const entry = createDirectory([school]).get(school.id);
  if (!entry) throw new Error(`No ${id}`);
  return entry;
}

/** Hill School's request for four half-days of phonics, and Dale School's offer three miles away; changed as a test needs. */
export function pairingWith(changes: {
  readonly pairing?: Partial<Pairing>;
  readonly offer?: JsonObject;
  readonly asked?: JsonObject;
  readonly partner?: JsonObject;
}): Pairing {
  const request = requestIn('matching');
  const wish = { ...request.wish, from: '2027-01-04', to: '2027-02-12' };
  return {
    request: { ...request, wish },
    offer: Offer.parse({
      v: 1,
      id: 'offer-dale',
      state: 'live',
      school: 'dale',
      schoolName: 'Dale School',
      focuses: ['phonics'],
      phases: ['primary'],
      who: '',
      halfDays: 6,
      from: '2026-09-01',
      to: '2027-08-31',
      conditions: '',
      offeredBy: { person: 'dora', name: 'Dora Dale' },
      offeredAt: '2026-09-01T08:00:00.000Z',
      ...changes.offer,
    }),
    asked: schoolEntry('hill', changes.asked),
    partner: schoolEntry('dale', { location: { easting: 424_828, northing: 430_000 }, ...changes.partner }),
    left: 6,
    recent: 0,
    repeats: 0,
    returned: 0,
    conflict: false,
    answered: undefined,
    hasHead: true,
    sameHead: false,
    ...changes.pairing,
  };
}
