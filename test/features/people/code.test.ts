import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeIn, newCode } from '../../../src/features/people/code.ts';

const digest = (text: string) => text;

/** Bytes handed out one after another, again and again. */
function source(bytes: readonly number[]) {
  let at = 0;
  return {
    digest,
    bytes: (count: number) => Uint8Array.from({ length: count }, () => bytes[at++ % bytes.length] ?? 0),
  };
}

describe('A new code', () => {
  it('is eight letters and figures in two halves, none of which looks like another', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 16, maxLength: 64 }), (bytes) => {
        // A source that gives nothing but bytes beyond the last whole alphabet would never end.
        const code = newCode(source([...bytes, 0]));
        return /^[2346789BCDFGHJKMNPQRTVWXYZ]{4}-[2346789BCDFGHJKMNPQRTVWXYZ]{4}$/.test(code);
      }),
    );
  });

  it('favours no letter: bytes beyond the last whole alphabet are drawn again', () => {
    // 26 letters go nine times into 256; 234 and above are left over.
    expect(newCode(source([234, 255, 240, 0, 1, 2, 3, 4, 5, 6, 7]))).toBe('2346-789B');
  });

  it('is found again in what is typed', () => {
    const code = newCode(source([7, 21, 3, 18, 9, 2, 14, 5]));
    expect(codeIn(code)).toBe(code.replace('-', ''));
    expect(codeIn(code.toLowerCase())).toBe(code.replace('-', ''));
  });
});

describe('A message that is no code', () => {
  it.each([
    'what category are we?',
    'K7QX',
    'K7QX-M2PDX',
    'my code is K7QX-M2PD',
    'AEIOUAEI',
    '01632 960101',
    'K7QX--M2PD',
    'K 7 Q X M 2 P D',
    '',
  ])('“%s”', (text) => {
    expect(codeIn(text)).toBeUndefined();
  });
});
