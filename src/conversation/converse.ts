import type { Listener } from '../core/channel.ts';
import { londonDate } from '../core/clock.ts';
import type { Asking, Feature } from '../core/feature.ts';
import type { PersonId } from '../core/ids.ts';
import { identityKey } from '../core/people.ts';
import type { NotAnswered } from '../core/phrases.ts';
import type { Answer, CardReply, Outgoing } from '../core/reply.ts';
import type { Store } from '../core/store.ts';
import type { Turn } from '../core/turn.ts';
import { auditWrites } from './audit.ts';
import { type Claim, claimTurn, isKnown, unclaimedTurn } from './claim.ts';
import { compose } from './compose.ts';
import { dispatcher, type Outcome } from './dispatch.ts';
import { identify } from './identify.ts';
import { interpreter, MEANT, type Situation, type Understand } from './interpret.ts';
import { memoryRef, memoryWrite, recall, remembered } from './memory.ts';
import { notAnswered } from './not-answered.ts';
import { rememberReach } from './reach.ts';
import { faultReply } from './refusals.ts';
import { settleDoubts } from './settle-doubts.ts';
import { showReply } from './show-reply.ts';
import type { AskChooser } from './understand/ask-chooser.ts';
import { wasWelcomed, welcomeWrites } from './welcomed.ts';

export interface ConversationParts {
  readonly store: Store;
  readonly features: readonly Feature[];
  readonly understand: Understand;
  readonly render: (reply: CardReply) => Outgoing;
  /** Called when a turn queued something to send, or when a person can be written to for the first time. */
  readonly outbox: { nudge(): void; addressKnown(person: PersonId): Promise<void> };
  /** Where an authority has a chooser of its own, it is asked before the person is. */
  readonly askChooser?: AskChooser;
  /** Keeps what was asked back or not answered, where the authority has switched that on. */
  readonly onNotAnswered?: (message: NotAnswered) => Promise<void>;
  /** Told of every fault once, with the turn's id and never its words. */
  readonly onFault: (fault: unknown, turnId: string) => void;
}

/**
 * The bot's side of every conversation: see who is speaking, find out what they want, claim the turn if that changes
 * anything, have the features answer, and write down what was disclosed. Answers each turn once, however often it is delivered.
 */
export function createConversation(parts: ConversationParts): Listener {
  const { store } = parts;
  const dispatch = dispatcher(parts.features, parts.onFault);
  const interpret = interpreter(parts.features, parts.understand);

  /** Most turns only ask: tried as such first. What changes something is claimed before it is run, and so never run twice. */
  async function hear(turn: Turn): Promise<Answer | undefined> {
    const isNew = !(await isKnown(store, turn));
    const answered = isNew ? await answer(turn, unclaimedTurn(turn), 'reads') : undefined;
    if (answered) return answered;
    const claim = await claimTurn(store, turn);
    return claim && answer(turn, claim, 'anything');
  }

  /** `undefined`, with nothing written down, when more was asked for than may be done, or the turn is another's by now. */
  async function answer(turn: Turn, claim: Claim, allowed: 'reads' | 'anything'): Promise<Answer | undefined> {
    const ref = memoryRef(claim.partition, identityKey(turn.from.identity));
    const onFault = (fault: unknown) => parts.onFault(fault, claim.turn);
    const [viewer, memory, welcomed] = await Promise.all([
      identify(store, turn, onFault),
      recall(store, ref),
      wasWelcomed(store, claim.partition, turn.input),
    ]);
    const asking: Asking = {
      ...(viewer ? { viewer } : {}),
      identity: turn.from.identity,
      place: turn.place.kind,
      now: turn.at,
      today: londonDate(turn.at),
      turnId: claim.turn,
      topic: memory.topic,
      ...(turn.replaces === undefined ? {} : { replaces: turn.replaces }),
    };
    const carriedOut = await carryOut(turn, asking, { memory, welcomed }, allowed);
    if (!carriedOut) return undefined;
    const { outcomes, intent, choseOne, unmet } = carriedOut;
    const replies = outcomes.map((outcome) => outcome.reply);

    const written = await store.commit([
      ...claim.done(turn.at),
      memoryWrite(ref, remembered(memory, { replies, intent, choseOne })),
      ...auditWrites(claim.partition, asking, outcomes),
      ...welcomeWrites(claim.partition, turn),
    ]);
    // Another has answered this turn in the meantime; or we were slower than our lease, and another has taken it over.
    if (written.outcome === 'conflict') return undefined;
    if (viewer && (await rememberReach(store, viewer.id, turn))) await parts.outbox.addressKnown(viewer.id);
    if (replies.some((reply) => reply.queued)) parts.outbox.nudge();
    // Teaching is never worth a turn: what cannot be kept is let go.
    for (const message of unmet) await parts.onNotAnswered?.(message).catch(onFault);
    const problems = outcomes.flatMap((outcome) => outcome.problems ?? []);
    return {
      ...compose(replies, turn, (reply) => showReply(reply, { render: parts.render, onFault })),
      ...(problems.length > 0 ? { problems } : {}),
    };
  }

  /** Does what was asked for, in the order said. A fault ends what it belongs to with a kind sentence, and nothing else. */
  async function carryOut(turn: Turn, asking: Asking, situation: Situation, allowed: 'reads' | 'anything') {
    const outcomes: Outcome[] = [];
    try {
      const calls = await settleDoubts(interpret(turn.input, asking, situation), parts.askChooser, (intent, text) =>
        interpret({ kind: 'action', verb: MEANT, data: { intent, text } }, asking, situation),
      );
      if (allowed === 'reads' && calls.some(dispatch.changes)) return undefined;
      for (const call of calls) outcomes.push(await dispatch(call, asking));
      return {
        outcomes,
        intent: calls.findLast((call) => call.intent)?.intent,
        choseOne: calls.some((call) => call.chosen),
        unmet: parts.onNotAnswered ? notAnswered(turn, calls) : [],
      };
    } catch (fault) {
      parts.onFault(fault, asking.turnId);
      outcomes.push({ verb: 'conversation', reply: faultReply(), disclosures: [] });
      return { outcomes, intent: undefined, choseOne: false, unmet: [] };
    }
  }

  return { hear };
}
