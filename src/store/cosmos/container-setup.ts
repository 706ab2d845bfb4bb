import type { ContainerDefinition, CosmosClient, IndexingPolicy } from '@azure/cosmos';

/**
 * Indexes what queries narrow and sort by, and nothing else: not our own marks, not Cosmos's. Every body field is included,
 * because a query may name any, and Azure refuses to sort by one that is not indexed. Where writes cost too much, exclude
 * long texts that nobody asks by, such as `/body/notes/?`. No composite indexes: every query sorts by one property.
 */
export const indexingPolicy: IndexingPolicy = {
  indexingMode: 'consistent',
  automatic: true,
  includedPaths: [
    { path: '/type/?' },
    { path: '/partition/?' },
    { path: '/key/?' },
    { path: '/expiresAt/?' },
    { path: '/body/*' },
  ],
  excludedPaths: [{ path: '/*' }],
};

export const partitionKeyPath = '/partition';

/** Minus one: documents are kept for good unless they carry a `ttl` of their own. */
const expiresOnlyWhenTold = -1;

export function containerDefinition(id: string): ContainerDefinition {
  return { id, partitionKey: { paths: [partitionKeyPath] }, indexingPolicy, defaultTtl: expiresOnlyWhenTold };
}

/**
 * Makes the database and the container, leaving either as it is when already there. For setting up with the account's key:
 * Azure does not let an AAD data role make containers, so there use a deployment template with this same definition.
 */
export async function createContainerIfMissing(
  client: CosmosClient,
  database: string,
  container: string,
): Promise<void> {
  const { database: made } = await client.databases.createIfNotExists({ id: database });
  await made.containers.createIfNotExists(containerDefinition(container));
}
