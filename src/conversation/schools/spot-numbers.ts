import type { Names } from './find-by-name.ts';
import type { SpottedSchool } from './school-index.ts';

/** URNs and LAESTABs inside a message. Six bare digits that are no school's are left alone: they may be anything. */
export function spotNumbers(names: Names, text: string): readonly SpottedSchool[] {
  const found: SpottedSchool[] = [];
  for (const match of text.matchAll(/\b(?:urn\s*:?\s*)?(\d{3}\s?\/\s?\d{4}|\d{6,7})\b/gi)) {
    const candidates = names.numbers(match[1] ?? '').flatMap((at) => {
      const school = names.schools[at];
      return school ? [{ id: school.id, name: school.name, score: 1 }] : [];
    });
    const named = /^urn/i.test(match[0]) || match[0].includes('/');
    if (candidates.length === 0 && !named) continue;
    const fit = candidates.length === 0 ? 'none' : candidates.length === 1 ? 'one' : 'several';
    found.push({ text: match[0], candidates, fit, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
