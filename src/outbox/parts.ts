import type { Temporal } from 'temporal-polyfill';
import type { Sender } from '../core/channel.ts';
import type { Clock } from '../core/clock.ts';
import type { OutboxRow, RunErrand, SaysNow, StillDue } from '../core/outbox.ts';
import type { CardReply, Outgoing } from '../core/reply.ts';
import type { Store } from '../core/store.ts';
import type { Log } from './fault.ts';
import type { Pace } from './pace.ts';
import type { Policy } from './policy.ts';
import type { Timer } from './timer.ts';

export const PLATFORMS = ['teams', 'slack'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What the outbox is made of, handed in by the composition root. */
export interface OutboxOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly render: (reply: CardReply) => Outgoing;
  /** A person reachable only on a platform without a sender here is waiting for an address. */
  readonly senders: Partial<Record<Platform, Sender>>;
  /** By feature key. A reminder of a feature that is not here is tried again later: it may be a newer bot's. */
  readonly stillDue: Readonly<Record<string, StillDue>>;
  /** The same, for cards to be changed and for errands. */
  readonly saysNow?: Readonly<Record<string, SaysNow>>;
  readonly errands?: Readonly<Record<string, RunErrand>>;
  /**
   * Asked of a notice just before it is sent, since roles end while messages wait. False: it is not sent, and recorded as
   * no longer true. Left out, every notice goes.
   */
  readonly mayStillBeTold?: (notice: Extract<OutboxRow, { kind: 'notice' }>, now: Temporal.Instant) => Promise<boolean>;
  /** `next`: the first moment at or after `at` when people may be disturbed for something that can wait. */
  readonly workingTime: { next(at: Temporal.Instant): Temporal.Instant };
  readonly log: Log;
  /** What this running bot is called in rows and logs. */
  readonly instance: string;
  /** Numbers to use in place of `STANDARD_POLICY`'s. */
  readonly policy?: Partial<Policy>;
  /** From 0 up to 1. */
  readonly random?: () => number;
  readonly timer?: Timer;
}

/** The same with nothing left open, and what one outbox keeps between rows. */
export interface Parts extends Omit<Required<OutboxOptions>, 'policy' | 'mayStillBeTold'> {
  readonly mayStillBeTold: OutboxOptions['mayStillBeTold'];
  readonly policy: Policy;
  readonly pace: Pace<Platform>;
  /** Written into rows: the instance, and a mark no other run shares, so a row says whose it is beyond doubt. */
  readonly me: string;
  /** True once `stop` was called: begin nothing more. */
  readonly stopping: () => boolean;
}
