import type { Asking } from '../../core/feature.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Store, Write } from '../../core/store.ts';
import { type FoundRequest, findRequest } from './find-request.ts';
import { settleHalfDays } from './holds/hold-half-days.ts';
import { settleWork } from './holds/settle-pots.ts';
import { queueRevisit } from './messages/revisit.ts';
import { changedRequestWrites } from './records.ts';
import type { RequestCommand } from './states/commands.ts';
import { type Decided, decide } from './states/decide.ts';

/** How often to look again when somebody else changed the request in between: then the rules are asked about what it became. */
const TRIES = 8;

export interface Change {
  readonly store: Store;
  readonly ref: string;
  readonly asking: Asking;
  /** What to do to the request as it stands. May be asked again, should it change meanwhile. */
  readonly command: (found: FoundRequest) => RequestCommand | Promise<RequestCommand>;
  /** Messages that go out with the change, in its commit. */
  readonly telling: (decided: Decided, found: FoundRequest) => readonly Write[];
}

/**
 * Reads, decides and writes one change of a request with its history and messages in one commit. Of two people at once the
 * first to commit wins; the other is decided again on what the request then is. Throws the rules' refusals.
 */
export async function changeRequest(change: Change): Promise<Decided & { readonly found: FoundRequest }> {
  const { store, asking } = change;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const found = await findRequest(store, change.ref, asking);
    const who = { person: found.viewer.id, name: found.viewer.displayName };
    const decided = decide(found.request, await change.command(found), { who, hats: found.hats }, asking.now);
    if (decided instanceof Refusal) throw decided;
    const result = await store.commit([
      ...changedRequestWrites(found, decided.request, decided.entry),
      ...change.telling(decided, found),
      queueRevisit(decided, asking.now, asking.replaces),
    ]);
    if (result.outcome !== 'committed') continue;
    await settleHalfDays(store, found.request, decided.request);
    await settleWork(store, found.request, decided.request, asking.now);
    return { ...decided, found };
  }
  throw new Refusal(
    'out_of_date',
    'Several people changed that request at the same moment. Nothing has changed by you. Please look at it again.',
  );
}
