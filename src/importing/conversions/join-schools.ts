import type { Temporal } from 'temporal-polyfill';
import { type ConversionProposal, SCHOOL_MOVED_TYPE, SchoolMoved, schoolMovedRef } from '../../core/conversion.ts';
import type { PersonId } from '../../core/ids.ts';
import { INSPECTION_TYPE, InspectionRecord, inspectionRef } from '../../core/inspection.ts';
import { Refusal } from '../../core/refusal.ts';
import { School } from '../../core/school.ts';
import type { Store, Stored, Write } from '../../core/store.ts';
import { schoolRef } from '../schools/school-book.ts';
import { withoutBlanks } from '../writing/canonical.ts';
import { followSchool } from './follow-school.ts';
import { moveGrants } from './move-grants.ts';

export interface Joining {
  readonly store: Store;
  readonly proposal: ConversionProposal;
  readonly by: PersonId;
  readonly now: Temporal.Instant;
  readonly recordTypes: readonly string[];
  readonly namingTypes: readonly string[];
}

export interface Joined {
  readonly school: School;
  /** People whose role at the new entry now holds at the school itself. */
  readonly grantsMoved: number;
  /** Requests, offers and the like that named the other entry and now name the school itself. */
  readonly recordsFollowed: number;
}

interface Side {
  readonly school: School;
  readonly etag: string;
}

/**
 * Makes one school of two entries: first the school that goes on takes the new URN, then the other entry gives way to a
 * mark of where it went. Each step is atomic and finds its own work done, so a stop in between is mended by running again.
 */
export async function joinSchools(joining: Joining): Promise<Joined> {
  const { store, proposal } = joining;
  const sides = await readSides(store, proposal);
  const done = sides.find(
    ({ school }) => school.urn === proposal.toUrn && school.formerUrns.includes(proposal.fromUrn),
  );
  const goingOn = done ?? (await takeOver(joining, sides));
  const givingWay = sides.find(({ school }) => school.id !== goingOn.school.id);
  if (givingWay) await giveWay(joining, givingWay, goingOn.school);
  const gone = [proposal.fromSchool, proposal.toSchool].filter((id) => id !== goingOn.school.id);
  const grantsMoved = await moveGrants(store, gone, goingOn.school.id);
  const recordsFollowed = await followSchool(store, joining.namingTypes, gone, goingOn.school.id);
  return { school: goingOn.school, grantsMoved, recordsFollowed };
}

async function readSides(store: Store, { fromUrn, toUrn }: ConversionProposal): Promise<readonly Side[]> {
  const { items } = await store.query({ type: 'school', where: [{ field: 'urn', in: [fromUrn, toUrn] }] });
  return items.map(({ body, etag }) => ({ school: School.parse(body), etag }));
}

async function takeOver(joining: Joining, sides: readonly Side[]): Promise<Side> {
  const { store, proposal } = joining;
  const from = sides.find(({ school }) => school.urn === proposal.fromUrn);
  const to = sides.find(({ school }) => school.urn === proposal.toUrn);
  if (!from || !to) {
    const urn = from ? proposal.toUrn : proposal.fromUrn;
    throw new Refusal(
      'out_of_date',
      `No school here has URN ${urn} now. Import the register and links again, then decide.`,
    );
  }
  const keep = await whoGoesOn(joining, from, to);
  const school = School.parse(withoutBlanks(oneSchool(keep.school.id, from.school, to.school)));
  const writes: Write[] = [
    { kind: 'put', ref: schoolRef(school.id), type: 'school', body: school, guard: { etag: keep.etag } },
    ...(await inspectionWrites(store, school, from.school, to.school)),
  ];
  const result = await store.commit(writes);
  if (result.outcome === 'conflict') throw changedMeanwhile(proposal.id);
  return { school, etag: result.etags[0] ?? '' };
}

/** The old entry's identity, on which years of records hang; the new one's when only that has any. */
async function whoGoesOn({ store, proposal, recordTypes }: Joining, from: Side, to: Side): Promise<Side> {
  const toHas = await recordsOf(store, to.school, recordTypes);
  if (toHas.length === 0) return from;
  const fromHas = await recordsOf(store, from.school, recordTypes);
  if (fromHas.length === 0) return to;
  throw new Refusal(
    'invalid_input',
    `${proposal.id} cannot be joined by itself: both entries already have records of their own ` +
      `(${proposal.fromUrn}: ${fromHas.join(', ')}; ${proposal.toUrn}: ${toHas.join(', ')}).`,
  );
}

async function recordsOf(store: Store, school: School, types: readonly string[]): Promise<readonly string[]> {
  const { partition } = schoolRef(school.id);
  const pages = await Promise.all(types.map((type) => store.query({ type, partition, limit: 1 })));
  return types.filter((_, index) => (pages[index]?.items.length ?? 0) > 0);
}

/** The new entry's register facts, both entries' own names, and the partnership's arrangements for the old one. */
function oneSchool(id: School['id'], from: School, to: School): School {
  const names = [...from.aliases, ...to.aliases, from.name];
  return {
    ...to,
    id,
    formerUrns: [...new Set([...from.formerUrns, ...to.formerUrns, from.urn])],
    aliases: [...new Set(names)].filter((name) => name !== to.name),
    area: to.area ?? from.area,
    adviser: to.adviser ?? from.adviser,
  };
}

/** Ofsted's facts of the URN of today; those listed under the old one until a file lists the new. */
async function inspectionWrites(store: Store, school: School, from: School, to: School): Promise<readonly Write[]> {
  const [ofTo, ofFrom] = await Promise.all([store.get(inspectionRef(to.id)), store.get(inspectionRef(from.id))]);
  const kept = ofTo ?? ofFrom;
  const held: Stored | undefined = school.id === to.id ? ofTo : ofFrom;
  if (!kept || kept === held) return [];
  const body = InspectionRecord.parse({ ...kept.body, school: school.id });
  const guard = held ? { etag: held.etag } : 'must-not-exist';
  return [{ kind: 'put', ref: inspectionRef(school.id), type: INSPECTION_TYPE, body, guard }];
}

async function giveWay({ store, proposal, by, now }: Joining, gone: Side, to: School): Promise<void> {
  const { id } = gone.school;
  const body = SchoolMoved.parse({ v: 1, school: id, movedTo: to.id, by, at: now.toString() });
  const result = await store.commit([
    { kind: 'delete', ref: schoolRef(id), guard: { etag: gone.etag } },
    { kind: 'delete', ref: inspectionRef(id), guard: 'any' },
    { kind: 'put', ref: schoolMovedRef(id), type: SCHOOL_MOVED_TYPE, body, guard: 'any' },
  ]);
  if (result.outcome === 'conflict') throw changedMeanwhile(proposal.id);
}

function changedMeanwhile(id: string): Refusal {
  return new Refusal('out_of_date', `Somebody changed one of the schools of ${id} at the same moment. Run it again.`);
}
