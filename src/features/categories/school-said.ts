import type { Directory, DirectoryEntry } from '../../core/directory.ts';
import { plainWords } from '../../core/framework-spoken.ts';

/**
 * The school a message names in full, by name or by one of the names people use for it; the longest when several fit.
 * `undefined` when none is, or when two share the name: guessing at names is understanding's part.
 */
export function schoolSaid(directory: Pick<Directory, 'all'>, text: string): DirectoryEntry | undefined {
  // "Northcliffe's" is Northcliffe.
  const said = ` ${plainWords(text.replace(/[’']s\b/g, ''))} `;
  let found: DirectoryEntry | undefined;
  let longest = 0;
  let shared = false;
  for (const school of directory.all()) {
    for (const name of [school.name, ...school.aliases, school.urn]) {
      if (name.length < longest) continue;
      const words = plainWords(name.replace(/[’']s\b/g, ''));
      if (words.length < longest || words.length < 3 || !said.includes(` ${words} `)) continue;
      shared = words.length === longest && found !== school;
      found = school;
      longest = words.length;
    }
  }
  return shared ? undefined : found;
}
