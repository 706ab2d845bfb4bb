import type { Stored } from '../core/store.ts';
import { describeFault } from './fault.ts';
import type { Parts } from './parts.ts';

export type Buried = 'buried' | 'newer' | 'failed';

/**
 * A row that cannot be read would be met again at every pass: it is set aside as `dead`, otherwise as it stands, for an
 * officer to see. One that a newer bot wrote is left to that bot. Never rejects.
 */
export async function buryUnreadable(parts: Pick<Parts, 'store' | 'log'>, stored: Stored): Promise<Buried> {
  const { v } = stored.body;
  if (typeof v === 'number' && v > 1) return 'newer';
  const ref = { partition: stored.partition, id: stored.id };
  parts.log.error({ row: ref }, 'An outbox row cannot be read and is set aside');
  const body = { ...stored.body, state: 'dead', lastTrouble: 'it could not be read' };
  try {
    await parts.store.commit([{ kind: 'put', ref, type: stored.type, body, guard: { etag: stored.etag } }]);
    return 'buried';
  } catch (error) {
    parts.log.error({ row: ref, ...describeFault(error) }, 'An outbox row could not be set aside');
    return 'failed';
  }
}
