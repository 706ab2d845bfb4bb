/** With these a cell begins that a spreadsheet may run or split, their full-width forms included, behind white space or not. */
const RUNS = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@＝＋－＠\t\r\n]/u;

/**
 * Words for a cell that no spreadsheet takes for a formula: an apostrophe before them, as people type it, which shows that they
 * are words. It is put in files of both kinds, since what is safe in one is often saved as the other. Characters that no
 * spreadsheet can hold are left out.
 */
export function plainCell(text: string): string {
  const clean = text.replace(NEVER, '');
  return RUNS.test(clean) ? `'${clean}` : clean;
}

/** Not to be written in XML at all: control characters but tab and line ends, halves of pairs, and the two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out.
const NEVER = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;
