import { z } from 'zod';
import { Refusal } from '../../core/refusal.ts';
import type { Parts } from './parts.ts';
import { MOST_WORDS } from './schema.ts';
import { mustBeKeepable } from './views/request-form.ts';

/** A request, and words about it as they came in. */
export const WithText = z.strictObject({ request: z.string().max(40), text: z.string().max(100_000).optional() });
export type WithText = z.infer<typeof WithText>;

/** The words, if they can be kept and passed on. */
export function saidText(parts: Parts, text: string | undefined, needed: 'needed' | 'optional'): string {
  const said = (text ?? '').trim();
  mustBeKeepable(parts, said);
  const problem =
    said === '' && needed === 'needed'
      ? 'Please say in a sentence or two. Nothing has changed yet.'
      : said.length > MOST_WORDS
        ? `That is longer than I can pass on (${MOST_WORDS} characters). Nothing has changed yet.`
        : undefined;
  if (problem) throw new Refusal('invalid_input', problem, [{ input: 'text' }]);
  return said;
}
