import type { Temporal } from 'temporal-polyfill';
import type { PersonId } from '../core/ids.ts';
import type { Ref } from '../core/store.ts';
import { deliverDue, nothing, type Pass } from './deliver-due.ts';
import { describeFault } from './fault.ts';
import { giveUpSilence } from './give-up-silence.ts';
import { createLoop } from './loop.ts';
import { listTroubled, settleTroubled, type Troubled, type TroubledPage, type Verdict } from './officer.ts';
import { createPace } from './pace.ts';
import type { OutboxOptions, Parts } from './parts.ts';
import { type Policy, STANDARD_POLICY } from './policy.ts';
import { realTimer } from './timer.ts';
import { wakeWaiting } from './wake-waiting.ts';

/** Sends what was queued, once, when it is due. Any number may work on one store. */
export interface Outbox {
  /**
   * One look through everything due. Never rejects: what failed is logged and counted. Looks never overlap. After
   * `stop` it sends nothing until `start`.
   */
  tick(): Promise<Pass>;
  /** Something was just queued: look at once. To be called after the commit. */
  nudge(): void;
  /**
   * This person can be written to (again): what waited for that is due. To be called once their reach is stored. Never
   * rejects.
   */
  addressKnown(person: PersonId): Promise<void>;
  /** Begins to look by itself, until `stop`. */
  start(): void;
  /** Begins no further send, and resolves when those under way have ended and are written down. */
  stop(): Promise<void>;
  /**
   * A page of the rows an officer must see: dead and of unknown outcome, or other states asked for. Throws as
   * `Store.query` does.
   */
  dead(ask?: { readonly states?: readonly Troubled[]; readonly continuation?: string }): Promise<TroubledPage>;
  /** What an officer decided about such a row. False when it has changed meanwhile. Throws as `Store.commit` does. */
  settle(ref: Ref, verdict: Verdict): Promise<boolean>;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const policy = { ...STANDARD_POLICY, ...options.policy };
  checkLease(policy);
  const random = options.random ?? Math.random;
  let stopping = false;
  const parts: Parts = {
    ...options,
    policy,
    random,
    timer: options.timer ?? realTimer,
    mayStillBeTold: options.mayStillBeTold,
    saysNow: options.saysNow ?? {},
    errands: options.errands ?? {},
    pace: createPace(policy.limits, options.clock),
    me: `${options.instance}/${random().toString(36).slice(2)}`,
    stopping: () => stopping,
  };
  let hurried = false;
  let lastLook: Temporal.Instant | undefined;

  async function look(): Promise<Pass> {
    const tally = nothing();
    hurried = false;
    try {
      const now = parts.clock.now();
      parts.pace.forget();
      tally.unknown += await giveUpSilence(parts);
      if (lastLook === undefined || Math.abs(now.since(lastLook).total('milliseconds')) >= policy.lookAgainMs) {
        await wakeWaiting(parts);
        lastLook = now;
      }
      await deliverDue(parts, tally, () => hurried);
    } catch (error) {
      tally.faults += 1;
      parts.log.error(
        { instance: options.instance, ...describeFault(error) },
        'The outbox could not look through its rows',
      );
    }
    parts.log.debug({ instance: options.instance, ...tally }, 'Looked through the outbox');
    return tally;
  }

  let latest: Promise<unknown> = Promise.resolve();
  function tick(): Promise<Pass> {
    const pass = latest.then(look);
    latest = pass;
    return pass;
  }
  const loop = createLoop(async () => (await tick()).againInMs, { pollMs: policy.pollMs, timer: parts.timer });
  function nudge(): void {
    hurried = true;
    loop.nudge();
  }

  return {
    tick,
    nudge,
    async addressKnown(person) {
      try {
        if ((await wakeWaiting(parts, person)) > 0) nudge();
      } catch (error) {
        parts.log.error({ person, ...describeFault(error) }, 'Rows waiting for an address stay so until the next look');
      }
    },
    start() {
      stopping = false;
      loop.start();
    },
    async stop() {
      stopping = true;
      await loop.stop();
      await latest;
    },
    dead: (ask = {}) => listTroubled(parts, ask),
    settle: async (ref, verdict) => {
      const settled = await settleTroubled(parts, ref, verdict);
      if (settled && verdict === 'send_again') nudge();
      return settled;
    },
  };
}

/** A lease that ends before the slowest send has ended and been written down would turn truths into guesses. */
function checkLease({ leaseMs, sendTimeoutMs, recording }: Policy): void {
  const recordingMs = recording.firstMs * (2 ** (recording.tries - 1) - 1);
  if (leaseMs <= sendTimeoutMs + 2 * recordingMs) {
    throw new RangeError(`A lease of ${leaseMs} ms is too short for a send of ${sendTimeoutMs} ms and its recording`);
  }
}
