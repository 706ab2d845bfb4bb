import type { Temporal } from 'temporal-polyfill';
import type { EventId } from './ids.ts';
import type { Identity } from './people.ts';
import type { JsonObject } from './store.ts';

/** Where something was said. Nothing restricted is ever said in a group or a channel. */
export type PlaceKind = 'personal' | 'group' | 'channel';

/** What a channel needs to write to a conversation again later. Opaque to everything but the channel that made it. */
export type Address = JsonObject;

export type Input =
  /** Words typed; empty when somebody sent only a file or a picture, which `hasAttachment` then tells. */
  | { readonly kind: 'text'; readonly text: string; readonly hasAttachment?: true }
  /** A button. `data` is what the card carried and what the person filled in: untrusted, parsed by the command it names. */
  | { readonly kind: 'action'; readonly verb: string; readonly data: JsonObject }
  /** The person, or their group, has just added the bot. */
  | { readonly kind: 'installed' };

/** One thing one person did on one platform, in the same shape for every platform. */
export interface Turn {
  /**
   * Every name this delivery may be known by, the platform's own id first. A later turn sharing any of them, in the same
   * conversation, is the same turn delivered again.
   */
  readonly ids: readonly [EventId, ...EventId[]];
  readonly at: Temporal.Instant;
  readonly from: {
    readonly identity: Identity;
    readonly displayName?: string;
    /** As the platform itself reports it, fetched on demand. Never what somebody typed. */
    readonly verifiedEmail?: () => Promise<string | undefined>;
  };
  readonly place: {
    readonly kind: PlaceKind;
    /** The platform's id of the conversation. */
    readonly conversation: string;
    readonly address: Address;
  };
  readonly input: Input;
  /** The message whose button was pressed, as the platform names it, when the answer takes its place. */
  readonly replaces?: string;
}
