import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { StoreUnavailableError } from '../../src/core/store.ts';
import { describeExpiry } from './store/expiry.ts';
import { describeLimits } from './store/limits.ts';
import { describeMany } from './store/many.ts';
import { describePaging } from './store/paging.ts';
import { describeQueries } from './store/queries.ts';
import { describeRandomUse } from './store/random.ts';
import type { TestClock } from './store/scene.ts';
import { newScene, stoppedClock } from './store/scene.ts';
import { describeWrites } from './store/writes.ts';

export interface StoreContractOptions {
  /** Opens a store on the database under test: the same one each time, with whatever earlier tests left in it. */
  open(clock: TestClock): Promise<Store>;
  /** How many random histories are compared with the model; each is up to 25 steps. */
  readonly histories: number;
}

/** Everything the store port promises, for any adapter. Every test works in its own partitions and types. */
export function describeStoreContract(name: string, { open, histories }: StoreContractOptions): void {
  describe(`the store contract on ${name}`, () => {
    const clock = stoppedClock();
    let store: Store;
    beforeAll(async () => {
      store = await open(clock);
      return () => store.close();
    });
    const scene = () => newScene(store, clock);

    describeWrites(scene);
    describeMany(scene);
    describeExpiry(scene);
    describeLimits(scene);
    describeQueries(scene);
    describePaging(scene);
    describeRandomUse(scene, histories);

    describe('the store itself', () => {
      it('is ready once opened, and refuses everything once closed', async () => {
        const other = await open(clock);
        await other.ready();
        await other.close();
        await other.close();
        const ref = { partition: 'p', id: '1' };
        await expect(other.ready()).rejects.toThrow(StoreUnavailableError);
        await expect(other.get(ref)).rejects.toThrow(StoreUnavailableError);
        await expect(other.query({ type: 't' })).rejects.toThrow(StoreUnavailableError);
        const refused = other.commit([{ kind: 'delete', ref, guard: 'any' }]);
        await expect(refused).rejects.toMatchObject({ name: 'StoreUnavailableError', mayHaveCommitted: false });
      });
    });
  });
}
