import { mayBeSaidIn } from '../core/disclosure.ts';
import type { Reply } from '../core/feature.ts';
import type { Answer, CardReply, Outgoing } from '../core/reply.ts';
import type { Turn } from '../core/turn.ts';

const REPLIED_DIRECTLY: Outgoing = { summary: 'I’ve replied to you directly.' };

const CANNOT_REACH: Outgoing = {
  summary:
    'I can only answer that to you alone, and I can’t message you yet. Please open a chat with me, say hello, and ask me there.',
};

/**
 * Sends each reply where it may be read. In a group or channel a restricted reply goes to the person alone, and the place
 * sees one sentence that is the same whatever the reply says.
 */
export function compose(replies: readonly Reply[], turn: Turn, render: (reply: CardReply) => Outgoing): Answer {
  if (mayBeSaidIn(turn.place.kind)) return { here: replies.map(render), directly: [] };
  const open = replies.filter((reply) => reply.sensitivity === 'open').map(render);
  const restricted = replies.filter((reply) => reply.sensitivity === 'restricted').map(render);
  if (restricted.length === 0) return { here: open, directly: [] };
  return { here: [...open, REPLIED_DIRECTLY], directly: restricted, ifUnreachable: CANNOT_REACH };
}
