import { element } from './element.js';

/*
 * The little of markdown that Teams draws in cards and messages: bold, italics, lists, links. It builds elements and text,
 * so nothing a person wrote can become markup. What it does not know stays as it was typed.
 */

const SAFE_LINK = /^(?:https:\/\/|http:\/\/|mailto:|tel:)[^\s"'<>`]+$/i;
const INLINE =
  /\\([\\`*_{}[\]()#+\-.!~|<>])|\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__|(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])|(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])|\[((?:\\.|[^\]\\])+)\]\(((?:[^()\s]|\([^()\s]*\))+)\)/;
const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBER = /^\s*\d{1,3}[.)]\s+(.*)$/;

/** Paragraphs and lists for this text. */
export function markdown(text) {
  const fragment = document.createDocumentFragment();
  for (const block of blocks(text)) fragment.append(block);
  return fragment;
}

/** The same as a string, for Microsoft's card renderer, which wants one. */
export function markdownHtml(text) {
  return element('div', {}, markdown(text)).innerHTML;
}

export function isSafeLink(url) {
  return SAFE_LINK.test(url);
}

function blocks(text) {
  const made = [];
  let open;
  for (const line of text.replaceAll('\r', '').split('\n')) {
    const bullet = BULLET.exec(line);
    const number = bullet ? null : NUMBER.exec(line);
    const kind = bullet ? 'ul' : number ? 'ol' : line.trim() === '' ? undefined : 'p';
    if (kind === undefined) {
      open = undefined;
      continue;
    }
    if (open?.localName !== kind) {
      open = element(kind);
      if (kind === 'ol') open.start = Number.parseInt(line, 10);
      made.push(open);
    } else if (kind === 'p') open.append(element('br'));
    if (kind === 'p') open.append(...inline(line));
    else open.append(element('li', {}, ...inline((bullet ?? number)[1])));
  }
  return made;
}

function inline(text) {
  const found = INLINE.exec(text);
  if (!found) return text === '' ? [] : [text];
  const [whole, escaped, bold, alsoBold, italic, alsoItalic, label, url] = found;
  const before = text.slice(0, found.index);
  const after = inline(text.slice(found.index + whole.length));
  return [...(before === '' ? [] : [before]), drawn(), ...after];

  function drawn() {
    if (escaped !== undefined) return escaped;
    if (bold ?? alsoBold) return element('strong', {}, ...inline(bold ?? alsoBold));
    if (italic ?? alsoItalic) return element('em', {}, ...inline(italic ?? alsoItalic));
    if (!isSafeLink(url)) return whole;
    return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...inline(label));
  }
}
