import type { SchoolId } from '../../../core/ids.ts';
import type { Condition, Store } from '../../../core/store.ts';
import { findEveryRequest, type RequestRef } from '../../support/index.ts';

/** One school that helped, or helps, another. */
export interface PairOnRecord {
  readonly request: RequestRef;
  readonly partner: SchoolId;
  readonly supported: SchoolId;
  /** The instant the partner's headteacher said yes. */
  readonly since: string;
}

/** Values one condition may list at most. */
const MOST_IN_ONE = 100;

/** Everything these schools have helped with, as far back as is kept. */
export async function pairsOf(store: Store, partners: readonly SchoolId[]): Promise<readonly PairOnRecord[]> {
  const found: PairOnRecord[] = [];
  const schools = [...new Set(partners)];
  for (let from = 0; from < schools.length; from += MOST_IN_ONE) {
    const some: Condition = { field: 'partner.school', in: schools.slice(from, from + MOST_IN_ONE) };
    found.push(...(await pairsWhere(store, some)));
  }
  return found;
}

async function pairsWhere(store: Store, where: Condition): Promise<readonly PairOnRecord[]> {
  return (await findEveryRequest(store, [where])).flatMap((request) =>
    'partner' in request
      ? [
          {
            request: request.ref,
            partner: request.partner.school,
            supported: request.wish.school,
            since: request.partner.consented.at,
          },
        ]
      : [],
  );
}
