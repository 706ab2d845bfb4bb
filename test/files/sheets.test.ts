import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/core/sheet.ts';
import { writeCsv, writeXlsx } from '../../src/files/index.ts';
import { plainCell } from '../../src/files/plain-cell.ts';

const SHEET: Sheet = {
  name: 'Support 2026-27',
  columns: [
    { heading: 'School', kind: 'text', width: 30 },
    { heading: 'Sent', kind: 'date', width: 12 },
    { heading: 'Half-days', kind: 'number', width: 12 },
    { heading: 'Cost', kind: 'pounds', width: 12 },
  ],
  rows: [
    ['St “Joseph’s”, Otterley & <co>', '2026-11-18', 4, 1250.5],
    ['=HYPERLINK("https://evil.example","x")', undefined, -2, undefined],
    ['two\nlines, and a "quote"', '2027-02-28', undefined, 0],
  ],
};

async function csv(sheet: Sheet): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writeCsv(sheet));
}

async function xlsx(sheet: Sheet) {
  const files = unzipSync(await writeXlsx(sheet));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { cells: part('xl/worksheets/sheet1.xml'), words: part('xl/sharedStrings.xml'), all: Object.keys(files) };
}

describe('A csv file', () => {
  it('has a heading row, then a row for each thing, every cell in quotes', async () => {
    expect(await csv(SHEET)).toBe(
      [
        '\uFEFF"School","Sent","Half-days","Cost"',
        '"St “Joseph’s”, Otterley & <co>","2026-11-18","4","1250.5"',
        '"\'=HYPERLINK(""https://evil.example"",""x"")","","-2",""',
        '"two\nlines, and a ""quote""","2027-02-28","","0"',
        '',
      ].join('\r\n'),
    );
  });
});

describe('An Excel file', () => {
  it('has dates that are dates, numbers that are numbers and no formula', async () => {
    const { cells, words } = await xlsx(SHEET);
    // 18 November 2026 is day 46344 as Excel counts, and no time of day.
    expect(cells).toMatch(/<c r="B2" s="\d+"><v>46344<\/v><\/c>/);
    expect(cells).toMatch(/<c r="C2"[^>]*><v>4<\/v><\/c>/);
    expect(cells).toMatch(/<c r="D2"[^>]*><v>1250.5<\/v><\/c>/);
    expect(cells).not.toContain('<f>');
    expect(cells).toContain('state="frozen"');
    expect(words).toContain('St “Joseph’s”, Otterley &amp; &lt;co&gt;');
    expect(words).toContain("<t>'=HYPERLINK");
  });

  it('opens as a workbook whatever characters are in it', async () => {
    const { words } = await xlsx({ ...SHEET, rows: [['a\u0000b\u001Fc\uFFFEd\uD800e', undefined, 1, 2]] });
    expect(words).toContain('<t>abcde</t>');
  });
});

describe('Words in a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44 1632 960101', "'+44 1632 960101"],
    ['-2 levels', "'-2 levels"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['  =1', "'  =1"],
    ['\u200B=1', "'\u200B=1"],
    ['＝1+1', "'＝1+1"],
    ['\u0000=1', "'=1"],
    ['\tplain', "'\tplain"],
    ['phonics = reading', 'phonics = reading'],
    ['St John’s', 'St John’s'],
    ['', ''],
  ])('%j are written %j', (said, written) => expect(plainCell(said)).toBe(written));

  const begins = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠');
  const before = fc.string({ unit: fc.constantFrom(' ', '\u00A0', '\u200B', '\uFEFF', '\u0000', '\u0007', '\u2028') });

  it('never begin with what a spreadsheet runs, in either kind of file, whatever stands before it', async () => {
    await fc.assert(
      fc.asyncProperty(before, begins, fc.string(), async (space, sign, rest) => {
        const sheet: Sheet = { ...SHEET, columns: SHEET.columns.slice(0, 1), rows: [[`${space}${sign}${rest}`]] };
        expect((await csv(sheet)).split('\r\n"')[1]?.charAt(0)).toBe("'");
        const { cells, words } = await xlsx(sheet);
        expect(words).toMatch(/<si><t[^>]*>(&apos;|')/);
        expect(cells).not.toContain('<f>');
      }),
      { numRuns: 60 },
    );
  });

  it('are otherwise left as they were', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9“][\w ,.=+@-]*$/), (said) => {
        expect(plainCell(said)).toBe(said);
      }),
    );
  });
});
