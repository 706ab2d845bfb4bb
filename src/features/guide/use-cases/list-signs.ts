import { z } from 'zod';
import type { Reply } from '../../../core/feature.ts';
import { criterionById } from '../../../core/framework-lookups.ts';
import { citation } from '../../../core/framework-source.ts';
import { Refusal } from '../../../core/refusal.ts';
import { guideAnswer } from '../answer.ts';
import type { Parts } from '../parts.ts';

export const ListSigns = z.strictObject({
  /** Criterion ids to show alone: "xii". Empty: the whole list. */
  ids: z.array(z.string().max(20)).max(20),
});

/** The signs of concern, or the ones asked for by number. Where the text gives no threshold, none is made up. */
export function listSigns({ framework }: Parts) {
  return async (wanted: z.infer<typeof ListSigns>): Promise<Reply> => {
    const { concernIndicators } = framework;
    if (wanted.ids.length === 0) {
      return guideAnswer({
        title: 'What may show a school needs more support',
        lead: concernIndicators.intro.text,
        lists: [
          { heading: '', items: concernIndicators.items.map((item) => `${item.id}. ${withParts(item)}`) },
          { heading: 'Also weighed', items: concernIndicators.further.map((further) => further.text) },
        ],
        notes: [NO_CALCULATION],
        source: citation(framework, concernIndicators.intro.source),
      });
    }
    const found = wanted.ids.flatMap((id) => criterionById(framework, id) ?? []);
    const [first] = found;
    if (!first)
      throw new Refusal(
        'invalid_input',
        'I can’t find that criterion. Ask me for “the criteria” and I’ll list them all.',
      );
    return guideAnswer({
      title: found.length === 1 ? `Criterion ${first.part?.id ?? first.criterion.id}` : 'Criteria',
      lead: found.length === 1 ? first.criterion.short : `${found.length} criteria.`,
      lists: [
        {
          heading: '',
          items: found.map(
            ({ criterion, part }) => `${part?.id ?? criterion.id}. ${part?.text ?? withParts(criterion)}`,
          ),
        },
      ],
      notes: [...(found.some(({ criterion }) => criterion.thresholds?.length) ? [] : [NO_NUMBER]), NO_CALCULATION],
      source: [...new Set(found.map(({ criterion }) => citation(framework, criterion.source)))].join('; '),
    });
  };
}

const NO_CALCULATION = 'These are weighed in a conversation. None of them decides anything on its own.';
const NO_NUMBER = 'The strategy gives no number for this, so neither can I.';

function withParts(item: {
  readonly text: string;
  readonly parts?: readonly { readonly text: string }[] | undefined;
}): string {
  const parts = (item.parts ?? []).map((part) => part.text).join('; ');
  return parts === '' ? item.text : `${item.text} ${parts}`;
}
