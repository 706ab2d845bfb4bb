import { parseInline, type Run } from './inline-markdown.ts';

/** A paragraph, or a list of them. */
export type Passage =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] };

const BULLET = /^\s{0,3}[-+*]\s+(?=\S)/;
const NUMBER = /^\s{0,3}(\d{1,9})[.)]\s+(?=\S)/;

/**
 * Reads what Adaptive Cards take from Markdown: emphasis, links, bullet and numbered lists. Headings, tables, images, code
 * and quotations are not in that subset and stay as they are written.
 */
export function parseMarkdown(text: string): Passage[] {
  if (!/[\r\n]/.test(text) && !BULLET.test(text) && !NUMBER.test(text)) return paragraph(text);
  const passages: Passage[] = [];
  let lines: string[] = [];
  let items: string[] = [];
  let ordered = false;
  const endParagraph = () => {
    passages.push(...paragraph(lines.join('\n')));
    lines = [];
  };
  const endList = () => {
    if (items.length > 0) passages.push({ kind: 'list', ordered, items: items.map(parseInline) });
    items = [];
  };
  for (const line of text.split(/\r\n?|\n/)) {
    const number = NUMBER.exec(line);
    const bullet = number ?? BULLET.exec(line);
    // Slack's lists count from one: one that does not is kept as lines that say their own numbers.
    const counts = number === null || Number(number[1]) === (ordered ? items.length : 0) + 1;
    if (bullet && counts) {
      endParagraph();
      if (items.length > 0 && ordered !== (number !== null)) endList();
      ordered = number !== null;
      items.push(line.slice(bullet[0].length));
    } else if (line.trim() === '') {
      endParagraph();
      endList();
    } else {
      endList();
      lines.push(line);
    }
  }
  endParagraph();
  endList();
  return passages;
}

function paragraph(text: string): Passage[] {
  const runs = parseInline(text);
  return runs.every((run) => run.text.trim() === '') ? [] : [{ kind: 'paragraph', runs }];
}
