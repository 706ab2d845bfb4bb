import type { Temporal } from 'temporal-polyfill';
import type { Impact, Proposal, Routed, Terms, Who } from './schema.ts';

/** Everything that can be done to a request that was sent. */
export type RequestCommand =
  | { readonly do: 'accept' }
  /** An adviser cannot take it, or hands it back: it goes to the next in line. */
  | { readonly do: 'decline'; readonly reason: string; readonly next: Routed }
  | { readonly do: 'reassign'; readonly to: Who; readonly reason: string }
  | { readonly do: 'ask'; readonly text: string }
  | { readonly do: 'answer'; readonly text: string }
  | { readonly do: 'escalate'; readonly reason: string; readonly next: Routed }
  | { readonly do: 'withdraw'; readonly reason: string }
  | { readonly do: 'lapse' }
  | { readonly do: 'match' }
  | { readonly do: 'propose'; readonly proposal: Omit<Proposal, 'number' | 'by'> }
  | { readonly do: 'consent'; readonly proposal: number }
  | { readonly do: 'refuse_proposal'; readonly proposal: number }
  | { readonly do: 'agree_terms'; readonly terms: Terms }
  | { readonly do: 'start'; readonly on: Temporal.PlainDate }
  | { readonly do: 'review_midpoint'; readonly text: string }
  | { readonly do: 'complete'; readonly review: string }
  | { readonly do: 'evaluate'; readonly impact: Impact }
  | { readonly do: 'close' };

export type Deed = RequestCommand['do'];
