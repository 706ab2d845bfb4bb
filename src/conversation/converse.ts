import type { Listener } from '../core/channel.ts';
import { londonDate } from '../core/clock.ts';
import type { Asking, Feature, Reply } from '../core/feature.ts';
import type { PersonId } from '../core/ids.ts';
import { identityKey } from '../core/people.ts';
import type { Answer, CardReply, Outgoing } from '../core/reply.ts';
import type { Store } from '../core/store.ts';
import type { Turn } from '../core/turn.ts';
import { auditWrites } from './audit.ts';
import { type Claim, claimTurn } from './claim.ts';
import { compose } from './compose.ts';
import { dispatcher, type Outcome } from './dispatch.ts';
import { identify } from './identify.ts';
import { interpreter, type Understand } from './interpret.ts';
import { memoryRef, memoryWrite, recall, remembered } from './memory.ts';
import { rememberReach } from './reach.ts';
import { wasWelcomed, welcomeWrites } from './welcomed.ts';

export interface ConversationParts {
  readonly store: Store;
  readonly features: readonly Feature[];
  readonly understand: Understand;
  readonly render: (reply: CardReply) => Outgoing;
  /** Called when a turn queued something to send, or when a person can be written to for the first time. */
  readonly outbox: { nudge(): void; addressKnown(person: PersonId): Promise<void> };
  /** Told of every fault once, with the turn's id and never its words. */
  readonly onFault: (fault: unknown, turnId: string) => void;
}

/**
 * The bot's side of every conversation: claim the turn, see who is speaking, find out what they want, have the features
 * answer, and write down what was disclosed. Answers each turn once, however often it is delivered.
 */
export function createConversation(parts: ConversationParts): Listener {
  const { store } = parts;
  const dispatch = dispatcher(parts.features, parts.onFault);
  const interpret = interpreter(parts.features, parts.understand);

  async function hear(turn: Turn): Promise<Answer | undefined> {
    const claim = await claimTurn(store, turn);
    return claim ? answer(turn, claim) : undefined;
  }

  async function answer(turn: Turn, claim: Claim): Promise<Answer> {
    const ref = memoryRef(claim.partition, identityKey(turn.from.identity));
    const [viewer, memory, welcomed] = await Promise.all([
      identify(store, turn),
      recall(store, ref),
      wasWelcomed(store, claim.partition, turn.input),
    ]);
    const asking: Asking = {
      ...(viewer ? { viewer } : {}),
      identity: turn.from.identity,
      place: turn.place.kind,
      now: turn.at,
      today: londonDate(turn.at),
      turnId: turn.ids[0],
      topic: memory.topic,
    };
    const calls = interpret(turn.input, asking, { memory, welcomed });
    const outcomes: Outcome[] = [];
    for (const call of calls) outcomes.push(await dispatch(call, asking));
    const replies: Reply[] = outcomes.map((outcome) => outcome.reply);

    await store.commit([
      claim.done(turn.at),
      memoryWrite(ref, remembered(memory, replies, calls.findLast((call) => call.intent)?.intent)),
      ...auditWrites(claim.partition, asking, outcomes),
      ...welcomeWrites(claim.partition, turn),
    ]);
    if (viewer && (await rememberReach(store, viewer.id, turn))) await parts.outbox.addressKnown(viewer.id);
    if (replies.some((reply) => reply.queued)) parts.outbox.nudge();
    const problems = outcomes.flatMap((outcome) => outcome.problems ?? []);
    return { ...compose(replies, turn, parts.render), ...(problems.length > 0 ? { problems } : {}) };
  }

  return { hear };
}
