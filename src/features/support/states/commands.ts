import type { Proposal, Routed, Who, Wish } from '../schema.ts';
import type { WorkCommand } from '../work/work-commands.ts';

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
  /** The headteacher asks for something else than before; `said` tells the difference. */
  | { readonly do: 'amend'; readonly wish: Wish; readonly said: string }
  | { readonly do: 'match' }
  | { readonly do: 'propose'; readonly proposal: Omit<Proposal, 'number' | 'by'> }
  | { readonly do: 'consent'; readonly proposal: number }
  /** The headteacher who was asked says no; the reason is for the adviser alone. */
  | { readonly do: 'refuse_proposal'; readonly proposal: number; readonly reason: string; readonly conflict: boolean }
  /** The adviser waits no longer for an answer. */
  | { readonly do: 'take_back'; readonly proposal: number; readonly reason: string }
  | WorkCommand;

export type Deed = RequestCommand['do'];
