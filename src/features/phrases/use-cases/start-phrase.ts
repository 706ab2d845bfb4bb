import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { IntentName } from '../../../core/intent.ts';
import { mustBeOfficer, type Parts } from '../parts.ts';
import { tidy, withoutMasks } from '../rules.ts';
import { meaning } from '../words.ts';

export const StartPhrase = z.strictObject({
  text: z.string().max(4000).default(''),
  intent: z.string().max(100).default(''),
  /** The message kept for review that it is made from. */
  from: z.string().max(100).default(''),
});

/** The form: what people say, and what they mean by it. */
export function startPhrase(parts: Parts) {
  return async (wanted: z.infer<typeof StartPhrase>, asking: Asking): Promise<Reply> => {
    mustBeOfficer(asking);
    return phraseForm(parts, wanted);
  };
}

/** `problem` is what to put right. */
export function phraseForm(
  { framework: { terms } }: Pick<Parts, 'framework'>,
  wanted: z.infer<typeof StartPhrase>,
  problem = '',
): Reply {
  // What was masked nobody said.
  const text = tidy(withoutMasks(wanted.text));
  const intent = IntentName.safeParse(wanted.intent);
  return {
    card: 'phrases/form',
    data: {
      problem,
      hasProblem: problem !== '',
      text,
      intent: intent.success ? intent.data : 'ask_category',
      meanings: IntentName.options
        .filter((name) => name !== 'out_of_scope')
        .map((name) => ({ title: meaning(name, terms), value: name })),
      from: wanted.from,
    },
    summary: problem === '' ? 'What do people say, and what do they mean by it?' : problem,
    sensitivity: 'restricted',
  };
}
