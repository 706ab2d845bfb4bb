import { shownText } from './block-kit/oracle.ts';
import { type Node, nodesOf } from './card-rules.ts';

/** Which properties of an element a reader sees. Toggles are ways to a fact, and no facts. */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  TextBlock: ['text'],
  TextRun: ['text'],
  Image: ['altText'],
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
    .flatMap((node) => [
      ...(SEEN[String(node.type)] ?? []).map((key) => said(node[key], node.type === 'TextBlock')),
      ...(Array.isArray(node.facts)
        ? node.facts.flatMap(({ title, value }: Node) => [said(title, true), said(value, true)])
        : []),
      ...(Array.isArray(node.choices) ? node.choices.map(({ title }: Node) => said(title, false)) : []),
    ])
    .filter(Boolean);
}

/** What blocks say, likewise, as one string. */
export const blocksAsLetters = (blocks: unknown) => shownText(blocks).map(lettersOf).join('');

/** Markdown's marks are no letters, the address of a link is not shown, and the numbers of a list are drawn by Slack. */
function said(value: unknown, markdown: boolean): string {
  const text = String(value ?? '');
  return lettersOf(markdown ? text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/^\s*\d+[.)]\s/gm, '') : text);
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
