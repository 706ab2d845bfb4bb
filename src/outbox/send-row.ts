import type { Temporal } from 'temporal-polyfill';
import type { SendOutcome } from '../core/channel.ts';
import type { AfterSend } from './after-send.ts';
import { describeFault } from './fault.ts';
import type { Parts, Platform } from './parts.ts';
import type { Policy } from './policy.ts';
import type { HeldRow } from './rows.ts';
import { recordEnding } from './take-row.ts';

/** What decides how a sending ended, beside the platform's answer. */
export interface By {
  readonly now: Temporal.Instant;
  readonly policy: Policy;
  readonly random: () => number;
}

export interface Sending {
  readonly platform: Platform;
  attempt(): Promise<SendOutcome>;
  /** What may still be under way is left to end, or its lease to: nothing may overtake it. */
  readonly leaveSilence?: true;
  after(outcome: SendOutcome, by: By): AfterSend;
}

/**
 * Sends a row that has been taken, once, and writes down how it ended. A sender that throws or says nothing leaves its
 * outcome `unknown`, since it may have arrived; should a silent one answer after all, the answer is still written down.
 * Throws when the ending could not be recorded.
 */
export async function sendRow(parts: Parts, taken: HeldRow, sending: Sending): Promise<AfterSend> {
  const conclude = async (outcome: SendOutcome): Promise<AfterSend> => {
    const { policy, random } = parts;
    const after = sending.after(outcome, { now: parts.clock.now(), policy, random });
    if (after.pauseMs !== undefined) parts.pace.pause(sending.platform, after.pauseMs);
    await recordEnding(parts, taken, after.row);
    return after;
  };
  const attempt = attemptSend(parts, taken, sending);
  const first = await orSilence(parts, attempt);
  if (first === 'silence') {
    void attempt.then(conclude).catch((error: unknown) => {
      parts.log.error({ row: taken.ref, ...describeFault(error) }, 'A late answer could not be recorded');
    });
    if (sending.leaveSilence) return { row: taken.row };
    return conclude({ outcome: 'unknown', detail: 'the platform did not answer in time' });
  }
  return conclude(first);
}

async function attemptSend(parts: Parts, taken: HeldRow, sending: Sending): Promise<SendOutcome> {
  try {
    return await sending.attempt();
  } catch (error) {
    parts.log.error({ row: taken.ref, ...describeFault(error) }, 'A send broke off: nobody knows whether it arrived');
    return { outcome: 'unknown', detail: 'the send broke off' };
  }
}

function orSilence(parts: Parts, sending: Promise<SendOutcome>): Promise<SendOutcome | 'silence'> {
  return new Promise((resolve) => {
    const cancel = parts.timer(() => resolve('silence'), parts.policy.sendTimeoutMs);
    void sending.then((outcome) => {
      cancel();
      resolve(outcome);
    });
  });
}
