import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { IntentName } from '../../../core/intent.ts';
import { mustBeOfficer, type Parts } from '../parts.ts';
import { readPhrases } from '../records.ts';
import { addingProblem, tidy, type Wanted } from '../rules.ts';
import { MOST_CHARACTERS, type PhraseList } from '../schema.ts';
import { trialCard } from '../trial-card.ts';
import { inQuotes, meaning, meantInWords, takenInWords, warningsOf } from '../words.ts';
import { phraseForm } from './start-phrase.ts';

/** What the form carries. Too long a phrase is told so, by the rules; only what no client sends is stopped here. */
export const TryPhrase = z.strictObject({
  text: z.string().max(20_000),
  intent: z.string().max(100),
  from: z.string().max(100).default(''),
});
type Filled = z.infer<typeof TryPhrase> & Pick<Wanted, 'as'>;

/** Shows what a phrase would change. Saves nothing. */
export function tryPhrase(parts: Parts) {
  return async ({ as, ...form }: Filled, asking: Asking): Promise<Reply> => {
    mustBeOfficer(asking);
    const intent = IntentName.safeParse(form.intent);
    if (!intent.success) return phraseForm(parts, form, 'Please choose what people mean by it.');
    const wanted = { text: tidy(form.text), intent: intent.data, ...(as === undefined ? {} : { as }) };
    const { list } = await readPhrases(parts.store);
    const problem = addingProblem(list, wanted, parts.phraseReader.same);
    if (problem) return phraseForm(parts, { ...form, text: wanted.text.slice(0, 300) }, problem.sentence);
    return phraseTrial(parts, wanted, { list, from: form.from }, asking);
  };
}

export const SuggestPhrase = z.strictObject({ text: z.string().max(4000), meaning: z.string().max(4000) });

/** "When somebody says … they mean …": the meaning is given in words too, and is asked for where the words leave a doubt. */
export function suggestPhrase(parts: Parts) {
  const attempt = tryPhrase(parts);
  return async (said: z.infer<typeof SuggestPhrase>, asking: Asking): Promise<Reply> => {
    mustBeOfficer(asking);
    const as = tidy(said.meaning);
    const intent = meantBy(parts, as);
    const kept = as.length <= MOST_CHARACTERS && labelled(parts, as) === undefined ? { as } : {};
    if (intent) return attempt({ text: said.text, intent, from: '', ...kept }, asking);
    const [likely = ''] = parts.phraseReader.taken(said.meaning).intents;
    return phraseForm(
      parts,
      { text: said.text, intent: likely, from: '' },
      `I’m not sure which of the things I do you mean by ${inQuotes(tidy(said.meaning), 100)}. Please choose it.`,
    );
  };
}

function labelled({ framework: { terms } }: Parts, words: string): IntentName | undefined {
  return IntentName.options.find((name) => meaning(name, terms).toLowerCase() === words.toLowerCase());
}

function meantBy(parts: Parts, words: string): IntentName | undefined {
  const chosen = labelled(parts, words);
  if (chosen) return chosen;
  const { sure, intents, concern } = parts.phraseReader.taken(words);
  if (concern === 'wants_a_person') return 'handoff_to_human';
  return sure && !concern && intents.length === 1 && intents[0] !== 'out_of_scope' ? intents[0] : undefined;
}

/** The card of a phrase that could be added to this list. */
export async function phraseTrial(
  parts: Parts,
  wanted: Wanted,
  over: { readonly list: PhraseList; readonly from: string; readonly lead?: string },
  asking: Asking,
): Promise<Reply> {
  const { phraseReader: reader, framework } = parts;
  const { text, intent } = wanted;
  const now = reader.taken(wanted.text);
  const recognised = parts.isRecognised(wanted.text, asking);
  return trialCard(parts, {
    title: 'A new phrase',
    ...(over.lead === undefined ? {} : { lead: over.lead }),
    facts: [
      { title: 'When somebody says', value: inQuotes(wanted.text) },
      { title: 'They mean', value: meantInWords(wanted, framework.terms) },
      { title: 'Today I take it for', value: takenInWords(now, framework.terms) },
    ],
    rehearsal: await reader.rehearse(over.list.phrases, [...over.list.phrases, wanted]),
    warnings: warningsOf(
      { ...(await reader.collisions(wanted)), recognised, now, wanted: wanted.intent },
      framework.terms,
    ),
    confirm: {
      label: 'Add this phrase',
      verb: 'phrases.add',
      data: { ...wanted, from: over.from, revision: over.list.revision },
    },
    instead: { label: 'Change it first', verb: 'phrases.start', data: { text, intent, from: over.from } },
  });
}
