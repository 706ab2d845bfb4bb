import type { CardReply, Outgoing } from '../core/reply.ts';

/** A card that cannot be drawn is no reason to say nothing: its summary is the whole of it in words. */
export function showReply(
  reply: CardReply,
  by: { readonly render: (reply: CardReply) => Outgoing; readonly onFault: (fault: unknown) => void },
): Outgoing {
  try {
    return by.render(reply);
  } catch (fault) {
    by.onFault(fault);
    return { summary: reply.summary };
  }
}
