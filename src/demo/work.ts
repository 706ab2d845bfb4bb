import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { academicYearOf, endOf } from '../core/academic-year.ts';
import { LONDON, sortableInstant } from '../core/clock.ts';
import { PersonId } from '../core/ids.ts';
import type { Person } from '../core/people.ts';
import { Refusal } from '../core/refusal.ts';
import type { Write } from '../core/store.ts';
import {
  decide,
  Entry,
  type Hold,
  Impact,
  Midpoint,
  newRequestWrites,
  Offer,
  offerWrite,
  potWrite,
  type RequestCommand,
  RequestRef,
  remindOfWork,
  SupportRequest,
  Terms,
  takenBy,
  usedHalfDays,
  Wish,
} from '../features/support/index.ts';
import { createColleagues } from '../register/colleague-directory.ts';
import type { Days } from './days.ts';

const InDays = z.int();
const Who = z.strictObject({ person: PersonId, name: z.string() });

/** Support between the demo's schools as data: days are counted from the first day, as in the scene. */
export const DemoWork = z.array(
  z.strictObject({
    /** Far from the numbers that are given out. */
    number: z.int().min(900).max(999),
    school: Wish.shape.school,
    schoolName: z.string(),
    requester: Who,
    owner: Who,
    partner: z.strictObject({
      offer: Offer.shape.id,
      school: Wish.shape.school,
      schoolName: z.string(),
      head: Who,
      halfDays: z.int().positive(),
      who: z.string(),
    }),
    wish: Wish.pick({ focuses: true, kind: true, yearGroups: true, outcome: true, tried: true }),
    asked: InDays,
    taken: InDays,
    proposed: InDays,
    consented: InDays,
    put: InDays,
    agreed: InDays,
    terms: Terms.omit({ focuses: true, outcome: true, halfDays: true }).extend({
      from: InDays,
      to: InDays,
      days: z.array(InDays),
    }),
    visits: z.array(z.strictObject({ inDays: InDays, halfDays: z.int().positive(), did: z.string() })),
    midpoint: Midpoint.pick({ working: true, appropriate: true, next: true }).extend({ inDays: InDays }).optional(),
    final: z.strictObject({ inDays: InDays, review: z.string() }).optional(),
    impact: Impact.extend({ inDays: InDays }).optional(),
    closed: InDays.optional(),
  }),
);
export type DemoWork = z.infer<typeof DemoWork>;
type One = DemoWork[number];

type Step = readonly [inDays: number, by: 'requester' | 'partner' | 'owner' | 'in_line' | 'provider', RequestCommand];

/** Each request with its history in one commit, as the rules themselves make it; the offer it came from; the pots. */
export function workWrites(work: DemoWork, days: Days): readonly (readonly Write[])[] {
  const done = work.map((one) => ({ one, ...requestOf(one, days) }));
  const pots = new Map<string, Hold[]>();
  for (const { request } of done) {
    const taken = takenBy(request);
    if (taken) pots.set(taken.pot, [...(pots.get(taken.pot) ?? []), holdOf(request.ref, taken, request.submittedAt)]);
  }
  return [
    ...done.map(({ request, entries }) => newRequestWrites(request, ...entries)),
    ...done.map(({ one, request }) => [offerOf(one, request, days)]),
    ...[...pots].map(([key, holds]) => [potWrite(key, holds, 'any', Temporal.Instant.from(holds[0]?.at ?? ''))]),
  ];
}

export type Times = Pick<Parameters<typeof remindOfWork>[0], 'calendar' | 'framework'>;

/** What the work under way is owed from the first day on: in time each is reminded, as if the bot had been there all along. */
export function workReminders(
  work: DemoWork,
  days: Days,
  { people, ...times }: Times & { readonly people: readonly Person[] },
): readonly (readonly Write[])[] {
  const parts = { ...times, colleagues: createColleagues(people) };
  return work
    .map((one) => {
      const { request } = requestOf(one, days);
      const before = submitted(one, request.ref, request.wish, Temporal.Instant.from(request.submittedAt));
      return remindOfWork(parts, before, request, instantOf(days.on(0)));
    })
    .filter((writes) => writes.length > 0);
}

function requestOf(one: One, days: Days) {
  const on = (inDays: number) => (inDays > 0 ? days.planned(inDays) : days.on(inDays));
  const asked = instantOf(on(one.asked));
  const ref = RequestRef.parse(`SR-${on(one.asked).slice(0, 4)}-${String(one.number).padStart(4, '0')}`);
  const wish = { ...one.wish, school: one.school, schoolName: one.schoolName, halfDays: one.partner.halfDays };
  let request = submitted(one, ref, Wish.parse({ ...wish, chairMayKnow: false }), asked);
  const entries = [submitEntry(one, ref, asked)];
  for (const [inDays, by, command] of stepsOf(one, on)) {
    const who = by === 'requester' ? one.requester : by === 'owner' || by === 'in_line' ? one.owner : one.partner.head;
    const numbered =
      command.do === 'agree_terms' && request.state === 'accepted'
        ? { ...command, number: request.draft?.number ?? 0 }
        : command;
    const decided = decide(request, numbered, { who, hats: new Set([by]) }, instantOf(on(inDays)));
    if (decided instanceof Refusal) throw new Error(`The demo's ${ref} cannot ${command.do}: ${decided.sentence}`);
    request = decided.request;
    entries.push(decided.entry);
  }
  return { request, entries };
}

function stepsOf(one: One, on: (inDays: number) => string): readonly Step[] {
  const { partner, visits, midpoint, final, impact, closed } = one;
  const terms = Terms.parse({
    ...one.terms,
    focuses: one.wish.focuses,
    outcome: one.wish.outcome,
    halfDays: partner.halfDays,
    from: on(one.terms.from),
    to: on(one.terms.to),
    // In the holidays two days ahead can be one and the same: the first of the next term.
    days: [...new Set(one.terms.days.map(on))],
  });
  const proposal = {
    offer: partner.offer,
    school: partner.school,
    schoolName: partner.schoolName,
    halfDays: partner.halfDays,
    message: '',
    described: 'A school in Calderbrook',
  };
  const steps: Step[] = [
    [one.taken, 'in_line', { do: 'accept' }],
    [one.proposed, 'owner', { do: 'propose', proposal }],
    [one.consented, 'provider', { do: 'consent', proposal: 1 }],
    [one.put, 'owner', { do: 'put_terms', terms }],
    [one.agreed, 'requester', { do: 'agree_terms', number: 0 }],
    [one.agreed, 'partner', { do: 'agree_terms', number: 0 }],
    ...visits.map(({ inDays, halfDays, did }, n): Step => {
      const visit = { id: `demo-${n + 1}`, date: on(inDays), halfDays, did };
      return [inDays, 'partner', { do: 'record_visit', visit }];
    }),
  ];
  if (midpoint) {
    const { inDays, ...said } = midpoint;
    steps.push([inDays, 'requester', { do: 'review_midpoint', midpoint: said }]);
  }
  if (final) steps.push([final.inDays, 'requester', { do: 'complete', review: final.review }]);
  if (impact) {
    const { inDays, ...said } = impact;
    steps.push([inDays, 'requester', { do: 'evaluate', impact: said }]);
  }
  if (closed !== undefined) {
    steps.push([closed, 'owner', { do: 'close', ...(terms.pot === undefined ? {} : { spent: terms.cost }) }]);
  }
  return steps.toSorted(([a], [b]) => a - b);
}

function submitted(one: One, ref: RequestRef, wish: Wish, at: Temporal.Instant): SupportRequest {
  return SupportRequest.parse({
    v: 1,
    state: 'submitted',
    open: true,
    ref,
    wish,
    requester: one.requester,
    submittedAt: sortableInstant(at),
    entries: 1,
    invited: [one.owner.person],
    passed: [],
    proposals: 0,
    turnedDown: [],
    waitingFor: [one.owner.person],
    routed: { line: [one.owner.person], names: [one.owner.name], rule: 'own_adviser' },
  });
}

function submitEntry(one: One, ref: RequestRef, at: Temporal.Instant): Entry {
  return Entry.parse({
    v: 1,
    ref,
    n: 1,
    did: 'submit',
    by: one.requester,
    at: sortableInstant(at),
    from: 'draft',
    to: 'submitted',
  });
}

/** The offer it came from is used up: what the school offers now is in the offers. */
function offerOf(one: One, request: SupportRequest, days: Days): Write {
  const { partner } = one;
  const from = Temporal.PlainDate.from(days.on(one.asked)).subtract({ days: 30 });
  const over = request.state === 'closed';
  const hold = {
    request: request.ref,
    number: 1,
    amount: over ? usedHalfDays(request.visits) : partner.halfDays,
    at: request.submittedAt,
    state: over ? 'spent' : 'held',
  };
  return offerWrite(
    Offer.parse({
      v: 1,
      id: partner.offer,
      state: 'used',
      school: partner.school,
      schoolName: partner.schoolName,
      focuses: one.wish.focuses,
      phases: ['primary'],
      who: partner.who,
      halfDays: partner.halfDays,
      from: from.toString(),
      to: endOf(academicYearOf(from)).toString(),
      conditions: '',
      offeredBy: partner.head,
      offeredAt: sortableInstant(instantOf(from.toString())),
      holds: [hold],
    }),
    'any',
  );
}

function holdOf(request: RequestRef, taken: NonNullable<ReturnType<typeof takenBy>>, at: string): Hold {
  return { request, number: taken.number, amount: taken.amount, at, state: taken.state };
}

function instantOf(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: LONDON, plainTime: '10:00' }).toInstant();
}
