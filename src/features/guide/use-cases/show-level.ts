import { z } from 'zod';
import type { Reply } from '../../../core/feature.ts';
import type { Framework } from '../../../core/framework.ts';
import type { Criterion } from '../../../core/framework-criteria.ts';
import type { Level } from '../../../core/framework-levels.ts';
import { conflictsAbout, levelByKey } from '../../../core/framework-lookups.ts';
import { citation, type Source } from '../../../core/framework-source.ts';
import { Refusal } from '../../../core/refusal.ts';
import { listed } from '../../../core/wording.ts';
import { guideAnswer } from '../answer.ts';
import type { Parts } from '../parts.ts';

export const ShowLevel = z.strictObject({
  level: z.string().max(60),
  /** What to begin with; everything else follows on the same card. */
  about: z.enum(['criteria', 'receives', 'visits']).default('criteria'),
});

type Lists = readonly { readonly heading: string; readonly items: readonly string[] }[];

/** What a level is, who it is for, what it brings and asks: from the strategy, about no school. */
export function showLevel({ framework }: Parts) {
  return async (wanted: z.infer<typeof ShowLevel>): Promise<Reply> => {
    const level = levelByKey(framework, wanted.level);
    if (!level) throw new Refusal('invalid_input', noSuchLevel(framework));
    const parts = {
      criteria: criteria(level),
      receives: provisions(level),
      visits: visits(framework, level),
    } satisfies Record<typeof wanted.about, Lists>;
    const first = parts[wanted.about];
    const others = Object.entries(parts).flatMap(([key, lists]) => (key === wanted.about ? [] : lists));
    return guideAnswer({
      title: `${level.label}: ${level.title.text}`,
      lead: level.plainEnglish,
      lists: [...first, ...others],
      notes: [...notes(level), ...conflictsAbout(framework, level.key).map((conflict) => conflict.answer)],
      source: sources(framework, level),
      options: neighbours(framework, level),
    });
  };
}

function noSuchLevel(framework: Framework): string {
  const { singular, plural } = framework.terms.level;
  return `There is no such ${singular} here. The ${plural} are ${listed(framework.levels.map((level) => level.inSentence))}.`;
}

const MATCH: Record<Level['criteria']['match'], string> = {
  all: 'All of these hold',
  any: 'Any of these may be the reason',
  some_may: 'Some of the following statements may apply',
  indicative: 'Signs that are weighed; none decides alone',
};

function criteria(level: Level): Lists {
  return [
    { heading: 'First', items: (level.gate ?? []).map(criterionInWords) },
    { heading: MATCH[level.criteria.match], items: level.criteria.items.map(criterionInWords) },
  ];
}

function criterionInWords(criterion: Criterion): string {
  const whole = [criterion.text, ...(criterion.continues ?? []).map((more) => more.text)].join(' ');
  const lettered = (criterion.parts ?? []).map((part) => part.text).join('; ');
  const era = criterion.era ? ` (${criterion.era})` : '';
  return lettered === '' ? `${whole}${era}` : `${whole} ${lettered}${era}`;
}

function provisions(level: Level): Lists {
  return [
    { heading: 'A school receives', items: level.receives.map((provision) => provision.text) },
    { heading: 'Visits are for', items: level.purposes.map((purpose) => purpose.text) },
    { heading: 'A school is expected', items: level.expectedOf.map((expectation) => expectation.text) },
  ];
}

function visits(framework: Framework, level: Level): Lists {
  return [
    {
      heading: 'Visits in a year, as published',
      items: level.visits.statements.map(
        (statement) => `“${statement.text}” (${citation(framework, statement.source)})`,
      ),
    },
  ];
}

function notes(level: Level): readonly string[] {
  return [
    'Criteria inform a professional judgement made with the school. They are not a calculation.',
    ...(level.otherNames?.length ? [`Also called: ${listed(level.otherNames.map((name) => `“${name.text}”`))}.`] : []),
  ];
}

function sources(framework: Framework, level: Level): string {
  const all: readonly Source[] = [
    level.title.source,
    ...level.criteria.items.map((item) => item.source),
    ...level.receives.map((item) => item.source),
  ];
  return [...new Set(all.map((source) => citation(framework, source)))].join('; ');
}

function neighbours(framework: Framework, level: Level) {
  const at = framework.levels.indexOf(level);
  return [framework.levels[at - 1], framework.levels[at + 1]].flatMap((other) =>
    other ? [{ label: other.label, verb: 'guide.level', data: { level: other.key } }] : [],
  );
}
