import { z } from 'zod';
import { citations } from '../../../core/citations.ts';
import type { Reply } from '../../../core/feature.ts';
import { criterionById, type FoundCriterion } from '../../../core/framework-lookups.ts';
import { Refusal } from '../../../core/refusal.ts';
import { sentenceCase } from '../../../core/wording.ts';
import { guideAnswer } from '../answer.ts';
import { criterionInWords } from '../criterion-in-words.ts';
import type { Parts } from '../parts.ts';

export const ListSigns = z.strictObject({
  /** Criterion ids to show alone: "xii". Empty: the whole list. */
  ids: z.array(z.string().max(20)).max(20),
});

/** The signs of concern, or the ones asked for by number. Where the text gives no threshold, none is made up. */
export function listSigns({ framework }: Parts) {
  return async (wanted: z.infer<typeof ListSigns>): Promise<Reply> => {
    const { intro, items, further } = framework.concernIndicators;
    if (wanted.ids.length === 0) {
      return guideAnswer({
        title: 'What may show a school needs more support',
        lead: sentenceCase(intro.text),
        lists: [
          { heading: 'The signs', items: items.map((item) => `${item.id}. ${criterionInWords(item)}`) },
          { heading: 'Also weighed', items: further.map((each) => each.text), folded: true },
        ],
        notes: [NO_CALCULATION],
        source: citations(framework, [intro.source, ...items.map((item) => item.source)]),
      });
    }
    const found = wanted.ids.flatMap((id) => criterionById(framework, id) ?? []);
    const [first] = found;
    if (!first)
      throw new Refusal(
        'invalid_input',
        'I can’t find that criterion. Ask me for “the criteria” and I’ll list them all.',
      );
    const alone = found.length === 1;
    return guideAnswer({
      title: alone ? `Criterion ${idOf(first)}` : 'Criteria',
      lead: alone ? first.criterion.short : `${found.length} of them touch on that.`,
      lists: [{ heading: '', items: found.map((each) => `${idOf(each)}. ${textOf(each)}`) }],
      notes: [...thresholds(found), NO_CALCULATION],
      source: citations(
        framework,
        found.map(({ criterion }) => criterion.source),
      ),
    });
  };
}

const NO_CALCULATION = 'These are weighed in a conversation. None of them decides anything on its own.';

function thresholds(found: readonly FoundCriterion[]): readonly string[] {
  return found.some(({ criterion }) => criterion.thresholds?.length)
    ? []
    : [`The strategy gives no number for ${found.length === 1 ? 'this' : 'these'}, so neither can I.`];
}

function idOf({ criterion, part }: FoundCriterion): string {
  return part?.id ?? criterion.id;
}

function textOf({ criterion, part }: FoundCriterion): string {
  return part?.text ?? criterionInWords(criterion);
}
