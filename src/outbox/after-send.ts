import type { Temporal } from 'temporal-polyfill';
import type { SendOutcome } from '../core/channel.ts';
import { sortableInstant } from '../core/clock.ts';
import type { OutboxRow } from '../core/outbox.ts';
import type { Platform } from './parts.ts';
import { backoffMs, type Policy } from './policy.ts';
import { inState } from './rows.ts';

/** What one send means: for the row, for the address it went to, and for the platform. */
export interface AfterSend {
  readonly row: OutboxRow;
  /** The address works no longer. The row, if still `due`, goes to another. */
  readonly unreachable?: true;
  /** The platform asked for quiet, in ms. */
  readonly pauseMs?: number;
}

/**
 * Decides what follows from how a send ended. Pure. `elsewhere`: the person has another address. `fixed`: it is for one place
 * and no person, and there is nowhere else to try.
 */
export function afterSend(
  row: OutboxRow,
  outcome: SendOutcome,
  facts: {
    readonly platform: Platform;
    readonly elsewhere: boolean;
    readonly fixed?: boolean;
    readonly now: Temporal.Instant;
    readonly policy: Policy;
    readonly random: () => number;
  },
): AfterSend {
  const { platform, now, policy } = facts;
  switch (outcome.outcome) {
    case 'sent':
      return {
        row: {
          ...inState(row, 'sent'),
          sentAt: sortableInstant(now),
          sentTo: { platform, address: outcome.address },
          ...(outcome.messageId === undefined ? {} : { messageId: outcome.messageId }),
        },
      };
    case 'unknown':
      return { row: inState(row, 'unknown', `${platform}: ${outcome.detail}`) };
    case 'later': {
      const asked = believable(outcome.afterMs, policy);
      const trouble = `${platform}: ${outcome.detail}`;
      return {
        row: dueAgain(row, asked ?? backoffMs(row.attempts, policy, facts.random), trouble, facts),
        ...(asked === undefined ? {} : { pauseMs: asked }),
      };
    }
    case 'refused': {
      const trouble = `${platform} ${outcome.reason}: ${outcome.detail}`;
      if (outcome.reason === 'rejected' || facts.fixed) return { row: inState(row, 'dead', trouble) };
      if (outcome.reason === 'gone' && !facts.elsewhere)
        return { row: inState(row, 'dead', trouble), unreachable: true };
      return { row: dueAgain(row, 0, trouble, facts), unreachable: true };
    }
  }
}

/**
 * The same for a card that was to be changed. To set the same card again harms nobody, so whatever may not have arrived is
 * tried again. A card that is gone, or whose reader has left, needs no change; it says nothing of where the reader is.
 */
export function afterChange(
  row: OutboxRow,
  outcome: SendOutcome,
  facts: {
    readonly platform: Platform;
    readonly now: Temporal.Instant;
    readonly policy: Policy;
    readonly random: () => number;
  },
): AfterSend {
  const { platform, now, policy } = facts;
  if (outcome.outcome === 'sent') return { row: { ...inState(row, 'sent'), sentAt: sortableInstant(now) } };
  if (outcome.outcome === 'refused') {
    const state = outcome.reason === 'rejected' ? 'dead' : 'no_longer_true';
    return { row: inState(row, state, `${platform} ${outcome.reason}: ${outcome.detail}`) };
  }
  const asked = outcome.outcome === 'later' ? believable(outcome.afterMs, policy) : undefined;
  const waitMs = asked ?? backoffMs(row.attempts, policy, facts.random);
  return {
    row: dueAgain(row, waitMs, `${platform}: ${outcome.detail}`, facts),
    ...(asked === undefined ? {} : { pauseMs: asked }),
  };
}

/** A Retry-After within bounds, in ms; `undefined` when the platform gave none, or nonsense. */
function believable(afterMs: number | undefined, policy: Pick<Policy, 'longestPauseMs'>): number | undefined {
  if (afterMs === undefined || !(afterMs >= 0)) return undefined;
  return Math.min(afterMs, policy.longestPauseMs);
}

/** Due after a while, or dead once it has been tried often enough. */
export function dueAgain(
  row: OutboxRow,
  afterMs: number,
  trouble: string,
  facts: { readonly now: Temporal.Instant; readonly policy: Pick<Policy, 'maxAttempts'> },
): OutboxRow {
  if (row.attempts >= facts.policy.maxAttempts) return inState(row, 'dead', trouble);
  const sendAt = sortableInstant(facts.now.add({ milliseconds: Math.ceil(afterMs) }));
  return { ...inState(row, 'due', trouble), sendAt };
}
