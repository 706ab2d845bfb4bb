import type { Button, KnownBlock } from '@slack/types';
import { type CardNode, childOf, childrenOf, isRecord, keywordOf, textOf } from './card-node.ts';
import { type ControlValue, writeValue } from './control-values.ts';
import { BlockKitLimitError, UnsupportedElementError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { richLines } from './rich-text.ts';
import { fits, plainText } from './text.ts';
import { context } from './text-blocks.ts';
import type { Translation } from './translation.ts';

/** A row of buttons, then whatever the cards hold that some of them would show. */
export function translateActions(nodes: readonly CardNode[], translation: Translation): KnownBlock[] {
  const before: KnownBlock[] = [];
  const buttons: Button[] = [];
  const after: KnownBlock[] = [];
  for (const node of nodes) {
    if (node.at === translation.submit || node.type === 'Action.ToggleVisibility') continue;
    const title = textOf(node, 'title');
    if (!fits(title, LIMITS.buttonText)) before.push(...richLines([[{ text: title }]]));
    if (node.at.isEnabled === false) before.push(context(translation.words.notAvailable(title)));
    else if (node.type === 'Action.ShowCard') showCard(node, translation, buttons, after);
    else if (node.type === 'Action.OpenUrl' && !isWebAddress(textOf(node, 'url'))) after.push(...linkLine(node));
    else {
      const made = button(node, translation);
      if (made === undefined) continue;
      buttons.push(made);
    }
  }
  return [...before, ...rows(buttons), ...after];
}

export function rows(buttons: readonly Button[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.actionsElements) {
    blocks.push({ type: 'actions', elements: buttons.slice(at, at + LIMITS.actionsElements) });
  }
  return blocks;
}

/** `undefined` for an action that another button stands for. */
export function button(node: CardNode, translation: Translation): Button | undefined {
  switch (node.type) {
    case 'Action.OpenUrl': {
      const url = textOf(node, 'url');
      if (url.length > LIMITS.url) throw new BlockKitLimitError(node.path, `an address of ${url.length} characters`);
      return { ...face(node), action_id: `url:${translation.nextId()}`, url };
    }
    case 'Action.Execute':
    case 'Action.Submit':
      if (translation.ownInputs === 'button' && sendsInputs(node)) return formButton(node, translation);
      return {
        ...face(node),
        action_id: `act:${translation.nextId()}`,
        value: writeValue(carriedBy(node), node.path),
      };
    default:
      throw new UnsupportedElementError(node.path, `action "${node.type}"`);
  }
}

/** Whether pressing it sends what has been filled in. */
export const sendsInputs = (node: CardNode) =>
  (node.type === 'Action.Execute' || node.type === 'Action.Submit') && keywordOf(node, 'associatedInputs') !== 'none';

export function carriedBy(node: CardNode): { verb?: string; data: Readonly<Record<string, unknown>> } {
  const { data = {}, verb } = node.at;
  if (!isRecord(data)) throw new UnsupportedElementError(node.path, 'action data that is not an object');
  return node.type === 'Action.Execute' && typeof verb === 'string' ? { verb, data } : { data };
}

/** A button that is part of this library and not of the card. */
export function ownButton(kind: 'page' | 'form', title: string, value: ControlValue, nextId: () => number): Button {
  return {
    type: 'button',
    text: plainText(title, LIMITS.buttonText),
    accessibility_label: plainText(title, LIMITS.buttonLabel).text,
    action_id: `${kind}:${nextId()}`,
    value: writeValue(value, 'ref'),
  };
}

export const refOf = (ref: unknown) => (ref === undefined ? {} : { ref });

function formButton(node: CardNode, translation: Translation): Button | undefined {
  if (!translation.claimFormButton()) return undefined;
  const value = { form: 0, ...refOf(translation.ref) };
  return { ...ownButton('form', translation.words.openForm, value, translation.nextId), ...style(node) };
}

function face(node: CardNode): Pick<Button, 'type' | 'text' | 'accessibility_label' | 'style'> {
  const title = textOf(node, 'title') || textOf(node, 'tooltip');
  if (title.trim() === '') throw new UnsupportedElementError(node.path, 'an action without a title');
  return {
    type: 'button',
    text: plainText(title, LIMITS.buttonText),
    accessibility_label: plainText(textOf(node, 'tooltip') || title, LIMITS.buttonLabel).text,
    ...style(node),
  };
}

function style(node: CardNode): Pick<Button, 'style'> {
  if (keywordOf(node, 'style') === 'positive') return { style: 'primary' };
  return keywordOf(node, 'style') === 'destructive' ? { style: 'danger' } : {};
}

/** What Teams shows on a press is shown at once; a form behind a button stays behind one. */
function showCard(node: CardNode, translation: Translation, buttons: Button[], after: KnownBlock[]): void {
  const card = childOf(node, 'card', 'AdaptiveCard');
  if (card === undefined) throw new UnsupportedElementError(node.path, 'an Action.ShowCard without a card');
  const title = textOf(node, 'title');
  const form = translation.showCardInputs === 'button' ? translation.formOf(card) : undefined;
  if (form !== undefined) {
    const value = { form, ...refOf(translation.ref) };
    buttons.push({ ...ownButton('form', title, value, translation.nextId), ...style(node) });
    return;
  }
  after.push(...richLines([[{ text: title, bold: true }]]));
  after.push(...translation.elements(childrenOf(card, 'body')), ...translation.actions(childrenOf(card, 'actions')));
}

/** Slack's buttons open web pages only; a telephone number or an address for mail can still be a link in text. */
const isWebAddress = (url: string) => /^https?:\/\//i.test(url);

function linkLine(node: CardNode): KnownBlock[] {
  const url = textOf(node, 'url');
  if (!/^(?:mailto|tel):/i.test(url)) throw new UnsupportedElementError(node.path, `a link to "${url}"`);
  return richLines([[{ text: textOf(node, 'title'), url }]]);
}
