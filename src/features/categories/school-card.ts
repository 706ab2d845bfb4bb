import type { Option, Reply } from '../../core/feature.ts';
import type { SchoolId } from '../../core/ids.ts';
import type { Section, SectionId } from './sections/section.ts';

export interface SchoolCard {
  readonly school: SchoolId;
  readonly name: string;
  readonly strapline: string;
  /** In the order to be shown; the first is open. */
  readonly sections: readonly Section[];
  readonly mayChallenge: boolean;
  /** The framework's word: "category". */
  readonly levelWord: string;
  readonly level?: { readonly key: string; readonly inSentence: string };
}

/**
 * One school's card: the section asked for first and open, its neighbours folded below, so that a near miss in what was
 * asked still answers.
 */
export function schoolCard(card: SchoolCard): Pick<Reply, 'card' | 'data' | 'summary' | 'options'> {
  const [first] = card.sections;
  const options = nextQuestions(card);
  return {
    card: 'categories/school',
    data: {
      name: card.name,
      strapline: card.strapline,
      sections: card.sections.map((section, index) => ({
        ...section,
        open: index === 0,
        toggle: `${section.id}-body`,
        hasFacts: section.facts.length > 0,
        hasSource: section.source !== '',
      })),
      actions: options.map(({ label, verb, data }) => ({ label, verb, data })),
      hasActions: options.length > 0,
    },
    summary: first ? `${card.name}. ${first.title}: ${first.lead}` : card.name,
    options,
  };
}

/** The obvious next thing to press: at most three, so that a phone shows them all. */
function nextQuestions(card: SchoolCard): readonly Option[] {
  const shown = new Set<SectionId>(card.sections.map((section) => section.id));
  const level = card.level;
  return [
    ...(level && shown.has('level')
      ? [{ label: `Criteria for ${level.inSentence}`, verb: 'guide.level', data: { level: level.key } }]
      : []),
    ...(card.mayChallenge
      ? [{ label: 'Something here is wrong', verb: 'categories.start-challenge', data: { school: card.school } }]
      : []),
    ...(shown.has('adviser') ? [{ label: 'Ask for a call', verb: 'general.handoff', data: {} }] : []),
  ];
}
