import type { SendOutcome } from '../../core/channel.ts';
import type { Answer, Outgoing } from '../../core/reply.ts';
import type { PlaceKind } from '../../core/turn.ts';
import { SENTENCES } from './sentences.ts';

/**
 * Sends what is for the person alone, and says what then belongs in the place itself. The place is told that the person was
 * answered directly only when they were.
 */
export async function sendDirectly(
  answer: Answer,
  place: PlaceKind,
  direct: (message: Outgoing) => Promise<SendOutcome>,
): Promise<readonly Outgoing[]> {
  if (answer.directly.length === 0) return answer.here;
  if (place === 'personal') return [...answer.here, ...answer.directly];
  for (const message of answer.directly) {
    const sent = await direct(message);
    if (sent.outcome !== 'sent') return [answer.ifUnreachable ?? { summary: SENTENCES.cannotReachYou }];
  }
  return answer.here.length > 0 ? answer.here : [{ summary: SENTENCES.repliedDirectly }];
}

const LONGEST_WAIT_MS = 300_000;
const WAIT_MS = 1_000;
const MOST_TRIES = 4;

/**
 * Something a person is waiting for, tried again when Slack asked for a pause. Slack was told long ago that the question
 * arrived, so nobody but us is kept waiting. Only when it certainly did not arrive: nothing is ever said twice.
 */
export async function patiently<T extends { readonly outcome: string; readonly afterMs?: number }>(
  attempt: () => Promise<T>,
  wait: (ms: number) => Promise<unknown>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const done = await attempt();
    const pause = done.afterMs ?? WAIT_MS * tries;
    if (done.outcome !== 'later' || tries === MOST_TRIES || pause > LONGEST_WAIT_MS) return done;
    await wait(pause);
  }
}
