import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { IntentName } from '../../../core/intent.ts';
import { Refusal } from '../../../core/refusal.ts';
import { mustBeOfficer, type Parts } from '../parts.ts';
import { changeWrites, readPhrases } from '../records.ts';
import { tidy, type Wanted, withPhrase } from '../rules.ts';
import { MOST_CHARACTERS } from '../schema.ts';
import { forgetUnanswered } from '../unanswered-records.ts';
import { inQuotes, meaning } from '../words.ts';
import { listPhrases } from './list-phrases.ts';
import { phraseTrial } from './try-phrase.ts';

export const AddPhrase = z.strictObject({
  text: z.string().max(20_000),
  intent: IntentName,
  as: z.string().min(1).max(MOST_CHARACTERS).optional(),
  from: z.string().max(100).default(''),
  /** Of the list the officer was shown the effects against. */
  revision: z.int().nonnegative(),
});

/**
 * Adds a phrase as it was shown. Where another officer changed the phrases meanwhile, what was shown is no longer true: the new
 * effects are shown instead, and nothing is added.
 */
export function addPhrase(parts: Parts) {
  const list = listPhrases(parts);
  return async (form: z.infer<typeof AddPhrase>, asking: Asking): Promise<Reply> => {
    const officer = mustBeOfficer(asking);
    const wanted = wantedIn(form);
    const held = await readPhrases(parts.store);
    const added = withPhrase(held.list, wanted, { by: officer, at: asking.now.toString() }, parts.phraseReader.same);
    if (added instanceof Refusal) throw added;
    if (held.list.revision !== form.revision) return shownAnew(parts, form, asking);
    const result = await parts.store.commit(
      changeWrites(held, added.list, {
        v: 1,
        at: asking.now.toString(),
        by: officer,
        did: 'added',
        phrase: added.phrase,
      }),
    );
    if (result.outcome === 'conflict') return shownAnew(parts, form, asking);
    if (form.from !== '') await forgetUnanswered(parts.store, form.from);
    await parts.live.refresh();
    const lead = `${inQuotes(wanted.text, 100)} means ${inQuotes(meaning(wanted.intent, parts.framework.terms))} from now on, for everybody, within a minute.`;
    return list({ page: 0 }, asking, lead);
  };
}

function wantedIn({ text, intent, as }: z.infer<typeof AddPhrase>): Wanted {
  return { text: tidy(text), intent, ...(as === undefined ? {} : { as }) };
}

async function shownAnew(parts: Parts, form: z.infer<typeof AddPhrase>, asking: Asking): Promise<Reply> {
  const wanted = wantedIn(form);
  const held = await readPhrases(parts.store);
  const still = withPhrase(
    held.list,
    wanted,
    { by: mustBeOfficer(asking), at: asking.now.toString() },
    parts.phraseReader.same,
  );
  if (still instanceof Refusal) throw still;
  return phraseTrial(parts, wanted, { list: held.list, from: form.from, lead: CHANGED }, asking);
}

export const CHANGED =
  'Our phrases changed since you looked, so I have added and taken back nothing. This is what it would do now.';
