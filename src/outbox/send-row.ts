import type { Sender, SendOutcome } from '../core/channel.ts';
import type { Outgoing } from '../core/reply.ts';
import { type AfterSend, afterSend } from './after-send.ts';
import { describeFault } from './fault.ts';
import type { Parts } from './parts.ts';
import type { Contact } from './reach.ts';
import type { HeldRow } from './rows.ts';
import { recordEnding } from './take-row.ts';

/**
 * Sends a row that has been taken, once, and writes down how it ended. A sender that throws or says nothing leaves it
 * `unknown`, since it may have arrived; should a silent one answer after all, the answer is still written down. Throws
 * when the ending could not be recorded.
 */
export async function sendRow(
  parts: Parts,
  taken: HeldRow,
  to: { readonly sender: Sender; readonly contact: Contact; readonly elsewhere: boolean },
  message: Outgoing,
): Promise<AfterSend> {
  const { platform, address } = to.contact;
  const conclude = async (outcome: SendOutcome): Promise<AfterSend> => {
    const { policy, random } = parts;
    const facts = { platform, elsewhere: to.elsewhere, now: parts.clock.now(), policy, random };
    const after = afterSend(taken.row, outcome, facts);
    if (after.pauseMs !== undefined) parts.pace.pause(platform, after.pauseMs);
    await recordEnding(parts, taken, after.row);
    return after;
  };
  const sending = attemptSend(parts, taken, () => to.sender.send(address, message));
  const first = await orSilence(parts, sending);
  if (first === 'silence') {
    void sending.then(conclude).catch((error: unknown) => {
      parts.log.error({ row: taken.ref, ...describeFault(error) }, 'A late answer could not be recorded');
    });
    return conclude({ outcome: 'unknown', detail: 'the platform did not answer in time' });
  }
  return conclude(first);
}

async function attemptSend(parts: Parts, taken: HeldRow, send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await send();
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
