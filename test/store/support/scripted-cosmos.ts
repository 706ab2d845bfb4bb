import type { Write } from '../../../src/core/store.ts';
import { openCosmosStore } from '../../../src/store/cosmos/open.ts';
import { stoppedClock } from '../../contracts/store/scene.ts';
import type { Answer, Seen } from './fake-network.ts';
import { fakeNetwork } from './fake-network.ts';

export const ref = { partition: 'school:northcliffe', id: 'visit/1' };
export const create: Write & { kind: 'put' } = {
  kind: 'put',
  ref,
  type: 'visit',
  body: { n: 1 },
  guard: 'must-not-exist',
};
export const replace: Write = { ...create, guard: { etag: '"1"' } };
export const overwrite: Write = { ...create, guard: 'any' };
export const remove: Write = { kind: 'delete', ref, guard: { etag: '"1"' } };

type Scripted = Answer | Error | ((request: Seen) => Answer);

/** A store whose database answers from a script; when the script is over, its last line again. */
export function scripted(...script: Scripted[]) {
  const seen: Seen[] = [];
  const waits: number[] = [];
  const respond = (request: Seen): Answer => {
    const line = script[Math.min(seen.length, script.length - 1)];
    seen.push(request);
    if (line === undefined || line instanceof Error) throw line ?? new Error('no script');
    return typeof line === 'function' ? line(request) : line;
  };
  const store = openCosmosStore({
    endpoint: 'https://unit.test:443/',
    key: 'a2V5',
    clientOptions: { httpClient: fakeNetwork(respond) },
    database: 'partnership',
    container: 'documents',
    clock: stoppedClock(),
    pause: async (milliseconds) => waits.push(milliseconds),
  });
  return { store, seen, waits };
}

export const answer = (status: number): Answer => ({ status, body: { message: `status ${status}` } });
export const throttled: Answer = { ...answer(429), headers: { 'x-ms-retry-after-ms': '1' } };
export const written: Answer = { status: 200, body: [{ statusCode: 201, eTag: '"2"' }] };
export const turnedDown = (...statuses: number[]): Answer => ({
  status: 207,
  body: statuses.map((statusCode) => ({ statusCode })),
});
/** What is stored under the address, by that commit. */
export const stored = (commit: string, expiresAt?: number): Answer => ({
  status: 200,
  body: { ...ref, id: 'visit~2F1', key: ref.id, type: 'visit', body: { n: 0 }, commit, expiresAt, _etag: '"9"' },
});

/** The mark of the commit in the last batch that was sent. */
export function markIn(seen: readonly Seen[]): string {
  const batch = seen.findLast(({ isBatch }) => isBatch)?.body as { resourceBody: { commit: string } }[];
  return batch[0]?.resourceBody.commit ?? '';
}
