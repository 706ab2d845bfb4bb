import type { Store, Stored } from '../core/store.ts';

/** States in which a record still waits for somebody, or is being dealt with this moment. */
const WAITING: readonly unknown[] = ['open', 'due', 'sending'];

/**
 * Whether a record whose time is up is still in use: something open keeps itself, and an open support request keeps all that
 * lies with it. Remembers what it found out for one sweep; make another for the next.
 */
export function createInUse(store: Pick<Store, 'get'>): (stored: Stored) => Promise<boolean> {
  const requests = new Map<string, boolean>();
  return async ({ partition, body }) => {
    if (body.open === true || WAITING.includes(body.state)) return true;
    if (!partition.startsWith('request:')) return false;
    const known = requests.get(partition);
    if (known !== undefined) return known;
    const request = await store.get({ partition, id: 'request' });
    const open = request?.body.open === true;
    requests.set(partition, open);
    return open;
  };
}
