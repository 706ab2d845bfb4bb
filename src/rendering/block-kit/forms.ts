import { type Card, type CardNode, childOf, isRecord, nodeOf, textOf } from './card-node.ts';

/** Inputs that are filled in and sent together: the card's own, or those of one `Action.ShowCard`. */
export interface Form {
  /** The ShowCard's title; `undefined` for the card's own form. */
  readonly title?: string;
  /** The card the inputs stand in. */
  readonly root: CardNode;
}

/** Every form of the card, in the order it is written; its place in this list is what a form button carries. */
export function formsIn(card: Card): Form[] {
  const root = nodeOf(card, '', 'AdaptiveCard');
  const showCards: Form[] = [];
  visit(root, (node) => {
    if (node.type !== 'Action.ShowCard') return;
    const inner = childOf(node, 'card', 'AdaptiveCard');
    if (inner && holdsInput(inner)) showCards.push({ title: textOf(node, 'title'), root: inner });
  });
  return holdsInput(root) ? [{ root }, ...showCards] : showCards;
}

/** Whether an input stands in the card itself, and not only in a card that it shows. */
function holdsInput(card: CardNode): boolean {
  let found = false;
  visit(
    card,
    (node) => {
      found ||= node.type.startsWith('Input.');
    },
    (node) => node.type !== 'Action.ShowCard',
  );
  return found;
}

/** Every object of the card that has a type, from the top down. */
export function visit(
  node: CardNode,
  see: (node: CardNode) => void,
  goesInto: (node: CardNode) => boolean = () => true,
): void {
  if (node.type !== '') see(node);
  if (!goesInto(node)) return;
  for (const key in node.at) {
    const value = node.at[key];
    // What an action sends back is data, whatever it looks like.
    if (typeof value !== 'object' || value === null || key === 'data' || key === 'fallback') continue;
    const path = node.path === '' ? key : `${node.path}.${key}`;
    if (!Array.isArray(value)) visit(nodeOf(value, path), see, goesInto);
    else {
      for (const [index, item] of value.entries()) {
        if (isRecord(item)) visit(nodeOf(item, `${path}[${index}]`), see, goesInto);
      }
    }
  }
}
