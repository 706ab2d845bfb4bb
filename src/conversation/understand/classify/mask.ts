import { peopleIn } from '../entities/people.ts';

export const SCHOOL_WORD = 'schoolname';
export const PERSON_WORD = 'personname';

/** A message with the names taken out, so that what is asked is read the same whichever school or colleague it is about. */
export function withoutNames(
  text: string,
  schools: readonly { readonly start: number; readonly end: number }[],
): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of [...schools].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    const possessive = /['’]s$/.test(text.slice(start, end)) ? "'s" : '';
    masked += `${text.slice(from, start)} ${SCHOOL_WORD}${possessive} `;
    from = end;
  }
  masked += text.slice(from);
  for (const person of peopleIn(masked)) masked = masked.replaceAll(person, PERSON_WORD);
  return masked;
}
