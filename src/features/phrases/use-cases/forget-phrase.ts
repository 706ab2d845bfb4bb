import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { mustBeOfficer, type Parts } from '../parts.ts';
import { changeWrites, readPhrases } from '../records.ts';
import { tidy, withoutPhrase } from '../rules.ts';
import type { Phrase, PhraseList } from '../schema.ts';
import { trialCard } from '../trial-card.ts';
import { inQuotes, meaning } from '../words.ts';
import { CHANGED } from './add-phrase.ts';
import { listPhrases } from './list-phrases.ts';

/** By its number from a button, or by its words. */
export const StartForget = z.union([
  z.strictObject({ number: z.int().positive() }),
  z.strictObject({ text: z.string().max(4000) }),
]);

/** Shows what taking a phrase back would change. */
export function startForget(parts: Parts) {
  return async (wanted: z.infer<typeof StartForget>, asking: Asking): Promise<Reply> => {
    mustBeOfficer(asking);
    const { list } = await readPhrases(parts.store);
    if ('number' in wanted) return forgetTrial(parts, list, wanted.number);
    const said = tidy(wanted.text);
    const phrase = list.phrases.find(({ text }) => parts.phraseReader.same(text, said));
    if (phrase) return forgetTrial(parts, list, phrase.number);
    throw new Refusal(
      'invalid_input',
      `${inQuotes(said, 100)} is not one of our phrases. Say “our phrases” to see them all.`,
    );
  };
}

export const ForgetPhrase = z.strictObject({ number: z.int().positive(), revision: z.int().nonnegative() });

/** Takes a phrase back, as it was shown. Who did so is kept. */
export function forgetPhrase(parts: Parts) {
  const list = listPhrases(parts);
  return async (wanted: z.infer<typeof ForgetPhrase>, asking: Asking): Promise<Reply> => {
    const officer = mustBeOfficer(asking);
    const held = await readPhrases(parts.store);
    const without = withoutPhrase(held.list, wanted.number);
    if (without instanceof Refusal) throw without;
    if (held.list.revision !== wanted.revision) return forgetTrial(parts, held.list, wanted.number, CHANGED);
    const { phrase } = without;
    const at = asking.now.toString();
    const result = await parts.store.commit(
      changeWrites(held, without.list, { v: 1, at, by: officer, did: 'taken_back', phrase }),
    );
    if (result.outcome === 'conflict') {
      return forgetTrial(parts, (await readPhrases(parts.store)).list, wanted.number, CHANGED);
    }
    await parts.live.refresh();
    return list({ page: 0 }, asking, `${inQuotes(phrase.text, 100)} is taken back, everywhere within a minute.`);
  };
}

async function forgetTrial(parts: Parts, list: PhraseList, number: number, lead?: string): Promise<Reply> {
  const without = withoutPhrase(list, number);
  if (without instanceof Refusal) throw without;
  const { phrase }: { readonly phrase: Phrase } = without;
  return trialCard(parts, {
    title: 'Take back a phrase',
    ...(lead === undefined ? {} : { lead }),
    facts: [
      { title: 'When somebody says', value: inQuotes(phrase.text) },
      { title: 'It no longer means', value: inQuotes(meaning(phrase.intent, parts.framework.terms)) },
    ],
    rehearsal: await parts.phraseReader.rehearse(list.phrases, without.list.phrases),
    warnings: [],
    confirm: { label: 'Take it back', verb: 'phrases.forget', data: { number, revision: list.revision } },
    instead: { label: 'Keep it', verb: 'phrases.list', data: {} },
  });
}
