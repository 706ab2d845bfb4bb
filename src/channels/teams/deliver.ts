import type { SendOutcome } from '../../core/channel.ts';
import type { Answer, Outgoing } from '../../core/reply.ts';
import type { PlaceKind } from '../../core/turn.ts';
import { SENTENCES } from './sentences.ts';

export type Post = (message: Outgoing) => Promise<SendOutcome>;

/**
 * Sends what is for the person alone, and says what then belongs in the place itself. The place is told that the person was
 * answered directly only when they were.
 */
export async function sendDirectly(answer: Answer, place: PlaceKind, direct: Post): Promise<readonly Outgoing[]> {
  if (answer.directly.length === 0) return answer.here;
  if (place === 'personal') return [...answer.here, ...answer.directly];
  for (const message of answer.directly) {
    const sent = await direct(message);
    if (sent.outcome !== 'sent') return [answer.ifUnreachable ?? { summary: SENTENCES.cannotReachYou }];
  }
  return answer.here.length > 0 ? answer.here : [{ summary: SENTENCES.repliedDirectly }];
}

const LONGEST_WAIT_MS = 3_000;
const WAIT_MS = 500;

/**
 * A reply somebody is waiting for, tried once more when Teams asked for a short pause. Only when the first certainly did not
 * arrive: nothing is ever said twice.
 */
export async function postPatiently(
  post: Post,
  message: Outgoing,
  wait: (ms: number) => Promise<unknown>,
): Promise<SendOutcome> {
  const first = await post(message);
  if (first.outcome !== 'later') return first;
  const pause = first.afterMs ?? WAIT_MS;
  if (pause > LONGEST_WAIT_MS) return first;
  await wait(pause);
  return post(message);
}
