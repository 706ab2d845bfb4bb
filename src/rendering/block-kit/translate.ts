import type { DividerBlock, KnownBlock } from '@slack/types';
import { translateActions } from './actions.ts';
import { type Card, type CardNode, childOf, childrenOf, isRecord, keywordOf, nodeOf, textOf } from './card-node.ts';
import { translateColumnSet } from './columns.ts';
import { translateContainer } from './container.ts';
import { UnsupportedElementError } from './errors.ts';
import { translateFactSet } from './fact-set.ts';
import { type Form, formsIn, visit } from './forms.ts';
import { translateImage, translateImageSet } from './image.ts';
import { INPUTS, translateInput } from './inputs.ts';
import { linesOf } from './lines.ts';
import { mergeRichText } from './rich-text.ts';
import { translateTable } from './table.ts';
import { translateRichTextBlock, translateTextBlock } from './text-blocks.ts';
import type { ElementTranslator, Translation } from './translation.ts';

/** Every element there is a translation for. What is not here, and has no fallback that is, throws. */
const TRANSLATORS: Readonly<Record<string, ElementTranslator>> = {
  TextBlock: translateTextBlock,
  RichTextBlock: translateRichTextBlock,
  FactSet: translateFactSet,
  Container: translateContainer,
  ColumnSet: translateColumnSet,
  Image: translateImage,
  ImageSet: translateImageSet,
  Table: translateTable,
  ActionSet: (node, translation) => translation.actions(childrenOf(node, 'actions')),
  ...Object.fromEntries(INPUTS.map((type) => [type, translateInput])),
};

const DIVIDER: DividerBlock = { type: 'divider' };

export type Settings = Pick<
  Translation,
  'words' | 'ref' | 'ownInputs' | 'showCardInputs' | 'nativeTable' | 'submit' | 'nextId'
>;

/** One card, or the card inside one of its ShowCards, as blocks. Limits on their number are the caller's business. */
export function translateCard(card: Card, root: CardNode, settings: Settings): KnownBlock[] {
  if (root.type !== 'AdaptiveCard') throw new UnsupportedElementError(root.path, `a card of the type "${root.type}"`);
  const translation = createTranslation(card, root, settings);
  const action = childOf(root, 'selectAction');
  return [
    ...translation.elements(childrenOf(root, 'body')),
    ...translation.actions([...(action ? [action] : []), ...childrenOf(root, 'actions')]),
  ];
}

function createTranslation(card: Card, root: CardNode, settings: Settings): Translation {
  const toggled = once(() => toggledIds(card));
  const forms = once(() => formsIn(card));
  const inputs = new Set<string>();
  const translation: Translation = {
    ...settings,
    // A card without inputs has no form to open, and its buttons are only buttons.
    ownInputs: settings.ownInputs === 'button' && indexOf(forms(), root) === undefined ? 'inline' : settings.ownInputs,
    shown: (node) => (node.at.isVisible !== false || toggled().has(textOf(node, 'id'))) && !isSign(node, toggled),
    formOf: (inner) => indexOf(forms(), inner),
    claimInput(id, path) {
      if (inputs.has(id)) throw new UnsupportedElementError(path, `a second input with the id "${id}"`);
      inputs.add(id);
    },
    claimTable: firstTime(),
    claimFormButton: firstTime(),
    lines: (nodes) => linesOf(nodes, translation),
    elements: (nodes) => translateElements(nodes, translation),
    actions: (nodes) => translateActions(nodes, translation),
  };
  return translation;
}

function translateElements(nodes: readonly CardNode[], translation: Translation): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (const written of nodes) {
    const node = supported(written);
    if (node === undefined) continue;
    if (!translation.shown(node)) {
      // Its value would be sent on Teams, and nothing on Slack could send it.
      if (node.type.startsWith('Input.')) throw new UnsupportedElementError(node.path, 'an input that is never shown');
      continue;
    }
    const translated = (TRANSLATORS[node.type] as ElementTranslator)(node, translation);
    if (translated.length === 0) continue;
    if (node.at.separator === true && blocks.length > 0) blocks.push(DIVIDER);
    const close = node.at.separator !== true && ['none', 'small'].includes(keywordOf(node, 'spacing'));
    blocks.push(...(close ? mergeRichText([...blocks.splice(-1), ...translated]) : translated));
  }
  return blocks;
}

/** The element, or what stands in for it; `undefined` when that is to be nothing. */
function supported(node: CardNode): CardNode | undefined {
  const required = isRecord(node.at.requires) && Object.keys(node.at.requires).length > 0;
  if (Object.hasOwn(TRANSLATORS, node.type) && !required) return node;
  if (node.at.fallback === 'drop') return undefined;
  if (isRecord(node.at.fallback)) return supported(nodeOf(node.at.fallback, `${node.path}.fallback`));
  throw new UnsupportedElementError(node.path, `element "${node.type}"`);
}

/** The arrow that turns when a section opens. On Slack it is open. */
const isSign = (node: CardNode, toggled: () => ReadonlySet<string>) =>
  node.type === 'TextBlock' &&
  typeof node.at.id === 'string' &&
  !/[\p{L}\p{N}]/u.test(textOf(node, 'text')) &&
  toggled().has(node.at.id);

function toggledIds(card: Card): Set<string> {
  const ids = new Set<string>();
  visit(nodeOf(card, '', 'AdaptiveCard'), ({ type, at }) => {
    if (type !== 'Action.ToggleVisibility' || !Array.isArray(at.targetElements)) return;
    for (const target of at.targetElements) ids.add(String(isRecord(target) ? target.elementId : target));
  });
  return ids;
}

function indexOf(forms: readonly Form[], inner: CardNode): number | undefined {
  const index = forms.findIndex((form) => form.root.at === inner.at);
  return index < 0 ? undefined : index;
}

function firstTime(): () => boolean {
  let asked = false;
  return () => {
    const first = !asked;
    asked = true;
    return first;
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
