import { z } from 'zod';
import { citations } from '../../../core/citations.ts';
import type { Reply } from '../../../core/feature.ts';
import type { Framework } from '../../../core/framework.ts';
import type { Level } from '../../../core/framework-levels.ts';
import { levelByKey } from '../../../core/framework-lookups.ts';
import { levelHeading } from '../../../core/level-heading.ts';
import { listed, sentenceCase } from '../../../core/wording.ts';
import { type GuideList, guideAnswer } from '../answer.ts';
import { cadenceInWords } from '../cadence-in-words.ts';
import { criterionInWords } from '../criterion-in-words.ts';
import type { Parts } from '../parts.ts';

export const ShowLevels = z.strictObject({
  /** Keys of the levels to set side by side. Empty: all of them, in outline. */
  only: z.array(z.string().max(60)).max(10).default([]),
});

/** All the levels in one card, with who decides them and who oversees; or a few of them, with their criteria. */
export function showLevels({ framework }: Parts) {
  return async (wanted: z.infer<typeof ShowLevels>): Promise<Reply> => {
    const chosen = wanted.only.flatMap((key) => levelByKey(framework, key) ?? []);
    return guideAnswer(chosen.length > 1 ? sideBySide(framework, chosen) : outline(framework));
  };
}

function outline(framework: Framework): Parameters<typeof guideAnswer>[0] {
  const { level: word } = framework.terms;
  const { statements, overseenBy, reviewCadence } = framework.assignment;
  const overseers = framework.groups.filter((group) => overseenBy.includes(group.key));
  return {
    title: `The ${word.plural}`,
    lead: `Each school is in one ${word.singular}. People decide it together, and look at it again ${listed(reviewCadence.map(cadenceInWords))}.`,
    lists: [
      { heading: '', items: framework.levels.map((level) => `${levelHeading(level)}. ${level.plainEnglish}`) },
      { heading: 'How it is decided', items: statements.map((statement) => statement.text), folded: true },
      {
        heading: 'Who oversees it',
        items: overseers.map((group) => `${group.name}, chaired by the ${group.chair.title}`),
        folded: true,
      },
    ],
    notes: framework.levelsNote ? [framework.levelsNote.text] : [],
    source: citations(framework, [
      ...framework.levels.map((level) => level.title.source),
      ...statements.map((statement) => statement.source),
    ]),
    options: buttons(framework.levels),
  };
}

function sideBySide(framework: Framework, levels: readonly Level[]): Parameters<typeof guideAnswer>[0] {
  const lists: readonly GuideList[] = levels.map((level, index) => ({
    heading: levelHeading(level),
    items: [level.plainEnglish, ...[...(level.gate ?? []), ...level.criteria.items].map(criterionInWords)],
    folded: index > 1,
  }));
  return {
    title: sentenceCase(listed(levels.map((level) => level.label))),
    lead: 'Side by side, in the strategy’s own words. Which one fits is a judgement made with the school, not a calculation.',
    lists,
    source: citations(
      framework,
      levels.flatMap((level) => [level.title.source, ...level.criteria.items.map((item) => item.source)]),
    ),
    options: buttons(levels),
  };
}

function buttons(levels: readonly Level[]) {
  return levels.slice(0, 5).map((level) => ({ label: level.label, verb: 'guide.level', data: { level: level.key } }));
}
