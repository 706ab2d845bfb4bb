import type { Reception, Visit } from '../core/channel.ts';
import { londonDate } from '../core/clock.ts';
import type { Asking } from '../core/feature.ts';
import { identityKey } from '../core/people.ts';
import { auditWrites } from './audit.ts';
import type { ConversationParts } from './converse.ts';
import { dispatcher, type Outcome } from './dispatch.ts';
import { identify } from './identify.ts';
import { showReply } from './show-reply.ts';
import { turnName } from './turn-record.ts';

/**
 * What a person finds before they have said a word. Everything on it comes from the same commands a question would have
 * called, so it shows nothing that asking would not, and what it discloses is written down alike.
 */
export function createReception(
  parts: Pick<ConversationParts, 'store' | 'features' | 'render' | 'onFault'>,
): Reception {
  const { store, features, render } = parts;
  const dispatch = dispatcher(features, parts.onFault);

  async function askingOf(visit: Visit): Promise<Asking> {
    const viewer = await identify(store, visit, (fault) => parts.onFault(fault, visit.id));
    return {
      ...(viewer ? { viewer } : {}),
      identity: visit.from.identity,
      place: 'personal',
      now: visit.at,
      today: londonDate(visit.at),
      turnId: turnName(visit.id),
      topic: {},
    };
  }

  return {
    async home(visit) {
      const asking = await askingOf(visit);
      const shown: Outcome[] = [];
      for (const call of features.flatMap((feature) => feature.home?.(asking) ?? [])) {
        const outcome = await dispatch(call, asking);
        // Nobody asked, so nobody needs to be told no.
        if (!outcome.refused) shown.push(outcome);
      }
      const audit = auditWrites(`home:${identityKey(visit.from.identity)}`, asking, shown);
      if (audit.length > 0) await store.commit(audit);
      const onFault = (fault: unknown) => parts.onFault(fault, visit.id);
      return shown.map((outcome) => showReply(outcome.reply, { render, onFault }));
    },
    async starters(visit) {
      const asking = await askingOf(visit);
      return features.flatMap((feature) => feature.starters?.(asking) ?? []);
    },
  };
}
