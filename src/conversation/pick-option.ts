import type { Memory } from './memory.ts';

type Offered = Memory['options'];

const ORDINALS: readonly RegExp[] = [
  /^(the )?(1st|first|top)( one)?$/,
  /^(the )?(2nd|second)( one)?$/,
  /^(the )?(3rd|third)( one)?$/,
  /^(the )?(4th|fourth)( one)?$/,
  /^(the )?(5th|fifth)( one)?$/,
  /^(the )?(6th|sixth)( one)?$/,
  /^(the )?(7th|seventh)( one)?$/,
  /^(the )?(8th|eighth)( one)?$/,
];

/**
 * The choice meant by a short reply to what was last shown: its place in the list, its own words, or its number. Its words
 * come before a bare number: of "Category 2" and "Category 4", "4" is the second.
 */
export function pickOption(text: string, options: Offered): Offered[number] | undefined {
  if (options.length === 0) return undefined;
  const said = fold(text);
  if (said === '') return undefined;
  const place = placeOf(said, options.length);
  if (place !== undefined) return options[place];
  return byWords(said, options) ?? byNumber(said, options);
}

function placeOf(said: string, count: number): number | undefined {
  if (/^(the )?(last|bottom)( one)?$/.test(said)) return count - 1;
  const index = ORDINALS.findIndex((ordinal) => ordinal.test(said));
  return index >= 0 ? index : undefined;
}

function byNumber(said: string, options: Offered): Offered[number] | undefined {
  const number = /^(?:(?:no|number|option) )?(\d)$/.exec(said)?.[1];
  return number ? options[Number(number) - 1] : undefined;
}

/** Its label, or words that occur in that label and in no other. */
function byWords(said: string, options: Offered): Offered[number] | undefined {
  const exact = options.find((option) => fold(option.label) === said);
  if (exact) return exact;
  const words = said.replace(/^the /, '').replace(/ one$/, '').split(' ');
  if (words.length > 4) return undefined;
  const holding = options.filter((option) => {
    const label = new Set(fold(option.label).split(' '));
    return words.every((word) => label.has(word));
  });
  return holding.length === 1 ? holding[0] : undefined;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
