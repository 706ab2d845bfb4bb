/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly underline?: boolean;
  readonly code?: boolean;
  readonly url?: string;
}

interface Piece {
  text: string;
  bold: boolean;
  italic: boolean;
  url: string | undefined;
  /** Set on a run of `*` or `_` that may yet turn out to be emphasis. */
  mark?: { readonly character: string; readonly length: number; left: number; opens: boolean; closes: boolean };
}

const MEANINGFUL = /[\\&[*_]/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Reads the Markdown an Adaptive Card's text may hold within a line: emphasis, links, backslashes and character entities. */
export function parseInline(text: string): Run[] {
  if (!MEANINGFUL.test(text)) return text === '' ? [] : [{ text }];
  return join(resolveEmphasis(scan(text, undefined)));
}

function scan(text: string, url: string | undefined): Piece[] {
  const pieces: Piece[] = [];
  let literal = '';
  const push = (piece: Piece) => {
    if (literal !== '') pieces.push({ text: literal, bold: false, italic: false, url });
    literal = '';
    pieces.push(piece);
  };
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    const rest = MEANINGFUL.test(character) ? text.slice(at) : '';
    const escaped = character === '\\' ? /^\\([!-/:-@[-`{-~\n])/.exec(rest) : null;
    const entity = character === '&' ? /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w+));/.exec(rest) : null;
    const link = character === '[' && url === undefined ? readLink(rest) : undefined;
    if (escaped) {
      literal += escaped[1];
      at += 2;
    } else if (entity) {
      literal += decode(entity);
      at += entity[0].length;
    } else if (link) {
      const inner = resolveEmphasis(scan(link.label, link.url));
      for (const piece of inner) if (piece.mark) piece.mark.opens = piece.mark.closes = false;
      if (literal !== '') push({ text: '', bold: false, italic: false, url });
      pieces.push(...inner);
      at += link.length;
    } else if (character === '*' || character === '_') {
      const length = (character === '*' ? /^\*+/ : /^_+/).exec(rest)?.[0].length ?? 1;
      push({ text: '', bold: false, italic: false, url, mark: markAt(text, at, length) });
      at += length;
    } else {
      literal += character;
      at += 1;
    }
  }
  push({ text: '', bold: false, italic: false, url });
  return pieces;
}

function decode([whole, decimal, hexadecimal, name]: RegExpExecArray): string {
  if (name !== undefined) return ENTITIES[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
}

/** `[words](address)` or `[words](address "title")` at the start of the text. Only addresses a reader may follow. */
function readLink(text: string): { label: string; url: string; length: number } | undefined {
  const labelEnd = closing(text, '[', ']');
  if (labelEnd < 0 || text[labelEnd + 1] !== '(') return undefined;
  const rest = text.slice(labelEnd + 1);
  const end = closing(rest, '(', ')');
  if (end < 0) return undefined;
  const target = /^\s*<?([^\s<>]*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*$/.exec(rest.slice(1, end));
  const url = target?.[1];
  if (url === undefined || !/^(?:https?:\/\/|mailto:|tel:)/i.test(url)) return undefined;
  return { label: text.slice(1, labelEnd), url, length: labelEnd + 1 + end + 1 };
}

/** Links longer than this are not read as links, so that a page of brackets costs no more than its length. */
const LONGEST_LINK = 4096;

function closing(text: string, open: string, close: string): number {
  let depth = 0;
  for (let at = 0; at < Math.min(text.length, LONGEST_LINK); at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === open) depth++;
    else if (text[at] === close && --depth === 0) return at;
  }
  return -1;
}

/** CommonMark's rule: whether this run of marks may open or close emphasis depends only on its neighbours. */
function markAt(text: string, at: number, length: number): NonNullable<Piece['mark']> {
  const before = text[at - 1] ?? ' ';
  const after = text[at + length] ?? ' ';
  const [spaceBefore, spaceAfter] = [/\s/u.test(before), /\s/u.test(after)];
  const [pointBefore, pointAfter] = [/[\p{P}\p{S}]/u.test(before), /[\p{P}\p{S}]/u.test(after)];
  const left = !spaceAfter && (!pointAfter || spaceBefore || pointBefore);
  const right = !spaceBefore && (!pointBefore || spaceAfter || pointAfter);
  const character = text[at] ?? '';
  return character === '*'
    ? { character, length, left: length, opens: left, closes: right }
    : {
        character,
        length,
        left: length,
        opens: left && (!right || pointBefore),
        closes: right && (!left || pointAfter),
      };
}

function resolveEmphasis(pieces: Piece[]): Piece[] {
  /** Below this, no opener was found before for a closer of the same kind, so none is looked for again. */
  const floor = new Map<string, number>();
  for (let at = 0; at < pieces.length; at++) {
    const closer = pieces[at]?.mark;
    while (closer?.closes && closer.left > 0) {
      const kind = `${closer.character}${closer.opens}${closer.length % 3}`;
      const from = findOpener(pieces, at, floor.get(kind) ?? 0);
      const opener = pieces[from]?.mark;
      if (opener === undefined) {
        floor.set(kind, at);
        break;
      }
      const used = Math.min(opener.left, closer.left, 2);
      opener.left -= used;
      closer.left -= used;
      for (const piece of pieces.slice(from + 1, at)) {
        if (used === 2) piece.bold = true;
        else piece.italic = true;
        if (piece.mark) piece.mark.opens = piece.mark.closes = false;
      }
    }
  }
  return pieces;
}

function findOpener(pieces: readonly Piece[], closerAt: number, floor: number): number {
  const closer = pieces[closerAt]?.mark;
  for (let at = closerAt - 1; closer && at >= floor; at--) {
    const mark = pieces[at]?.mark;
    if (!mark?.opens || mark.left === 0 || mark.character !== closer.character) continue;
    const threes = (mark.length + closer.length) % 3 === 0 && (mark.length % 3 !== 0 || closer.length % 3 !== 0);
    if (!((mark.closes || closer.opens) && threes)) return at;
  }
  return -1;
}

/** Neighbours in the same style become one run; marks that meant nothing become what was written. */
function join(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  for (const { text, bold, italic, url, mark } of pieces) {
    const written = text + (mark ? mark.character.repeat(mark.left) : '');
    if (written === '') continue;
    const last = runs.at(-1);
    if (last && !!last.bold === bold && !!last.italic === italic && last.url === url) {
      runs[runs.length - 1] = { ...last, text: last.text + written };
    } else {
      runs.push({ text: written, ...(bold && { bold }), ...(italic && { italic }), ...(url !== undefined && { url }) });
    }
  }
  return runs;
}
