import { citations } from '../../../core/citations.ts';
import type { Framework } from '../../../core/framework.ts';
import type { Level } from '../../../core/framework-levels.ts';
import { governorsInWords } from '../../../core/governors-in-words.ts';
import { longDate } from '../../../core/wording.ts';
import type { Plan } from '../schema.ts';
import type { Section } from './section.ts';

/** What a school at this level receives and is expected to do, in the strategy's own words. */
export function expectSection(framework: Framework, level: Level | undefined, plan: Plan | undefined): Section {
  const base = { id: 'expect', title: 'What to expect' } as const;
  if (!level) {
    return {
      ...base,
      lead: `That depends on the ${framework.terms.level.singular}, and none is on record.`,
      lists: milestones(plan),
    };
  }
  const governors = governorsInWords(level);
  const { attends, source } = level.governingBodyAttendance;
  return {
    ...base,
    lead: inOneSentence(level),
    lists: [...milestones(plan), ...levelLists(level)],
    footnotes: governors === '' ? [] : [governors],
    source: citations(framework, [
      ...[...level.receives, ...level.expectedOf].map((each) => each.source),
      ...(attends && source ? [source] : []),
    ]),
  };
}

/** "In category 3 a school receives 5 kinds of support, and 1 thing is asked of it." */
function inOneSentence(level: Level): string {
  const received = level.receives.length === 1 ? '1 kind of support' : `${level.receives.length} kinds of support`;
  const asked = level.expectedOf.filter(({ party, modality }) => party === 'school' && modality === 'will').length;
  const inReturn =
    asked === 0 ? '' : asked === 1 ? ', and 1 thing is asked of it' : `, and ${asked} things are asked of it`;
  return `In ${level.inSentence} a school receives ${received}${inReturn}.`;
}

const STATUS: Record<Plan['milestones'][number]['status'], string> = {
  not_started: 'not started',
  on_track: 'on track',
  at_risk: 'at risk',
  met: 'met',
};

function milestones(plan: Plan | undefined): NonNullable<Section['lists']> {
  if (!plan || plan.milestones.length === 0) return [];
  const items = plan.milestones
    .toSorted((a, b) => a.due.localeCompare(b.due))
    .map(({ text, due, status }) => `${text} (due ${longDate(due)}, ${STATUS[status]})`);
  return [{ heading: `${plan.title}: milestones`, items }];
}

function levelLists(level: Level): NonNullable<Section['lists']> {
  const expectedOf = (party: 'school' | 'authority') =>
    level.expectedOf.filter((expectation) => expectation.party === party).map((each) => each.text);
  return [
    { heading: 'The school receives', items: level.receives.map((provision) => provision.text) },
    { heading: 'Asked of the school', items: expectedOf('school') },
    { heading: 'The authority', items: expectedOf('authority') },
    { heading: 'Visits are for', items: level.purposes.map((purpose) => purpose.text), folded: true as const },
  ].filter((list) => list.items.length > 0);
}
