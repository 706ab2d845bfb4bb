/**
 * The id Cosmos knows a document by. It forbids `/`, `\`, `?` and `#`, and an id travels in the address of a request, where
 * spaces, `%`, `.` and `..` come to grief as well: so everything but letters, digits, `-`, `_`, `:` and `@` becomes `~` and
 * two hexadecimal digits a byte. Reversible, and at most three times as long: Cosmos takes 1,023 bytes, the port gives 255.
 */
export function itemIdOf(id: string): string {
  return encodeURIComponent(id)
    .replace(/[.!~*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':')
    .replaceAll('%40', '@')
    .replaceAll('%', '~');
}
