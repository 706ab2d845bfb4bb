import { z } from 'zod';
import type { Fact } from '../../../core/disclosure.ts';

/** The parts of a school's card, in the order they stand in unless one was asked for. */
export const SectionId = z.enum(['level', 'reasons', 'visits', 'expect', 'adviser', 'ofsted']);
export type SectionId = z.infer<typeof SectionId>;

/** What a viewer must be allowed to know for a section to be on their card. Ofsted's outcomes are public. */
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
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly lists: readonly { readonly heading: string; readonly items: readonly string[] }[];
  readonly notes: readonly string[];
  /** Where the words come from: "Strategy for Learning Improvement (June 2013), B5". */
  readonly source: string;
}
