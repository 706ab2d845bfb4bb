import { z } from 'zod';
import type { Asking, Option, Reply } from '../../../core/feature.ts';
import { IntentName } from '../../../core/intent.ts';
import { JsonRecord } from '../../../core/json.ts';
import { intentLabel } from '../intent-labels.ts';
import { message } from '../message.ts';
import type { Parts } from '../parts.ts';

export const Choose = z.strictObject({ text: z.string().max(4000), intents: z.array(IntentName).max(3) });

/** Asks which of up to three meanings was meant. Picking one carries on with everything already said. */
export function choose(parts: Parts) {
  return async (wanted: z.infer<typeof Choose>, asking: Asking): Promise<Reply> => {
    const offered = wanted.intents.filter((intent) => intent !== 'out_of_scope');
    const options: readonly Option[] = offered.map((intent) => ({
      label: intentLabel(intent, parts.framework.terms),
      verb: 'conversation.meant',
      data: { intent, text: wanted.text },
    }));
    return message({
      paragraphs: [
        options.length === 0
          ? 'I didn’t quite follow that. Could you say it another way?'
          : 'I want to be sure I answer the right thing. Did you mean one of these?',
      ],
      options: options.length === 0 ? [{ label: 'What can you do?', verb: 'general.help', data: {} }] : options,
      sensitivity: asking.place === 'personal' ? 'open' : 'restricted',
    });
  };
}

export const Which = z.strictObject({
  options: z
    .array(z.strictObject({ label: z.string().max(200), verb: z.string().max(100), data: JsonRecord }))
    .min(1)
    .max(5),
});

/** Asks which of several schools was meant; only ever schools the asker may know about. */
export function which() {
  return async (wanted: z.infer<typeof Which>): Promise<Reply> =>
    message({ paragraphs: ['Which one do you mean?'], options: wanted.options, sensitivity: 'restricted' });
}
