/**
 * How words that people typed are put into a card, so that they are read and never obeyed.
 *
 * A card's text is a subset of Markdown, and clients do not agree on it: Teams on a desktop honours a backslash before any
 * punctuation; the phones' own parser honours it before fewer characters and shows the rest; neither decodes `&lt;` the
 * same way. So a construct that depends on two characters standing together (a link, a tag, a list marker) is parted by a
 * word joiner, which nobody can see and every parser believes; a backslash is kept for what cannot be parted.
 */

/** U+2060, of no width. */
export const WORD_JOINER = '\u2060';

/** Characters that steer the display instead of being read: controls, and the marks that turn text round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is removed.
const STEERING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** `${` template, `{{` client date functions, `](` link, `<a` tag or mention, `&x;` entity, and written-out addresses. */
const PARTED =
  /\$(?=\{|$)|\{(?=\{|$)|\](?=\()|<(?=[A-Za-z/!?]|$)|&(?=#?\w+;)|(?<=[A-Za-z]):(?=\/\/)|(?<=\b[Ww]{3})\.|\\(?=[!-/:-@[-`{-~]|$)/gm;

/** For places that are not Markdown everywhere: runs of rich text, labels, the titles of choices. Adds nothing visible. */
export function inert(words: string): string {
  return words.replace(STEERING, '').replace(PARTED, `$&${WORD_JOINER}`);
}

const LINE_BREAKS = /(?:\r\n?|\n)+/g;

/** What begins a list, a heading, a quotation, a rule or a block of code. */
const LINE_START =
  /^(?=[ \t]*(?:[-+*](?:\s|$)|#{1,6}(?:\s|$)|>|\d{1,9}[.)](?:\s|$)|(?:[-=_*~`|] ?){3,}|=+\s*$)|[ ]{4}|[ ]{0,3}\t)/gm;

const DELIMITERS = /[*_`[\]]|~(?=~)/g;

/**
 * Nearly every sentence, name, date and number: nothing in it could mean anything, so nothing needs looking for. One line that
 * begins with a letter or a mark of quotation holds none of what begins a list or a rule; the two constructs that these
 * characters could still make, a written-out address and "www.", are ruled out first, as is "1)".
 */
const ORDINARY =
  /^(?!.*(?::\/\/|[Ww]{3}\.))(?! {4}| *\d+\))(?:[A-Za-z“‘"'(£][A-Za-z0-9 ,'’()£%“”‘"–·;.:/?!-]*|[A-Za-z0-9 ,'’()£%]*)$/;

/** For Markdown: the words as they were typed, whatever is in them. Each line becomes a paragraph of its own. */
export function plain(words: string): string {
  return ORDINARY.test(words) ? words : parted(words);
}

/** The long way, whatever the words are. */
export function parted(words: string): string {
  return inert(words).replace(LINE_BREAKS, '\n\n').replace(DELIMITERS, partDelimiter).replace(LINE_START, WORD_JOINER);
}

function partDelimiter(mark: string, at: number, whole: string): string {
  if (mark === '~') return `~${WORD_JOINER}`;
  const before = whole[at - 1] ?? '';
  const after = whole[at + 1] ?? '';
  // Left as typed where no parser gives them a meaning, so that fewer backslashes show on old phones.
  if (mark === '*' && isSpace(before) && isSpace(after)) return mark;
  if (mark === '_' && isWord(before) && isWord(after)) return mark;
  return `\\${mark}`;
}

const isSpace = (character: string) => character === ' ';
const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character);

/** An address for a link written in a template, as `[words](${href(url)})`. Throws on anything but http, https, mailto or tel. */
export function href(address: string): string {
  const url = new URL(address);
  if (!['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)) {
    throw new Error(`"${url.protocol}" is not an address a card may link to.`);
  }
  return url.href.replace(/[()<>[\]*_`~\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
