import { z } from 'zod';
import type { Reply } from '../../../core/feature.ts';
import { citation } from '../../../core/framework-source.ts';
import { Refusal } from '../../../core/refusal.ts';
import { guideAnswer } from '../answer.ts';
import type { Parts } from '../parts.ts';

export const ShowReferenceList = z.strictObject({ list: z.string().max(60) });

/** A list the documents print: the data sets, the qualitative indicators. */
export function showReferenceList({ framework }: Parts) {
  return async (wanted: z.infer<typeof ShowReferenceList>): Promise<Reply> => {
    const list = framework.referenceLists.find((candidate) => candidate.key === wanted.list);
    if (!list)
      throw new Refusal('invalid_input', 'I don’t hold that list. Ask me what I can help with and I’ll show you.');
    return guideAnswer({
      title: list.title,
      lead: 'As the strategy lists it.',
      // A short list is read at a glance; of a long one, part by part.
      lists: list.groups.map(({ name, items }, index) => ({
        heading: name ?? (list.groups.length > 1 ? 'Also' : ''),
        items,
        folded: index > 0,
      })),
      notes: list.note ? [list.note.text] : [],
      source: citation(framework, list.source),
    });
  };
}
