import type { Criterion } from '../../core/framework-criteria.ts';

/** A criterion in the document's own words, its unnumbered second limb and lettered parts included. */
export function criterionInWords(criterion: Criterion): string {
  const whole = [criterion.text, ...(criterion.continues ?? []).map((more) => more.text)].join(' ');
  const lettered = (criterion.parts ?? []).map(({ id, text }) => `(${id.split('.').at(-1)}) ${text}`).join('; ');
  return [whole, lettered, criterion.era ? `(${criterion.era})` : ''].filter((part) => part !== '').join(' ');
}
