import type { Framework } from '../../../core/framework.ts';
import type { Level } from '../../../core/framework-levels.ts';
import { citation, type Source } from '../../../core/framework-source.ts';
import { longDate } from '../../../core/wording.ts';
import type { Plan } from '../schema.ts';
import type { Section } from './section.ts';

/** What a school at this level receives and is expected to do, in the strategy's own words. */
export function expectSection(framework: Framework, level: Level | undefined, plan: Plan | undefined): Section {
  const base = { id: 'expect', title: 'What to expect', facts: [] } as const;
  if (!level) {
    return {
      ...base,
      lead: `That depends on the ${framework.terms.level.singular}, and none is on record.`,
      lists: [],
      notes: [],
      source: '',
    };
  }
  return {
    ...base,
    lead: `What a school in ${level.inSentence} receives, and what is asked of it.`,
    lists: [...milestones(plan), ...levelLists(level)],
    notes: governors(level),
    source: cited(framework, [...level.receives, ...level.expectedOf]),
  };
}

const STATUS: Record<Plan['milestones'][number]['status'], string> = {
  not_started: 'not started',
  on_track: 'on track',
  at_risk: 'at risk',
  met: 'met',
};

function milestones(plan: Plan | undefined): Section['lists'] {
  if (!plan || plan.milestones.length === 0) return [];
  const items = plan.milestones.map(({ text, due, status }) => `${text} (due ${longDate(due)}, ${STATUS[status]})`);
  return [{ heading: `${plan.title}: milestones`, items }];
}

function levelLists(level: Level): Section['lists'] {
  return [
    { heading: 'The school receives', items: level.receives.map((provision) => provision.text) },
    { heading: 'Visits are for', items: level.purposes.map((purpose) => purpose.text) },
    {
      heading: 'The school is expected',
      items: level.expectedOf.filter((expectation) => expectation.party === 'school').map((each) => each.text),
    },
    {
      heading: 'The authority will',
      items: level.expectedOf.filter((expectation) => expectation.party === 'authority').map((each) => each.text),
    },
  ].filter((list) => list.items.length > 0);
}

function governors(level: Level): readonly string[] {
  return level.governingBodyAttendance.attends
    ? ['The adviser attends a meeting of the governing body at an agreed point in the year.']
    : [];
}

function cited(framework: Framework, items: readonly { readonly source: Source }[]): string {
  return [...new Set(items.map((item) => citation(framework, item.source)))].join('; ');
}
