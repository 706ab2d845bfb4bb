import type { Call, Reply } from '../../core/feature.ts';
import type { SchoolId } from '../../core/ids.ts';
import type { Section } from './sections/section.ts';

export interface SchoolCard {
  readonly name: string;
  readonly strapline: string;
  /** In the order to be shown; the first is open. */
  readonly sections: readonly Section[];
  readonly next: readonly NextQuestion[];
}

export interface NextQuestion extends Call {
  readonly label: string;
}

/**
 * One school's card: the section asked for first and open, its neighbours folded below, so that a near miss in what was
 * asked still answers.
 */
export function schoolCard(card: SchoolCard): Pick<Reply, 'card' | 'data' | 'summary'> {
  const [first] = card.sections;
  return {
    card: 'categories/school',
    data: {
      name: card.name,
      strapline: card.strapline,
      sections: card.sections.map((section, index) => sectionData(section, index === 0)),
      actions: card.next.map(({ label, verb, data }) => ({ label, verb, data })),
      hasActions: card.next.length > 0,
    },
    summary: first ? `${card.name}. ${spoken(first)}` : card.name,
  };
}

function sectionData(section: Section, open: boolean) {
  const { id, title, lead, notes = [], facts = [], lists = [], footnotes = [], source = '', link } = section;
  return {
    title,
    lead,
    notes,
    facts,
    lists: lists.map(({ heading, items, folded = false }, index) => ({
      heading,
      items,
      folds: folded,
      open: !folded,
      toggle: `${id}-list-${index}`,
    })),
    footnotes,
    source,
    open,
    toggle: `${id}-body`,
    hasFacts: facts.length > 0,
    hasSource: source !== '',
    link: link?.url ?? '',
    linkLabel: link?.label ?? '',
    hasLink: link !== undefined,
  };
}

/** "Category 3: Schools…" needs no "Category:" before it. */
function spoken({ title, lead, aloud = lead }: Section): string {
  return aloud.toLowerCase().startsWith(title.toLowerCase()) ? aloud : `${title}: ${aloud}`;
}

/** The obvious next thing to press: at most three, so that a phone shows them all. */
export function nextQuestions(about: {
  readonly school: SchoolId;
  readonly level: { readonly key: string } | undefined;
  readonly levelPlural: string;
  readonly shows: { readonly level: boolean; readonly callFromAdviser: boolean };
  readonly mayChallenge: boolean;
}): readonly NextQuestion[] {
  const { school, level, levelPlural, shows, mayChallenge } = about;
  const criteria = level
    ? { label: 'See the criteria', verb: 'guide.level', data: { level: level.key } }
    : { label: `What the ${levelPlural} are`, verb: 'guide.levels', data: {} };
  return [
    ...(shows.level ? [criteria] : []),
    ...(mayChallenge
      ? [{ label: 'Something here is wrong', verb: 'categories.start-challenge', data: { school } }]
      : []),
    ...(shows.callFromAdviser ? [{ label: 'Ask for a call', verb: 'general.handoff', data: {} }] : []),
  ];
}
