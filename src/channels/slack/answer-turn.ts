import type { Listener } from '../../core/channel.ts';
import type { Answer, Outgoing } from '../../core/reply.ts';
import type { Turn } from '../../core/turn.ts';
import { sendDirectly } from './deliver.ts';
import type { Log } from './log.ts';
import { SENTENCES } from './sentences.ts';
import type { Speaking, Spot } from './speak.ts';

/** A turn, and where its answer goes. */
export interface Received {
  readonly turn: Turn;
  readonly spot: Spot;
}

/** `again`: a turn somebody took on before and was not seen to finish. */
export type Answering = (received: Received, again: boolean) => Promise<void>;

export interface Answerer {
  readonly answer: Answering;
  /** Asks the listener only. `undefined` for a turn that was heard before, and for one that failed, which is then said. */
  hear(received: Received, again: boolean): Promise<Answer | undefined>;
  /** Says an answer where it belongs. */
  say(received: Received, answer: Answer): Promise<void>;
}

export function createAnswerer(parts: {
  readonly listener: Listener;
  readonly speaking: Speaking;
  readonly log: Log;
}): Answerer {
  const { listener, speaking, log } = parts;

  async function hear({ turn, spot }: Received, again: boolean): Promise<Answer | undefined> {
    try {
      const answer = await listener.hear(turn);
      // Answered, and then this bot or another stopped, before or after saying so. Better asked twice than left waiting.
      if (!answer && again) await speaking.directly(spot, { summary: SENTENCES.interrupted });
      return answer;
    } catch (fault) {
      log.error({ err: fault, turn: turn.ids[0] }, 'the turn could not be answered');
      await speaking.directly(spot, { summary: SENTENCES.fault });
      return undefined;
    }
  }

  async function say({ turn, spot }: Received, answer: Answer): Promise<void> {
    const here = await sendDirectly(answer, turn.place.kind, (message) => speaking.directly(spot, message));
    const isPrivate = answer.directly.length > 0 && turn.place.kind !== 'personal';
    for (const [index, message] of here.entries()) {
      await speaking.here(spot, message, {
        replacing: index === 0 && replaces(spot, message, isPrivate),
        note: isPrivate && message.card === undefined,
      });
    }
  }

  return {
    hear,
    say,
    async answer(received, again) {
      const answer = await hear(received, again);
      if (answer) await say(received, answer);
    },
  };
}

/** A card takes the place of the card that was pressed. In a shared place that one stays, when the answer is elsewhere. */
function replaces(spot: Spot, message: Outgoing, isPrivate: boolean): boolean {
  return spot.pressed !== undefined && message.card !== undefined && !isPrivate;
}
