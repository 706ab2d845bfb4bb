import { z } from 'zod';
import type { Fact } from '../../../core/disclosure.ts';

/** The parts of a school's card, in the order they stand in unless one was asked for. */
export const SectionId = z.enum(['level', 'reasons', 'visits', 'expect', 'adviser', 'ofsted']);
export type SectionId = z.infer<typeof SectionId>;

/**
 * What a viewer must be allowed to know for a section to be on their card. Ofsted's outcomes are public; they are kept to
 * the school's own people all the same, so that a card says nothing of a school to those who have nothing to do with it.
 */
export const SECTION_FACT = {
  level: 'level',
  reasons: 'reasons',
  visits: 'visits',
  expect: 'expectations',
  adviser: 'adviser',
  ofsted: 'adviser',
} as const satisfies Record<SectionId, Fact>;

/** One part of the card: a sentence that answers, then what bears it out. Every string is plain text. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly lead: string;
  /** The answer where only words can be shown: notifications, screen readers. The lead, when absent. */
  readonly aloud?: string;
  /** Right below the lead. */
  readonly notes?: readonly string[];
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
  readonly lists?: readonly SectionList[];
  readonly footnotes?: readonly string[];
  /** Where the words come from: "Strategy for Learning Improvement (June 2013), B5". */
  readonly source?: string;
  readonly link?: { readonly label: string; readonly url: string };
}

export interface SectionList {
  readonly heading: string;
  readonly items: readonly string[];
  /** Background to the answer: folded away until it is asked for. Only with a heading. */
  readonly folded?: true;
}
