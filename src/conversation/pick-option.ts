import type { Call } from '../core/feature.ts';
import type { Memory } from './memory.ts';

const ORDINALS: readonly RegExp[] = [
  /^(the )?(1st|first|top)( one)?$/,
  /^(the )?(2nd|second)( one)?$/,
  /^(the )?(3rd|third)( one)?$/,
  /^(the )?(4th|fourth)( one)?$/,
  /^(the )?(5th|fifth)( one)?$/,
];

/** The choice meant by a short reply to the buttons last shown: its place in the list, its number, or its own words. */
export function pickOption(text: string, options: Memory['options']): Call | undefined {
  if (options.length === 0) return undefined;
  const said = fold(text);
  if (said === '') return undefined;
  const place = placeOf(said, options.length);
  const chosen = place === undefined ? byWords(said, options) : options[place];
  return chosen ? { verb: chosen.verb, data: chosen.data } : undefined;
}

function placeOf(said: string, count: number): number | undefined {
  if (/^(the )?(last|bottom)( one)?$/.test(said)) return count - 1;
  const index = ORDINALS.findIndex((ordinal) => ordinal.test(said));
  return index >= 0 ? index : undefined;
}

/** Its label, or words that occur in that label and in no other. */
function byWords(said: string, options: Memory['options']): Memory['options'][number] | undefined {
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
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
