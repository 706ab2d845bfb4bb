/** No 0/O, 1/I/L, 5/S or vowels: little to misread, and no words. */
const LETTERS = '2346789BCDFGHJKMNPQRTVWXYZ';
const LENGTH = 8;

/** What randomness and digests come from; `node:crypto` in production. */
export interface Secrets {
  /** That many random bytes. */
  bytes(count: number): Uint8Array;
  /** A one-way digest, as hex. */
  digest(text: string): string;
}

/** A fresh code, as read out: "K7QX-M2PD". About 37 bits, good for two days and one use. */
export function newCode(secrets: Secrets): string {
  let letters = '';
  while (letters.length < LENGTH) {
    for (const byte of secrets.bytes(LENGTH)) {
      // Bytes beyond a whole number of alphabets would favour its first letters.
      const letter = byte < 256 - (256 % LETTERS.length) ? LETTERS[byte % LETTERS.length] : undefined;
      if (letter && letters.length < LENGTH) letters += letter;
    }
  }
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The code in a message that is nothing but one, capitals, spaces and dash as they come. */
export function codeIn(text: string): string | undefined {
  const packed = text.toUpperCase().replace(/[\s–—-]/g, '');
  const isCode = packed.length === LENGTH && [...packed].every((letter) => LETTERS.includes(letter));
  const looksTyped = /^\s*[a-z0-9]{4}[\s–—-]?[a-z0-9]{4}\s*$/i.test(text);
  return isCode && looksTyped ? packed : undefined;
}
