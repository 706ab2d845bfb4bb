import { listed, sentenceCase } from '../../core/wording.ts';

/** "Phonics and early reading", from the keys. A key no longer in the list is told as it stands. */
export function focusesInWords(focuses: Readonly<Record<string, string>>, keys: readonly string[]): string {
  return sentenceCase(listed(keys.map((key) => focuses[key] ?? key.replaceAll('_', ' '))));
}

/** The list to choose from, by name. */
export function focusChoices(focuses: Readonly<Record<string, string>>) {
  return Object.entries(focuses)
    .map(([value, name]) => ({ title: sentenceCase(name), value }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}
