import { type CardNode, childrenOf, textOf } from './card-node.ts';
import type { Run } from './inline-markdown.ts';
import { parseMarkdown } from './markdown.ts';
import { richLines } from './rich-text.ts';
import type { ElementTranslator } from './translation.ts';

/** Each fact a line, its title in bold: any number of them, in any length, and a screen reader takes them in order. */
export const translateFactSet: ElementTranslator = (node) => richLines(factLines(node));

export function factLines(node: CardNode): Run[][] {
  return childrenOf(node, 'facts', 'Fact').map((fact) => {
    const title = inOneLine(textOf(fact, 'title')).map((run) => ({ ...run, bold: true }));
    const value = inOneLine(textOf(fact, 'value'));
    if (title.length === 0 || value.length === 0) return [...title, ...value];
    const stop = /[:?!.]\s*$/.test(title.at(-1)?.text ?? '') ? ' ' : ': ';
    return [...title, { text: stop, bold: true }, ...value];
  });
}

function inOneLine(markdown: string): Run[] {
  return parseMarkdown(markdown).flatMap((passage, index) => {
    const breakBefore = index > 0 ? [{ text: '\n' }] : [];
    if (passage.kind === 'paragraph') return [...breakBefore, ...passage.runs];
    return passage.items.flatMap((item, number) => [{ text: passage.ordered ? `\n${number + 1}. ` : '\n• ' }, ...item]);
  });
}
