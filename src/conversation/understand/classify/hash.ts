const START = 0x811c9dc5;

/** A feature's 32-bit name (FNV-1a), so that the model keeps numbers in place of words. */
export function hashOf(feature: string): number {
  return hashOn(START, feature) >>> 0;
}

/** The same hash carried on: `hashOn(hashOn(h, 'a'), 'b')` is `hashOn(h, 'ab')`, with no string made of the two. */
export function hashOn(hash: number, text: string): number {
  return hashPart(hash, text, 0, text.length);
}

/** The hash carried on over part of a text. */
export function hashPart(hash: number, text: string, from: number, to: number): number {
  let carried = hash;
  for (let at = from; at < to; at++) carried = Math.imul(carried ^ text.charCodeAt(at), 0x01000193);
  return carried;
}
