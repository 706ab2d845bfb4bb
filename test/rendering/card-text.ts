import { shownText } from './block-kit/oracle.ts';
import { type Node, nodesOf } from './card-rules.ts';

/** Which properties of an element a reader sees. Toggles and the titles of forms are ways to a fact, and no facts. */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  TextBlock: ['text'],
  TextRun: ['text'],
  Fact: ['title', 'value'],
  Image: ['altText'],
  Choice: ['title'],
  'Input.Text': ['label', 'placeholder', 'value'],
  'Input.Number': ['label', 'placeholder'],
  'Input.Date': ['label', 'placeholder'],
  'Input.Time': ['label', 'placeholder'],
  'Input.Toggle': ['label', 'title'],
  'Input.ChoiceSet': ['label'],
  'Action.Execute': ['title'],
  'Action.OpenUrl': ['title'],
  'Action.ShowCard': ['title'],
};

/** Everything the card says to a reader, each saying in letters and digits alone. */
export function visibleText(card: unknown): string[] {
  return nodesOf(card)
    .flatMap((node) => (SEEN[kindOf(node)] ?? []).map((key) => asLetters(String(node[key] ?? ''))))
    .filter(Boolean);
}

function kindOf(node: Node): string {
  if (typeof node.type === 'string') return node.type;
  if ('title' in node && 'value' in node) return 'Fact';
  return '';
}

/** What blocks say, likewise, as one string. */
export const blocksAsLetters = (blocks: unknown) => shownText(blocks).map(lettersOf).join('');

/** Markdown's marks are no letters, and the numbers of a list are drawn by Slack. */
const asLetters = (text: string) =>
  lettersOf(text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/^\s*\d+[.)]\s/gm, ''));

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
