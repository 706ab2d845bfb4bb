import { CosmosClient } from '@azure/cosmos';
import { describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../src/core/store.ts';
import { containerDefinition, indexingPolicy } from '../../src/store/cosmos/container-setup.ts';
import { openCosmosStore } from '../../src/store/cosmos/open.ts';
import { stoppedClock } from '../contracts/store/scene.ts';
import type { Answer, Seen } from './support/fake-network.ts';
import { fakeNetwork } from './support/fake-network.ts';
import { answer, create, markIn, ref, remove, replace, scripted, stored, written } from './support/scripted-cosmos.ts';

describe('what is asked of Cosmos', () => {
  it('is one atomic batch in the partition, with a guard for each operation', async () => {
    const { store, seen } = scripted({
      status: 200,
      body: [{ statusCode: 201, eTag: '"2"' }, { statusCode: 200, eTag: '"3"' }, { statusCode: 204 }],
    });
    const other = { ...ref, id: 'a?b' };
    const result = await store.commit([
      { ...create, ttlSeconds: 60 },
      { ...replace, ref: other },
      { ...remove, ref: { ...ref, id: 'c' } },
    ]);
    expect(result).toEqual({ outcome: 'committed', etags: ['"2"@1772442060000', '"3"', null] });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: 'POST', path: '/dbs/partnership/colls/documents/docs', isBatch: true });
    expect(seen[0]?.headers).toMatchObject({
      'x-ms-cosmos-batch-atomic': 'true',
      'x-ms-documentdb-partitionkey': '["school:northcliffe"]',
    });
    const commit = markIn(seen);
    const document = { partition: ref.partition, type: 'visit', body: { n: 1 }, commit };
    expect(seen[0]?.body).toEqual([
      {
        operationType: 'Create',
        resourceBody: { id: 'visit~2F1', key: 'visit/1', ...document, ttl: 60, expiresAt: 1_772_442_060_000 },
      },
      { operationType: 'Replace', id: 'a~3Fb', ifMatch: '"1"', resourceBody: { id: 'a~3Fb', key: 'a?b', ...document } },
      { operationType: 'Delete', id: 'c', ifMatch: '"1"' },
    ]);
  });

  it('is a point read for a get, by both names', async () => {
    const { store, seen } = scripted(stored('x'));
    expect(await store.get(ref)).toEqual({ ...ref, type: 'visit', body: { n: 0 }, etag: '"9"' });
    expect(seen).toMatchObject([{ method: 'GET', path: '/dbs/partnership/colls/documents/docs/visit~2F1' }]);
  });

  it('has the partition in the query text as well as in its header', async () => {
    const { store, seen } = scripted({ status: 200, body: { Documents: [], _count: 0 } });
    await store.query({ type: 'visit', partition: ref.partition, where: [{ field: 'level.key', in: ['a', null] }] });
    const query = seen.find(({ headers }) => headers['x-ms-documentdb-isquery'] !== undefined);
    expect(query?.headers['x-ms-documentdb-partitionkey']).toBe('["school:northcliffe"]');
    expect(query?.body).toEqual({
      query:
        'SELECT TOP 101 * FROM c WHERE c["partition"] = @p0 AND c["type"] = @p1 AND ' +
        '(NOT IS_DEFINED(c["expiresAt"]) OR c["expiresAt"] > @p2) AND ' +
        '(c["body"]["level"]["key"] IN (@p3) OR IS_NULL(c["body"]["level"]["key"])) ORDER BY c["key"] ASC',
      parameters: [
        { name: '@p0', value: 'school:northcliffe' },
        { name: '@p1', value: 'visit' },
        { name: '@p2', value: 1_772_442_000_000 },
        { name: '@p3', value: 'a' },
      ],
    });
  });
});

describe('readiness', () => {
  const found = (container: object): Answer => ({ status: 200, body: { id: 'documents', ...container } });

  it('needs the container that set-up makes', async () => {
    const { partitionKey, defaultTtl } = containerDefinition('documents');
    await scripted(found({ partitionKey, defaultTtl })).store.ready();
    expect(indexingPolicy.excludedPaths).toEqual([{ path: '/*' }]);
    const wrong = [{ partitionKey }, { partitionKey: { paths: ['/id'] }, defaultTtl }];
    for (const container of wrong) {
      await expect(scripted(found(container)).store.ready()).rejects.toThrow(/must be partitioned by \/partition/);
    }
    await expect(scripted(answer(404)).store.ready()).rejects.toThrow(/no such container/);
    await expect(scripted(answer(503)).store.ready()).rejects.toThrow(StoreUnavailableError);
  });
});

describe('signing in', () => {
  it('without a key asks the given credential for a token of this account', async () => {
    const scopes: unknown[] = [];
    const seen: Seen[] = [];
    const respond = (request: Seen): Answer => {
      seen.push(request);
      return stored('x');
    };
    const store = openCosmosStore({
      endpoint: 'https://unit.test:443/',
      credential: {
        async getToken(scope) {
          scopes.push(scope);
          return { token: 'a-token', expiresOnTimestamp: 4_000_000_000_000 };
        },
      },
      clientOptions: { httpClient: fakeNetwork(respond) },
      database: 'partnership',
      container: 'documents',
      clock: stoppedClock(),
    });
    await store.get(ref);
    expect(scopes.flat()).toEqual(['https://unit.test/.default']);
    expect(decodeURIComponent(seen.at(-1)?.headers.authorization ?? '')).toBe('type=aad&ver=1.0&sig=a-token');
  });

  it('that fails is an outage, and nothing was written', async () => {
    const store = openCosmosStore({
      endpoint: 'https://unit.test:443/',
      credential: {
        async getToken() {
          throw Object.assign(new Error('no identity here'), { name: 'CredentialUnavailableError' });
        },
      },
      clientOptions: { httpClient: fakeNetwork(() => written) },
      database: 'partnership',
      container: 'documents',
      clock: stoppedClock(),
    });
    await expect(store.commit([create])).rejects.toMatchObject({ mayHaveCommitted: false });
  });

  it('is the caller’s business when a client is handed in', async () => {
    const httpClient = fakeNetwork(() => stored('x'));
    const client = new CosmosClient({ endpoint: 'https://unit.test:443/', key: 'a2V5', httpClient });
    const names = { database: 'partnership', container: 'documents', clock: stoppedClock() };
    expect((await openCosmosStore({ client, ...names }).get(ref))?.id).toBe('visit/1');
    client.dispose();
  });
});
