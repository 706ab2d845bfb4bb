import type { KnownBlock, ModalView } from '@slack/types';
import { carriedBy, refOf, sendsInputs } from './actions.ts';
import { type Card, type CardNode, childrenOf, keywordOf, nodeOf, textOf } from './card-node.ts';
import { BlockKitLimitError, UnsupportedElementError } from './errors.ts';
import { formsIn, visit } from './forms.ts';
import { LIMITS } from './limits.ts';
import { mergeRichText, richLines } from './rich-text.ts';
import { fits, plainText } from './text.ts';
import { translateCard } from './translate.ts';
import { BRITISH, type Words } from './words.ts';

export interface ModalOptions {
  /** Which of `formsIn(card)` to fill in: what a form button carries. 0, the card's own, unless given. */
  readonly form?: number;
  /** The card's first heading, or the ShowCard's title, unless given. */
  readonly title?: string;
  /** For the `callback_id`, so that the app knows its own. */
  readonly callbackId?: string;
  /** Whatever finds the card again: it comes back with the form, from `readSubmission`. */
  readonly ref?: unknown;
  readonly words?: Partial<Words>;
}

/**
 * A form of the card as a modal. Its submit button is the card's positive action, or its first; what that carries travels in
 * `private_metadata`, and `readSubmission` puts it together with what was filled in. A card without inputs has no submit.
 * Throws `UnsupportedElementError` for what cannot be translated and `BlockKitLimitError` for more than 100 blocks.
 */
export function toModal(card: Card, options: ModalOptions = {}): ModalView {
  const words = { ...BRITISH, ...options.words };
  const forms = formsIn(card);
  const form = forms[options.form ?? 0];
  if (options.form !== undefined && form === undefined)
    throw new BlockKitLimitError('', `there is no form ${options.form}`);
  const root = form?.root ?? nodeOf(card, '', 'AdaptiveCard');
  const submit = form && submitOf(root);
  let id = 0;
  const blocks = translateCard(card, root, {
    words,
    ref: options.ref,
    ownInputs: 'inline',
    showCardInputs: 'button',
    nativeTable: false,
    submit: submit?.at,
    nextId: () => ++id,
  });
  const title = options.title ?? form?.title ?? headingOf(blocks) ?? words.form;
  return {
    type: 'modal',
    title: plainText(title, LIMITS.viewTitle),
    blocks: withinView([
      ...inFull(title),
      ...withoutHeading(blocks, title),
      ...inFull(textOf(submit ?? root, 'title')),
    ]),
    close: plainText(words.close, LIMITS.viewButton),
    ...(submit && { submit: plainText(textOf(submit, 'title'), LIMITS.viewButton) }),
    ...(options.callbackId !== undefined && { callback_id: options.callbackId }),
    private_metadata: metadata(submit, options.ref),
  };
}

function submitOf(root: CardNode): CardNode {
  const actions = childrenOf(root, 'actions');
  visit(
    root,
    (node) => {
      if (node.type === 'ActionSet') actions.push(...childrenOf(node, 'actions'));
    },
    (node) => node.type !== 'Action.ShowCard',
  );
  const sending = actions.filter((action) => sendsInputs(action) && action.at.isEnabled !== false);
  const submit = sending.find((action) => keywordOf(action, 'style') === 'positive') ?? sending[0];
  if (submit === undefined) throw new UnsupportedElementError(root.path, 'a form that no action sends');
  return submit;
}

/** A title too long for its place is said in the form as well. */
const inFull = (title: string): KnownBlock[] => (fits(title, LIMITS.viewTitle) ? [] : richLines([[{ text: title }]]));

function headingOf(blocks: readonly KnownBlock[]): string | undefined {
  const [first] = blocks;
  return first?.type === 'header' ? first.text.text : undefined;
}

/** The modal's own title says it already. */
function withoutHeading(blocks: readonly KnownBlock[], title: string): readonly KnownBlock[] {
  return headingOf(blocks) === title ? blocks.slice(1) : blocks;
}

function withinView(blocks: readonly KnownBlock[]): KnownBlock[] {
  const fitted = blocks.length > LIMITS.viewBlocks ? mergeRichText(blocks) : [...blocks];
  if (fitted.length > LIMITS.viewBlocks) {
    throw new BlockKitLimitError('', `a form of ${fitted.length} blocks, where Slack takes ${LIMITS.viewBlocks}`);
  }
  return fitted;
}

function metadata(submit: CardNode | undefined, ref: unknown): string {
  const json = JSON.stringify({ ...(submit ? carriedBy(submit) : { data: {} }), ...refOf(ref) });
  if (json.length > LIMITS.privateMetadata) {
    throw new BlockKitLimitError(
      submit?.path ?? '',
      `${json.length} characters of data in a form that holds ${LIMITS.privateMetadata}`,
    );
  }
  return json;
}
