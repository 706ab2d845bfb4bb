import { type Store, StoreUnavailableError } from '../../src/core/store.ts';

export type Trouble = 'none' | 'slow' | 'lost_before' | 'lost_after';

/**
 * A store on a bad day: each commit meets the next trouble of the list. `lost_before` was never written, `lost_after` was and
 * nobody hears of it: so does a bot that dies just then.
 */
export function unreliable(store: Store, next: () => Trouble): Store {
  const rest = { ...store };
  return {
    ...rest,
    get: async (ref) => {
      await pause(next());
      return store.get(ref);
    },
    query: (spec) => store.query(spec),
    commit: async (writes) => {
      const trouble = next();
      await pause(trouble);
      if (trouble === 'lost_before') throw new StoreUnavailableError('not written', { mayHaveCommitted: false });
      const result = await store.commit(writes);
      if (trouble === 'lost_after') {
        throw new StoreUnavailableError('perhaps written', { mayHaveCommitted: true });
      }
      return result;
    },
    ready: () => store.ready(),
    close: () => store.close(),
  };
}

async function pause(trouble: Trouble): Promise<void> {
  if (trouble === 'slow') for (let turn = 0; turn < 7; turn += 1) await Promise.resolve();
}
