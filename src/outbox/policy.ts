import type { Limit, PlatformLimits } from './pace.ts';

/** The numbers the outbox works by. Times are milliseconds. */
export interface Policy {
  /**
   * How long a row may stay `sending`. Longer than `sendTimeoutMs` and the tries to record it, or truths become
   * "unknown".
   */
  readonly leaseMs: number;
  /** After which silence from a channel counts as an unknown outcome. */
  readonly sendTimeoutMs: number;
  /** Tries, counting every one that did not end in `sent`, before a row is dead. */
  readonly maxAttempts: number;
  readonly backoff: { readonly firstMs: number; readonly longestMs: number };
  /** The longest a platform's Retry-After is believed. */
  readonly longestPauseMs: number;
  /** Rows fetched together: also how many may go ahead of a message somebody has just caused. */
  readonly pageSize: number;
  /** People written to at the same time. One person's messages always go one after another. */
  readonly lanes: number;
  /** The longest the outbox goes without looking. */
  readonly pollMs: number;
  /** How often it looks again at rows waiting for an address, should the call that says so have been lost. */
  readonly lookAgainMs: number;
  /** Tries at recording how a send ended, each after twice the wait, beginning here. */
  readonly recording: { readonly tries: number; readonly firstMs: number };
  /** How long a row is kept once nothing more will happen to it: an academic year and some. */
  readonly keepDays: number;
  readonly limits: { readonly teams: PlatformLimits; readonly slack: PlatformLimits };
}

const seconds = (count: number): number => count * 1000;
const perSecond = (count: number): Limit => ({ count, perMs: seconds(1) });

/**
 * Twenty tries are about 20 hours: a platform may be down for a night. Limits hold for one running bot; where several
 * share a file, the platform's own "later" keeps the sum in bounds, or each is given its share.
 */
export const STANDARD_POLICY: Policy = {
  leaseMs: seconds(180),
  sendTimeoutMs: seconds(60),
  maxAttempts: 20,
  backoff: { firstMs: seconds(5), longestMs: seconds(2 * 60 * 60) },
  longestPauseMs: seconds(60 * 60),
  pageSize: 100,
  lanes: 16,
  pollMs: seconds(5),
  lookAgainMs: seconds(10 * 60),
  recording: { tries: 9, firstMs: 200 },
  keepDays: 400,
  limits: {
    /** Microsoft's published limits for a bot in one thread, and for an app in one tenant. */
    teams: {
      conversation: [
        perSecond(7),
        { count: 8, perMs: seconds(2) },
        { count: 60, perMs: seconds(30) },
        { count: 1800, perMs: seconds(3600) },
      ],
      platform: [perSecond(30)],
    },
    /** Slack publishes one a second for a conversation, and "several hundred" a minute for a workspace. */
    slack: { conversation: [perSecond(1)], platform: [perSecond(5)] },
  },
};

/** How long to wait after the nth try, in ms: doubling, then level, and never quite together with the others. */
export function backoffMs(attempts: number, policy: Pick<Policy, 'backoff'>, random: () => number): number {
  const { firstMs, longestMs } = policy.backoff;
  const whole = Math.min(longestMs, firstMs * 2 ** (attempts - 1));
  return Math.round(whole * (0.5 + random() / 2));
}
