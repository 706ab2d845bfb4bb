import { expect } from 'vitest';
import type { Partnership } from '../../src/core/partnership.ts';
import type { Store } from '../../src/core/store.ts';
import { holdsOf } from '../../src/features/support/holds/pots.ts';
import { takenBy } from '../../src/features/support/holds/settle-pots.ts';
import { Offer } from '../../src/features/support/offers/offer-schema.ts';
import { Entry, SupportRequest } from '../../src/features/support/schema.ts';
import { aboutOf, type createPlay } from './play.ts';

type Play = Awaited<ReturnType<typeof createPlay>>;

export interface Checked {
  readonly request: SupportRequest;
  readonly history: readonly Entry[];
  readonly states: readonly string[];
}

/** Every request said to be sent is there, once; and its history is whole and leads to where it is. */
export async function checkRequests(store: Store, play: Play): Promise<readonly Checked[]> {
  const found = await store.query({ type: 'support-request', limit: 1000 });
  const requests = found.items.map(({ body }) => SupportRequest.parse(body));
  const refs = new Set<string>(requests.map(({ ref }) => ref));
  for (const { said } of play.told) {
    for (const ref of said.match(/SR-\d{4}-\d{4,6}/g) ?? []) expect(refs, `told of ${ref}`).toContain(ref);
  }
  return Promise.all(
    requests.map(async (request) => {
      const page = await store.query({ type: 'support-entry', partition: `request:${request.ref}`, limit: 1000 });
      const history = page.items.map(({ body }) => Entry.parse(body)).sort((a, b) => a.n - b.n);
      expect(
        history.map(({ n }) => n),
        request.ref,
      ).toEqual(history.map((_, index) => index + 1));
      expect(history).toHaveLength(request.entries);
      for (const [index, { from, to }] of history.entries()) {
        expect(from, `${request.ref} ${index + 1}`).toBe(history[index - 1]?.to ?? 'draft');
        expect(to).not.toBe('');
      }
      expect(history.at(-1)?.to).toBe(request.state);
      checkOwner(request, history);
      checkPromises(play, request, history);
      return { request, history, states: history.map(({ to }) => to) };
    }),
  );
}

/** Whoever the history says took it last has it. */
function checkOwner(request: SupportRequest, history: readonly Entry[]): void {
  if (!('owner' in request) || !request.owner) return;
  const last = history.findLast(({ did }) => did === 'accept' || did === 'reassign');
  if (last?.did === 'accept') expect(request.owner.person, request.ref).toBe(last.by.person);
}

/** Nobody was told that a request is theirs who did not take it. */
function checkPromises(play: Play, request: SupportRequest, history: readonly Entry[]): void {
  for (const { nn, said } of play.told) {
    if (!said.startsWith(request.ref) || !said.includes('It is yours')) continue;
    const person = play.hands.get(nn)?.person;
    const took = history.some(({ did, by }) => did === 'accept' && by.person === person);
    expect(took, `${person} was told that ${request.ref} is theirs`).toBe(true);
  }
}

/** No half-day is promised twice, and what is set aside is set aside for a request that needs it. */
export async function checkOffers(store: Store, requests: readonly Checked[]): Promise<void> {
  const found = await store.query({ type: 'support-offer', limit: 1000 });
  const offers = found.items.map(({ body }) => Offer.parse(body));
  for (const offer of offers) {
    const held = offer.holds.reduce((sum, { amount }) => sum + amount, 0);
    expect(held, `${offer.id} has ${offer.halfDays}`).toBeLessThanOrEqual(offer.halfDays);
    expect(new Set(offer.holds.map(({ request }) => request)).size).toBe(offer.holds.length);
  }
  for (const { request } of requests) {
    const promised = 'proposal' in request ? request.proposal : 'partner' in request ? request.partner : undefined;
    if (!promised) continue;
    const offer = offers.find(({ id }) => id === promised.offer);
    const hold = offer?.holds.find((each) => each.request === request.ref);
    expect(hold, `${request.ref} is promised half-days of ${promised.offer}`).toBeDefined();
  }
}

/** No pot is over-committed, and what a request's terms cost is set aside for it. */
export async function checkPots(store: Store, pots: Partnership['pots'], requests: readonly Checked[]): Promise<void> {
  for (const pot of pots) {
    const holds = await holdsOf(store, pot.key);
    expect(
      holds.reduce((sum, { amount }) => sum + amount, 0),
      pot.name,
    ).toBeLessThanOrEqual(pot.pence);
    for (const { request } of requests) {
      const taken = takenBy(request);
      if (taken?.pot !== pot.key) continue;
      const hold = holds.find((each) => each.request === request.ref);
      expect(hold?.amount ?? 0, `${request.ref} costs ${pot.name}`).toBeGreaterThanOrEqual(taken.amount);
    }
  }
}

/** Nothing was said twice, unless its row says that nobody knows whether it arrived. */
export async function checkMessages(play: Play): Promise<void> {
  const allowed = new Map<string, number>();
  for (const row of await play.rows()) {
    if (row.kind !== 'reminder') continue;
    const about = aboutOf(row);
    allowed.set(about, (allowed.get(about) ?? 0) + (row.state === 'sent' || row.state === 'unknown' ? 1 : 0));
  }
  for (const [about, times] of play.delivered) {
    if (about !== '') expect(times, about).toBeLessThanOrEqual(allowed.get(about) ?? 0);
  }
}

/** Whoever a request waits for did the last thing to it themselves, or was sent a message about it, or it is on record why not. */
export async function checkWaiting(play: Play, requests: readonly Checked[]): Promise<void> {
  const rows = await play.rows();
  for (const { request, history } of requests) {
    for (const person of request.waitingFor) {
      const did = history.some(({ by }) => by.person === person);
      const about = rows.filter(
        (row) => row.kind === 'reminder' && row.to === person && row.about.partition === `request:${request.ref}`,
      );
      expect(did || about.length > 0, `${person} is waited for by ${request.ref} and was never told`).toBe(true);
    }
    if (request.open) expect(request.waitingFor.length, `nobody has ${request.ref}`).toBeGreaterThan(0);
  }
}
