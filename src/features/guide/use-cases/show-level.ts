import { z } from 'zod';
import { citations } from '../../../core/citations.ts';
import type { Reply } from '../../../core/feature.ts';
import type { Framework } from '../../../core/framework.ts';
import type { Level } from '../../../core/framework-levels.ts';
import { conflictsAbout, levelByKey } from '../../../core/framework-lookups.ts';
import { governorsInWords } from '../../../core/governors-in-words.ts';
import { levelHeading } from '../../../core/level-heading.ts';
import { Refusal } from '../../../core/refusal.ts';
import { visitConflicts } from '../../../core/visit-conflicts.ts';
import { listed } from '../../../core/wording.ts';
import { type GuideList, guideAnswer } from '../answer.ts';
import { criterionInWords } from '../criterion-in-words.ts';
import type { Parts } from '../parts.ts';

export const ShowLevel = z.strictObject({
  level: z.string().max(60),
  /** What to begin with; everything else follows on the same card. */
  about: z.enum(['criteria', 'receives', 'visits']).default('criteria'),
});
type About = z.infer<typeof ShowLevel>['about'];

/** What a level is, who it is for, what it brings and asks: from the strategy, about no school. */
export function showLevel({ framework }: Parts) {
  return async (wanted: z.infer<typeof ShowLevel>): Promise<Reply> => {
    const level = levelByKey(framework, wanted.level);
    if (!level) throw new Refusal('invalid_input', noSuchLevel(framework));
    const lists = {
      criteria: criteria(level),
      receives: provisions(level),
      visits: visits(level),
    } satisfies Record<About, readonly GuideList[]>;
    const others = Object.entries(lists).flatMap(([key, each]) => (key === wanted.about ? [] : each));
    return guideAnswer({
      title: levelHeading(level),
      lead: level.plainEnglish,
      lists: [...lists[wanted.about], ...others.map((list) => ({ ...list, folded: true }))],
      notes: notes(framework, level, wanted.about),
      source: citations(framework, sources(level)),
      options: neighbours(framework, level),
    });
  };
}

function noSuchLevel(framework: Framework): string {
  const { singular, plural } = framework.terms.level;
  return `There is no such ${singular} here. The ${plural} are ${listed(framework.levels.map((level) => level.label))}.`;
}

const MATCH: Record<Level['criteria']['match'], string> = {
  all: 'All of these hold',
  any: 'Any of these may be the reason',
  some_may: 'Some of these statements may apply',
  indicative: 'Signs that are weighed together',
};

function criteria(level: Level): readonly GuideList[] {
  return [
    { heading: 'Must hold first', items: (level.gate ?? []).map(criterionInWords) },
    {
      heading: level.criteria.items.length === 1 ? 'Which schools' : MATCH[level.criteria.match],
      items: level.criteria.items.map(criterionInWords),
    },
  ];
}

function provisions(level: Level): readonly GuideList[] {
  const expectedOf = (party: 'school' | 'authority') =>
    level.expectedOf.filter((each) => each.party === party).map((each) => each.text);
  return [
    { heading: 'A school receives', items: level.receives.map((provision) => provision.text) },
    { heading: 'Asked of the school', items: expectedOf('school') },
    { heading: 'The authority', items: expectedOf('authority') },
    { heading: 'Visits are for', items: level.purposes.map((purpose) => purpose.text), folded: true },
  ];
}

function visits(level: Level): readonly GuideList[] {
  const items = level.visits.statements.map(({ text, source }) => `“${text}” (${source.section})`);
  return [{ heading: 'Visits in a year, as published', items }];
}

/** What has to be known with what was asked: above all where the documents disagree. */
function notes(framework: Framework, level: Level, about: About): readonly string[] {
  const said = {
    criteria: [...conflictsOverTitle(framework, level), NO_CALCULATION],
    receives: [governorsInWords(level)],
    visits: visitConflicts(framework, level).map((conflict) => conflict.answer),
  } satisfies Record<About, readonly string[]>;
  const names = about === 'criteria' ? otherNames(level) : [];
  return [...said[about], ...(names.length > 0 ? [`Also called: ${listed(names)}`] : [])].filter((note) => note !== '');
}

/** What else the documents call it, each once, whatever the quotation marks and capitals. */
function otherNames(level: Level): readonly string[] {
  const bare = (name: string) => name.replace(/[‘’'“”"]/g, '').replace(/\.$/, '');
  const seen = new Set([bare(level.title.text).toLowerCase()]);
  return (level.otherNames ?? []).flatMap(({ text }) => {
    const name = bare(text);
    if (seen.has(name.toLowerCase())) return [];
    seen.add(name.toLowerCase());
    return [`“${name}”`];
  });
}

function conflictsOverTitle(framework: Framework, level: Level): readonly string[] {
  return conflictsAbout(framework, level.key)
    .filter((conflict) => conflict.statements.some((statement) => statement.text === level.title.text))
    .map((conflict) => conflict.answer);
}

const NO_CALCULATION = 'Criteria inform a professional judgement made with the school. They are not a calculation.';

function sources(level: Level) {
  return [
    level.title.source,
    ...level.criteria.items.map((item) => item.source),
    ...level.receives.map((item) => item.source),
    ...level.visits.statements.map((statement) => statement.source),
  ];
}

function neighbours(framework: Framework, level: Level) {
  const at = framework.levels.indexOf(level);
  return [framework.levels[at - 1], framework.levels[at + 1]].flatMap((other) =>
    other ? [{ label: other.label, verb: 'guide.level', data: { level: other.key } }] : [],
  );
}
