import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

/**
 * `@vercel/cosmosdb-server` with the handlers it gets wrong replaced, for tests only: batches are atomic, queries keep to their
 * partition, missing documents answer 404, and a query over partitions must be planned and merged by the SDK from two ranges.
 * It encodes our reading of Cosmos, so passing it is not independent proof.
 */
export interface Emulator {
  readonly endpoint: string;
  readonly key: string;
  close(): Promise<void>;
}

type Document = Record<string, unknown>;
type Answer = object | undefined;
interface Collection {
  read(): object | undefined;
  readonly documents: {
    _data: Map<string, { read(): Document }>;
    _index: Map<string, string>;
    query(body: object, page: object): { result: unknown[]; continuation: unknown };
  };
}
interface Account {
  database(id: string): { collection(id: string): Collection };
}
interface Operation {
  readonly operationType: string;
  readonly id?: string;
  readonly resourceBody?: Document;
}
interface OperationResult {
  readonly statusCode: number;
  readonly body?: Document;
}
type Handler = (
  account: Account,
  request: IncomingMessage,
  response: ServerResponse,
  ids: { dbId: string; collId: string; docId: string },
) => Promise<Answer> | Answer;

const require = createRequire(import.meta.url);
const library = '@vercel/cosmosdb-server/lib';
const operations: Record<string, (collection: Collection, input: object) => OperationResult> = require(
  `${library}/handler/_document-operations`,
);
const readJson: (request: IncomingMessage) => Promise<unknown> = require(`${library}/json`).default;

function header(request: IncomingMessage, name: string): string {
  return String(request.headers[name] ?? '');
}

function partitionOf(request: IncomingMessage): string | undefined {
  const key = header(request, 'x-ms-documentdb-partitionkey');
  return key === '' ? undefined : JSON.parse(key)[0];
}

function fail(response: ServerResponse, status: number, body: Document): Answer {
  response.statusCode = status;
  return { message: '', ...body };
}

const batchDocuments: Handler = async (account, request, response, { dbId, collId }) => {
  const asked = (await readJson(request)) as Operation[];
  const partition = partitionOf(request);
  if (asked.some(({ resourceBody }) => resourceBody !== undefined && resourceBody.partition !== partition)) {
    return fail(response, 400, { code: 'BadRequest' });
  }
  const collection = account.database(dbId).collection(collId);
  const { documents } = collection;
  const [data, index] = [new Map(documents._data), new Map(documents._index)];
  const results: object[] = [];
  for (const [position, operation] of asked.entries()) {
    const carryOut = operations[`${operation.operationType.toLowerCase()}Operation`];
    const { statusCode, body } = carryOut?.(collection, {
      ...operation,
      partitionKey: JSON.stringify([partition]),
    }) ?? {
      statusCode: 400,
    };
    if (statusCode >= 400) {
      [documents._data, documents._index] = [data, index];
      response.statusCode = 207;
      return asked.map((_, other) => ({ statusCode: other === position ? statusCode : 424, requestCharge: 0 }));
    }
    results.push({ statusCode, requestCharge: 1, eTag: body?._etag, resourceBody: body });
  }
  return results;
};

/** Documents are spread over two ranges, so that the SDK has something to merge. */
const ranges = [
  { id: '0', minInclusive: '', maxExclusive: '7F' },
  { id: '1', minInclusive: '7F', maxExclusive: 'FF' },
];

function rangeOf({ partition }: Document): string {
  return String([...String(partition)].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % ranges.length);
}

const readRanges: Handler = () => ({
  _rid: 'ranges',
  PartitionKeyRanges: ranges.map((range) => ({ ...range, _rid: range.id, parents: [], status: 'online' })),
});

/** The one shape of query that the adapter writes. */
const topOrdered = /^SELECT TOP (\d+) \* FROM c WHERE (.+) ORDER BY (\S+) (ASC|DESC)$/s;

/** What Azure's gateway answers when asked how to run a query over several ranges. */
function planOf(query: string): Document {
  const [, top, where, property, direction] = topOrdered.exec(query) ?? [];
  if (property === undefined) throw new Error(`No plan for: ${query}`);
  const filter = `(${where}) AND ({documentdb-formattableorderbyquery-filter})`;
  const payload = `c._rid, [{"item": ${property}}] AS orderByItems, c AS payload`;
  return {
    partitionedQueryExecutionInfoVersion: 2,
    queryInfo: {
      distinctType: 'None',
      top: Number(top),
      orderBy: [direction === 'ASC' ? 'Ascending' : 'Descending'],
      orderByExpressions: [property],
      aggregates: [],
      groupByExpressions: [],
      groupByAliasToAggregateType: {},
      hasSelectValue: false,
      hasNonStreamingOrderBy: false,
      rewrittenQuery: `SELECT TOP ${top} ${payload} FROM c WHERE ${filter} ORDER BY ${property} ${direction}`,
    },
    queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
  };
}

const queryDocuments: Handler = async (account, request, response, { dbId, collId }) => {
  const body = (await readJson(request)) as { query: string };
  if (header(request, 'x-ms-cosmos-is-query-plan-request') !== '') return planOf(body.query);
  const partition = partitionOf(request);
  const range = header(request, 'x-ms-documentdb-partitionkeyrangeid');
  if (partition === undefined && range === '') {
    return fail(response, 400, { code: 'BadRequest', additionalErrorInfo: JSON.stringify(planOf(body.query)) });
  }
  const { documents } = account.database(dbId).collection(collId);
  const inScope = [...documents._data].filter(([, item]) =>
    partition === undefined ? rangeOf(item.read()) === range : item.read().partition === partition,
  );
  const found = Object.create(documents, { _data: { value: new Map(inScope) } }).query(body, {
    maxItemCount: Number(header(request, 'x-ms-max-item-count')) || null,
    continuation: JSON.parse(header(request, 'x-ms-continuation') || 'null'),
  });
  if (found.continuation) response.setHeader('x-ms-continuation', JSON.stringify(found.continuation));
  return { _count: found.result.length, Documents: found.result };
};

const readDocument: Handler = (account, request, response, { dbId, collId, docId }) => {
  const partitionKey = JSON.stringify([partitionOf(request)]);
  const collection = account.database(dbId).collection(collId);
  const found = collection.read() && operations.readOperation?.(collection, { partitionKey, id: docId });
  if (!found?.body || found.statusCode === 404) return fail(response, 404, { code: 'NotFound' });
  return found.body;
};

const repairs = {
  'batch-documents': batchDocuments,
  'query-documents': queryDocuments,
  'read-document': readDocument,
  'read-partition-key-ranges': readRanges,
};

/** Starts one on a free port of this machine. */
export async function startEmulator(): Promise<Emulator> {
  // The routes take hold of the handlers when the library is first loaded, so the repairs come before that.
  for (const [name, handler] of Object.entries(repairs)) require(`${library}/handler/${name}`).default = handler;
  const { createHttpServer } = require('@vercel/cosmosdb-server') as { createHttpServer(options: object): Server };
  const server = createHttpServer({ keepAlive: true });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    key: Buffer.from('a key that opens nothing').toString('base64'),
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
