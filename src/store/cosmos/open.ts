import type { CosmosClient } from '@azure/cosmos';
import type { Clock } from '../../core/clock.ts';
import type { Store } from '../../core/store.ts';
import { StoreUnavailableError } from '../../core/store.ts';
import { checkQuery, isImpossible } from '../checked-query.ts';
import { checkBatches, checkRef, checkWrites } from '../limits.ts';
import { toPage } from '../page.ts';
import { commitBatch } from './commit.ts';
import type { CosmosConnection } from './connect.ts';
import { connectCosmos } from './connect.ts';
import { partitionKeyPath } from './container-setup.ts';
import { hasExpired, toStored } from './document.ts';
import { composeQuery, matching } from './filters.ts';
import { inLanes } from './in-lanes.ts';
import type { Pause } from './patience.ts';
import { readPatiently, realPause } from './patience.ts';
import { readDocument, runQuery } from './read.ts';
import type { Ask } from './walk.ts';
import { walk } from './walk.ts';

export type CosmosStoreOptions = (CosmosConnection | { readonly client: CosmosClient }) & {
  readonly database: string;
  readonly container: string;
  /** Decides what has expired, along with Cosmos's own clock, which sweeps. */
  readonly clock: Clock;
  /** How retries wait; tests hand in one that does not. */
  readonly pause?: Pause;
};

/**
 * The production store: one container, partitioned by `/partition`, made by `createContainerIfMissing` or a template like it.
 * Asks nothing of the network until it is used. A client that is handed in is the caller's to configure and to dispose of.
 */
export function openCosmosStore(options: CosmosStoreOptions): Store {
  const { clock, pause = realPause } = options;
  const client = 'client' in options ? options.client : connectCosmos(options);
  const container = client.database(options.database).container(options.container);
  const now = () => clock.now().epochMilliseconds;
  let closed = false;

  function checkOpen(): void {
    if (closed) throw new StoreUnavailableError('The store has been closed.', { mayHaveCommitted: false });
  }

  return {
    async get(ref) {
      checkRef(ref);
      checkOpen();
      const document = await readDocument(container, ref, pause);
      return document === undefined || hasExpired(document, now()) ? undefined : toStored(document);
    },

    async query(spec) {
      const query = checkQuery(spec);
      checkOpen();
      if (isImpossible(query)) return { items: [] };
      const ask: Ask = (filters, order, top, partition) =>
        runQuery(container, composeQuery(filters, order, top), partition, pause);
      const found = await walk(ask, query, matching(query, now()), query.limit + 1);
      return toPage(query, found.map(toStored));
    },

    async commit(writes) {
      checkWrites(writes);
      checkOpen();
      return commitBatch({ container, now, pause }, writes);
    },

    async commitMany(batches) {
      checkBatches(batches);
      checkOpen();
      return inLanes(batches, (writes) => commitBatch({ container, now, pause }, writes));
    },

    async ready() {
      checkOpen();
      const { resource } = await readPatiently(() => container.read(), pause);
      const partitionKey = resource?.partitionKey?.paths.join();
      if (partitionKey !== partitionKeyPath || resource?.defaultTtl === undefined) {
        throw new StoreUnavailableError(
          `The container must be partitioned by ${partitionKeyPath} and have its time to live switched on.`,
          { mayHaveCommitted: false },
        );
      }
    },

    async close() {
      closed = true;
      if (!('client' in options)) client.dispose();
    },
  };
}
