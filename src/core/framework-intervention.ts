import { z } from 'zod';
import { Key, Quote, Source, Words } from './framework-source.ts';

/** Which bank holidays stop the clock of a statutory period (domain.md §23). */
export const HolidayReach = z.enum(['england_and_wales', 'united_kingdom']);
export type HolidayReach = z.infer<typeof HolidayReach>;

export const CompliancePeriod = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('fixed'), workingDays: z.int().positive(), holidays: HolidayReach }),
  /** The notice itself states the date; the bot never works one out. */
  z.strictObject({ mode: z.literal('stated_in_notice') }),
]);
export type CompliancePeriod = z.infer<typeof CompliancePeriod>;

const dated = {
  key: Key,
  name: Words,
  validFrom: z.iso.date(),
  /** Last day it held. */
  validTo: z.iso.date().optional(),
  /** False for history: shown only with its dates and never as what applies today (domain.md §7.2). */
  currentLaw: z.boolean(),
  plainEnglish: Words,
  legalBasis: z.array(Quote),
  source: Source,
};

const grounds = z.array(z.strictObject({ id: Key, text: Words, source: Source }));

/** A formal step towards a school, as the words in force between two dates describe it. Information, never legal advice. */
export const Intervention = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call_in'),
    ...dated,
    factors: z.array(Quote),
    attendees: z.array(Words).min(1),
    statements: z.array(Quote).min(1),
  }),
  z.strictObject({
    kind: z.literal('warning_notice'),
    ...dated,
    issuers: z.array(Words).min(1),
    grounds,
    evidence: z.array(Quote),
    recipients: z.array(Quote),
    contents: z.array(Quote),
    compliance: CompliancePeriod,
    /** `null`: there is none. */
    appeal: z.strictObject({ to: Words, workingDays: z.int().positive(), text: Words, source: Source }).nullable(),
    statements: z.array(Quote),
  }),
  /** A finance notice. Not a warning notice, and not a level (domain.md §17 no. 14). */
  z.strictObject({ kind: z.literal('finance_notice_of_concern'), ...dated, statements: z.array(Quote).min(1) }),
  z.strictObject({ kind: z.literal('statement_of_action'), ...dated, statements: z.array(Quote).min(1) }),
  z.strictObject({ kind: z.literal('powers'), ...dated, powers: z.array(Quote).min(1), statements: z.array(Quote) }),
]);
export type Intervention = z.infer<typeof Intervention>;
export type InterventionKind = Intervention['kind'];
