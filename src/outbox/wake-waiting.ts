import type { PersonId } from '../core/ids.ts';
import { OUTBOX_TYPE } from '../core/outbox.ts';
import { eachRow } from './each-row.ts';
import type { Parts } from './parts.ts';
import { contactsOf } from './reach.ts';
import { changeRow, inState } from './rows.ts';

/**
 * Makes rows that wait for an address due, for those who have one now: of one person, or of all. Returns how many. A row
 * somebody else changed meanwhile is left to them. Throws when the query does.
 */
export async function wakeWaiting(parts: Parts, person?: PersonId): Promise<number> {
  const reachable = new Map<PersonId, boolean>();
  return eachRow(
    parts,
    {
      type: OUTBOX_TYPE,
      where: [
        { field: 'state', eq: 'waiting_for_address' },
        ...(person === undefined ? [] : [{ field: 'to', eq: person }]),
      ],
    },
    async (held) => {
      const { to } = held.row;
      if (!reachable.has(to)) reachable.set(to, (await contactsOf(parts, to)).length > 0);
      if (!reachable.get(to)) return false;
      const due = inState(held.row, 'due', held.row.lastTrouble);
      return (await changeRow(parts.store, held, due, parts.policy)) !== undefined;
    },
  );
}
