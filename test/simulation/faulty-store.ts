import { type Store, StoreUnavailableError } from '../../src/core/store.ts';
import type { Chance } from '../outbox/support/random.ts';
import type { Stage } from '../outbox/support/stage.ts';

/** What can go wrong at each step, with its chance of doing so. */
export interface Trouble {
  readonly storeFails: number;
  readonly crashes: number;
  readonly sendFails: number;
}

export interface Life {
  alive: boolean;
  /** Until it serves, nothing goes wrong: a bot that cannot start is started again, which is no story. */
  serves: boolean;
}

export const never = (): Promise<never> => new Promise(() => {});

/** The store as one bot meets it: in any order, failing on the way there or back, and silent once that bot is dead. */
export function faultyStore(
  store: Store,
  parts: { readonly stage: Stage; readonly chance: Chance; readonly life: Life; readonly trouble: () => Trouble },
): Store {
  const { stage, chance, life } = parts;
  function fails(when: string): Promise<never> | undefined {
    if (!life.alive) return never();
    if (chance.happens(parts.trouble().crashes)) {
      life.alive = false;
      return never();
    }
    if (!chance.happens(parts.trouble().storeFails)) return undefined;
    throw new StoreUnavailableError(when, { mayHaveCommitted: when === 'no answer' || chance.happens(0.5) });
  }
  async function through<T>(run: () => Promise<T>): Promise<T> {
    if (!life.serves) return run();
    await stage.turn();
    await fails('away');
    const result = await run();
    await stage.turn();
    await fails('no answer');
    return result;
  }
  return {
    get: (ref) => through(() => store.get(ref)),
    query: (spec) => through(() => store.query(spec)),
    commit: (writes) => through(() => store.commit(writes)),
    ready: () => store.ready(),
    close: () => store.close(),
  };
}
