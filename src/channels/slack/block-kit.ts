import type { types } from '@slack/bolt';
import type { AdaptiveCard } from '../../core/reply.ts';

export type Blocks = types.KnownBlock[];

export interface SlackMessage {
  readonly text: string;
  readonly blocks: Blocks;
}

/** What was pressed on something this made. */
export type Press =
  | { readonly kind: 'action'; readonly verb?: string; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'page'; readonly page: number; readonly ref?: unknown }
  | { readonly kind: 'form'; readonly form: number; readonly ref?: unknown }
  | { readonly kind: 'link' };

export interface Submission {
  readonly verb?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly ref?: unknown;
}

type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Adaptive Cards as Block Kit: the part of `rendering/block-kit` the channel uses, handed in because channels know no other
 * part of the bot. `ref` is small, plain JSON that finds a card again; it comes back with whatever is pressed.
 */
export interface BlockKit {
  toBlockKit(
    card: AdaptiveCard,
    options: { summary: string; forms: 'modal'; page?: number; ref?: unknown },
  ): SlackMessage & { readonly pages: number };
  textMessages(text: string): readonly SlackMessage[];
  toModal(card: AdaptiveCard, options: { form: number; callbackId: string; ref: unknown }): types.ModalView;
  toHome(
    sections: readonly { card: AdaptiveCard; ref?: unknown }[],
    options: { page?: number; ref: unknown; callbackId: string },
  ): types.HomeView;
  formsIn(card: AdaptiveCard): readonly unknown[];
  readPress(action: { action_id?: string; value?: string }): Press | undefined;
  readInputs(values: Values): Readonly<Record<string, string>>;
  readSubmission(view: { private_metadata?: string; state?: { values?: Values } }): Submission | undefined;
  fieldErrors(errors: Readonly<Record<string, string>>): {
    response_action: 'errors';
    errors: Record<string, string>;
  };
  /** Spread into every message: nothing is read into its text and nothing fetched for it. */
  readonly POSTING: Readonly<Record<string, unknown>>;
}
