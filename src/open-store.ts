import type { StoreConfig } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { Store } from './core/store.ts';
import { openSqliteStore } from './store/sqlite/open.ts';

/** The store the settings name. Cosmos is loaded only when it is used: the embedded default starts without it. */
export async function openStore(config: StoreConfig, clock: Clock): Promise<Store> {
  switch (config.kind) {
    case 'sqlite':
      return openSqliteStore({ file: config.file, clock });
    case 'cosmos': {
      const { openCosmosStore } = await import('./store/cosmos/open.ts');
      return openCosmosStore({ ...config, clock });
    }
  }
}
