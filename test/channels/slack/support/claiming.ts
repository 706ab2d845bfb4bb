import { claimTurn } from '../../../../src/conversation/claim.ts';
import type { Listener } from '../../../../src/core/channel.ts';
import type { Answer } from '../../../../src/core/reply.ts';
import type { Store } from '../../../../src/core/store.ts';
import type { Turn } from '../../../../src/core/turn.ts';

/** A listener that hears each turn once, as the bot's own does, and leaves what to say of it to the test. */
export function claimingListener(
  store: Store,
  answer: (turn: Turn) => Promise<Answer> | Answer,
): Listener & { readonly heard: readonly Turn[] } {
  const heard: Turn[] = [];
  return {
    heard,
    async hear(turn) {
      const claim = await claimTurn(store, turn);
      if (!claim) return undefined;
      heard.push(turn);
      const said = await answer(turn);
      await store.commit(claim.done(turn.at));
      return said;
    },
  };
}
