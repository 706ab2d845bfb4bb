import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import type { CosmosConnection } from '../../src/store/cosmos/connect.ts';
import { connectCosmos } from '../../src/store/cosmos/connect.ts';
import { createContainerIfMissing } from '../../src/store/cosmos/container-setup.ts';
import { openCosmosStore } from '../../src/store/cosmos/open.ts';
import type { Emulator } from '../contracts/repaired-cosmos-emulator.ts';
import { startEmulator } from '../contracts/repaired-cosmos-emulator.ts';
import { describeStoreContract } from '../contracts/store-contract.ts';

const names = { database: 'partnership', container: 'documents' };

describe('with the real SDK', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
    const client = connectCosmos(emulator);
    await createContainerIfMissing(client, names.database, names.container);
    client.dispose();
  });
  afterAll(() => emulator.close());

  describeStoreContract('cosmos, on the repaired emulator', {
    open: async (clock) => openCosmosStore({ ...emulator, ...names, clock }),
    histories: 20,
  });
});

const endpoint = process.env.COSMOS_ENDPOINT;

describe.skipIf(endpoint === undefined)(
  'with the real SDK and real Azure (skipped unless COSMOS_ENDPOINT is set)',
  () => {
    const connection: CosmosConnection = { endpoint: endpoint ?? '', key: process.env.COSMOS_KEY };
    const azure = {
      database: process.env.COSMOS_DATABASE ?? 'partnership-test',
      // With a key, a container of its own; signed in as ourselves, one that has been set up.
      container: process.env.COSMOS_CONTAINER ?? `contract-${randomUUID()}`,
    };
    const client = endpoint === undefined ? undefined : connectCosmos(connection);
    beforeAll(async () => {
      if (process.env.COSMOS_CONTAINER !== undefined || client === undefined) return;
      await createContainerIfMissing(client, azure.database, azure.container);
      return async () => {
        await client.database(azure.database).container(azure.container).delete();
      };
    });
    afterAll(() => client?.dispose());

    describeStoreContract('cosmos, on Azure', {
      open: async (clock) => openCosmosStore({ ...connection, ...azure, clock }),
      histories: 5,
    });
  },
);
