import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Etag, Guard, Store, Write } from '../../src/core/store.ts';
import { StoreUnavailableError } from '../../src/core/store.ts';
import { connectCosmos } from '../../src/store/cosmos/connect.ts';
import { createContainerIfMissing } from '../../src/store/cosmos/container-setup.ts';
import { openCosmosStore } from '../../src/store/cosmos/open.ts';
import type { Emulator } from '../contracts/repaired-cosmos-emulator.ts';
import { startEmulator } from '../contracts/repaired-cosmos-emulator.ts';
import type { Scene } from '../contracts/store/scene.ts';
import { newScene, stoppedClock } from '../contracts/store/scene.ts';
import type { Answer, Seen } from './support/fake-network.ts';
import { fakeNetwork, forward, networkError } from './support/fake-network.ts';

/** What becomes of one request: nothing amiss, turned away, or refused or met with silence, before or after it was carried out. */
const faults = [
  'none',
  'none',
  'none',
  'busy-before',
  'refused-before',
  'refused-after',
  'silent-before',
  'silent-after',
] as const;
type Fault = (typeof faults)[number];

const plannedCommit = fc.record({
  guard: fc.constantFrom('any', 'must-not-exist', 'current', 'stale'),
  alsoDelete: fc.boolean(),
  /** Somebody else writes the same document, unhindered, once our batch has been sent that often. */
  meddleAfter: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  faults: fc.array(fc.constantFrom(...faults), { maxLength: 8 }),
});

type PlannedCommit = typeof plannedCommit extends fc.Arbitrary<infer One> ? One : never;

describe('a commit over a network that fails at random', () => {
  const names = { database: 'partnership', container: 'documents', clock: stoppedClock() };
  let emulator: Emulator;
  let steady: Store;
  beforeAll(async () => {
    emulator = await startEmulator();
    const client = connectCosmos(emulator);
    await createContainerIfMissing(client, names.database, names.container);
    client.dispose();
    steady = openCosmosStore({ ...emulator, ...names });
  });
  afterAll(() => emulator.close());

  /** A store on the same database whose requests meet those faults, in turn; when they are used up, none. */
  function unsteady(planned: readonly Fault[], onBatch: (count: number) => Promise<void>): Store {
    const left = [...planned];
    let batches = 0;
    const respond = async (request: Seen): Promise<Answer> => {
      const fault = left.shift() ?? 'none';
      const before = fault.endsWith('before');
      const refusal = { status: fault === 'busy-before' ? 449 : 503, body: { message: '' } };
      const answer = before ? refusal : await forward(emulator.endpoint, request);
      if (request.isBatch) await onBatch(++batches);
      if (fault.startsWith('silent')) throw networkError('REQUEST_SEND_ERROR');
      return fault === 'refused-after' ? refusal : answer;
    };
    return openCosmosStore({
      ...emulator,
      ...names,
      clientOptions: { httpClient: fakeNetwork(respond) },
      pause: async () => undefined,
    });
  }

  it('is never told otherwise than it was', { timeout: 60_000 }, async () => {
    const outcomes = new Map<string, number>();
    const history = fc.array(plannedCommit, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(history, async (commits) => {
        const scene = newScene(steady, names.clock);
        const marks: Etag[] = ['"none"'];
        for (const [n, planned] of commits.entries()) {
          const outcome = await tryOne(scene, n, planned, marks);
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
      }),
      { numRuns: 60, seed: 20260302 },
    );
    // Unless all four have happened, the test has not tested much.
    expect([...outcomes.keys()].toSorted()).toEqual(['committed', 'conflict', 'in doubt', 'not made']);
  });

  async function tryOne(
    scene: Scene,
    n: number,
    { guard, alsoDelete, meddleAfter, faults: planned }: PlannedCommit,
    marks: Etag[],
  ): Promise<string> {
    const current = await steady.get(scene.ref('record'));
    if (current !== undefined && marks.at(-1) !== current.etag) marks.push(current.etag);
    const etag = guard === 'current' ? (marks.at(-1) ?? '') : (marks.at(-2) ?? '"none"');
    const checked: Guard = guard === 'any' || guard === 'must-not-exist' ? guard : { etag };
    // The log is written by this commit alone and never overwritten: it tells what really happened.
    const writes: Write[] = [
      scene.put('record', { n }, { guard: checked }),
      scene.put(`log-${n}`, { n }, { guard: 'any' }),
    ];
    if (alsoDelete) writes.push({ kind: 'delete', ref: scene.ref(`log-${n - 1}-copy`), guard: 'any' });
    const store = unsteady(planned, async (count) => {
      if (count === meddleAfter) await scene.save(scene.put('record', { by: 'somebody else' }, { guard: 'any' }));
    });
    const result = await store.commit(writes).catch((error: unknown) => {
      if (error instanceof StoreUnavailableError) return error;
      throw error;
    });
    const wasMade = (await steady.get(scene.ref(`log-${n}`))) !== undefined;
    if (result instanceof StoreUnavailableError) {
      if (!result.mayHaveCommitted) expect(wasMade).toBe(false);
      return result.mayHaveCommitted ? 'in doubt' : 'not made';
    }
    expect(wasMade).toBe(result.outcome === 'committed');
    if (result.outcome === 'committed') {
      const now = await steady.get(scene.ref('record'));
      // Ours, with the mark we were given; or somebody's who wrote later, and then our mark is good for nothing.
      expect(now?.etag === result.etags[0]).toBe(now?.body.n === n);
      expect((await steady.get(scene.ref(`log-${n}`)))?.etag).toBe(result.etags[1]);
    } else {
      expect(result.index).toBe(0);
    }
    return result.outcome;
  }
});
