import { describe, expect, it } from 'vitest';
import { decodeText, findTextForm, repairTwiceRead } from '../../../src/importing/reading/encoding.ts';
import { fileOf } from '../support/importing.ts';

async function read(file: string): Promise<string> {
  const { encoding } = await findTextForm(file);
  let text = '';
  for await (const piece of decodeText(file, encoding)) text += piece;
  return text;
}

describe('the encoding of a file', () => {
  it.each([
    ['utf_8', Buffer.from('URN\nSt Anne’s\n')],
    ['utf_8', Buffer.from('\uFEFFURN\nSt Anne’s\n')],
    ['utf_8', Buffer.from('URN\nplain\n')],
    ['windows_1252', Buffer.from([...Buffer.from('URN\nSt Anne'), 0x92, ...Buffer.from('s\n')])],
    ['latin_1_as_utf_8', Buffer.from('URN\nSt Anne\u0092s\n')],
  ] as const)('is seen to be %s', async (encoding, bytes) => {
    expect(await findTextForm(fileOf(bytes))).toEqual({ encoding, lineEnd: 'line_feed' });
  });

  it('does not change what is read', async () => {
    const wanted = 'URN\nSt Anne’s – Café\n';
    const cp1252 = Buffer.from('URN\nSt Anne\u0092s \u0096 Caf\u00e9\n', 'latin1');
    expect(await read(fileOf(wanted))).toBe(wanted);
    expect(await read(fileOf(`\uFEFF${wanted}`))).toBe(wanted);
    expect(await read(fileOf(cp1252))).toBe(wanted);
    expect(await read(fileOf('URN\nSt Anne\u0092s \u0096 Café\n'))).toBe(wanted);
  });

  it('is right when a letter is cut in two by the way the file is read', async () => {
    const text = `${'x'.repeat((1 << 18) - 1)}’${'é'.repeat(1 << 18)}\n`;
    expect(await read(fileOf(text))).toBe(text);
  });

  it('knows the lines of a spreadsheet on a Mac', async () => {
    expect((await findTextForm(fileOf('a,b\r1,2\r'))).lineEnd).toBe('carriage_return');
  });

  it('repairs every character that windows-1252 has in place of a control character', () => {
    expect(repairTwiceRead('\u0080\u0091\u0092\u0093\u0094\u0096\u0099')).toBe('€‘’“”–™');
  });
});

describe('a file that is no text', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'the file is empty'],
    ['an Excel workbook', Buffer.from('PK\u0003\u0004rest'), 'Excel workbook'],
    ['“Unicode text”', Buffer.from('\uFEFFURN', 'utf16le'), 'UTF-16'],
  ])('is refused: %s', async (_, bytes, says) => {
    await expect(findTextForm(fileOf(bytes))).rejects.toMatchObject({
      name: 'BrokenFile',
      sentence: expect.stringContaining(says),
    });
  });
});
