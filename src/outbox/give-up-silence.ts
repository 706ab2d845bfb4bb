import { sortableInstant } from '../core/clock.ts';
import { OUTBOX_TYPE } from '../core/outbox.ts';
import { dueAgain } from './after-send.ts';
import { eachRow } from './each-row.ts';
import type { Parts } from './parts.ts';
import { changeRow, inState } from './rows.ts';

/**
 * Rows whose sender fell silent: its lease is over, and since a row is taken only once its message is ready, the
 * message was perhaps sent. They become `unknown`, for an officer to see, and are not sent again; but a card that was to be
 * changed is due again, since to change it twice harms nobody. Returns how many are unknown. Throws when the query does.
 */
export async function giveUpSilence(parts: Parts): Promise<number> {
  return eachRow(
    parts,
    {
      type: OUTBOX_TYPE,
      where: [
        { field: 'state', eq: 'sending' },
        { field: 'leaseUntil', to: sortableInstant(parts.clock.now()) },
      ],
      orderBy: { field: 'leaseUntil', direction: 'ascending' },
    },
    async (held) => {
      const trouble = 'the bot stopped while sending, before it learned whether it arrived';
      const row =
        held.row.kind === 'change'
          ? dueAgain(held.row, 0, trouble, { now: parts.clock.now(), policy: parts.policy })
          : inState(held.row, 'unknown', trouble);
      if ((await changeRow(parts.store, held, row, parts.policy)) === undefined) return false;
      if (row.kind === 'change') return false;
      parts.log.warn({ row: held.ref, takenBy: held.row.takenBy }, 'A message may or may not have been sent');
      return true;
    },
  );
}
