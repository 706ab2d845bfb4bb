import { z } from 'zod';
import { citations } from '../../../core/citations.ts';
import type { Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { guideAnswer, wordsHeading } from '../answer.ts';
import type { Parts } from '../parts.ts';

export const ExplainTerm = z.strictObject({ entry: z.string().max(60) });

/** "What is a JRG?" */
export function explainTerm({ framework }: Parts) {
  return async (wanted: z.infer<typeof ExplainTerm>): Promise<Reply> => {
    const entry = framework.glossary.find((candidate) => candidate.id === wanted.entry);
    if (!entry) throw new Refusal('invalid_input', 'I don’t have that word in the glossary. Your adviser will know.');
    const { quotes = [] } = entry;
    return guideAnswer({
      title: entry.term,
      lead: entry.answer,
      lists: [
        {
          heading: wordsHeading(quotes),
          items: quotes.map(({ text, source }) => (source.summarised ? text : `“${text}”`)),
        },
      ],
      source: citations(framework, [entry.source, ...quotes.map((quote) => quote.source)]),
    });
  };
}
