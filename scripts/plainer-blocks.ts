import type { Json, JsonObject } from '../src/core/store.ts';

type Node = JsonObject;

/** Blocks, or anything that holds some, with rich text and tables as plain sections: for a page that draws neither. */
export function plainer(value: Json): Json {
  if (Array.isArray(value)) return value.map(plainer);
  if (!isNode(value)) return value;
  if (value.type === 'rich_text') return section(lines(value));
  if (value.type === 'table') return section(table(value));
  // Plain text it draws on one line, whatever breaks there are in it.
  if (value.type === 'plain_text' && String(value.text).includes('\n')) {
    return { type: 'mrkdwn', text: inert(String(value.text)) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainer(inner ?? null)]));
}

function section(text: string): Node {
  return { type: 'section', text: { type: 'mrkdwn', text: text === '' ? ' ' : text } };
}

function lines(node: Node): string {
  return elements(node)
    .map((element) => {
      if (element.type !== 'rich_text_list') return runs(element);
      return elements(element)
        .map((item, index) => `${element.style === 'ordered' ? `${index + 1}.` : '•'} ${runs(item)}`)
        .join('\n');
    })
    .join('\n');
}

function runs(node: Node): string {
  return elements(node)
    .map(({ text, url, style }) => {
      const words = inert(String(text ?? url ?? ''));
      if (typeof url === 'string') return `<${url}|${words}>`;
      const marks = isNode(style ?? null) ? (style as Node) : {};
      const mark = marks.bold ? '*' : marks.italic ? '_' : marks.code ? '`' : '';
      return words
        .split('\n')
        .map((line) => (line.trim() === '' ? line : `${mark}${line}${mark}`))
        .join('\n');
    })
    .join('');
}

function table(node: Node): string {
  const rows = Array.isArray(node.rows) ? node.rows : [];
  return rows.map((row) => (Array.isArray(row) ? row : []).filter(isNode).map(cell).join(' | ')).join('\n');
}

const cell = (node: Node) => (node.type === 'rich_text' ? lines(node) : inert(String(node.text ?? '')));

/** A person's words, unable to format: their marks get something invisible beside them. */
const inert = (text: string) => text.replace(/[*_~`<>]/g, '\u2060$&\u2060');

const elements = (node: Node) => (Array.isArray(node.elements) ? node.elements.filter(isNode) : []);

function isNode(value: Json | undefined): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
