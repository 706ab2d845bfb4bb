import { z } from 'zod';
import { Alliance } from './alliance.ts';
import { BankHolidayDivision } from './bank-holidays.ts';
import { Authority } from './framework.ts';
import { Key, Words } from './framework-source.ts';
import { plainWords } from './framework-spoken.ts';
import { PersonId, SchoolId } from './ids.ts';
import { Contacts } from './partnership-contacts.ts';
import { Matching } from './partnership-matching.ts';
import { Override } from './partnership-overrides.ts';
import { Pot } from './partnership-pots.ts';
import { Channels, Routing } from './partnership-routing.ts';
import { Phase, type School } from './school.ts';
import { YearDates } from './term-dates.ts';
import { QuietHours, WorkingHours } from './working-time.ts';

/** A part of the authority by which advisers and primary review groups are organised. */
export const Area = z.strictObject({ key: Key, name: Words, aliases: z.array(Words) });
export type Area = z.infer<typeof Area>;

/** One of the authority's actual review groups. */
export const ReviewGroup = z.strictObject({
  key: Key,
  name: Words,
  aliases: z.array(Words),
  /** Which kind of the framework's groups it is: its remit and cadence come from there. */
  frameworkGroup: Key,
  phases: z.array(Phase).min(1),
  /** `null`: the whole authority. */
  areas: z.array(Key).min(1).nullable(),
  chair: PersonId.optional(),
  place: Words.optional(),
});
export type ReviewGroup = z.infer<typeof ReviewGroup>;

export const TermDates = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('published'), years: z.array(YearDates).min(1) }),
  /** Worked out after the usual English pattern for any year. Only for an invented authority. */
  z.strictObject({ from: z.literal('usual_pattern') }),
]);
export type TermDates = z.infer<typeof TermDates>;

/** A school that keeps other days than its authority. */
export const SchoolDatesEntry = z.strictObject({
  school: SchoolId,
  inset: z.array(z.iso.date()).default([]),
  years: z.array(YearDates).default([]),
});

/** One authority's own settings: who it is, which framework it uses, its groups, days, hours and contacts. */
export const Partnership = z.strictObject({
  key: Key,
  /** "Calderbrook Learning Partnership" */
  name: Words,
  authority: Authority.required({ laCode: true }),
  /** Id of a framework file. */
  framework: Key,
  /** What the authority has ruled where the framework is silent, contradicts itself, or is not followed. */
  overrides: z.array(Override),
  areas: z.array(Area),
  reviewGroups: z.array(ReviewGroup),
  /** Groups of schools that learn together. Left out: none. */
  alliances: z.array(Alliance).default([]),
  termDates: TermDates,
  schoolDates: z.array(SchoolDatesEntry),
  bankHolidays: BankHolidayDivision,
  workingHours: WorkingHours,
  /** No message of the bot's own accord in these hours; they may run over midnight. */
  quietHours: QuietHours,
  contacts: Contacts,
  /** Whether messages the bot asked back about or could not answer are kept for officers to learn from, without names; how long. */
  review: z
    .strictObject({ keepUnanswered: z.boolean(), keepDays: z.int().min(1).max(90).default(30) })
    .default({ keepUnanswered: false, keepDays: 30 }),
  /** How possible partners are weighed. Whatever is left out has its default. */
  matching: Matching.prefault({}),
  /** How somebody is found to take a request on. Whatever is left out has its default. */
  routing: Routing.prefault({}),
  channels: Channels.prefault({}),
  /** Money set aside for support. Left out: none, and schools pay as they agree. */
  pots: z.array(Pot).default([]),
  /** True only for the invented partnership that is filled with people and schools at first start. */
  demo: z.boolean(),
});
export type Partnership = z.infer<typeof Partnership>;

/** The review group these words name on their own, by key, name or alias. */
export function reviewGroupByWords(partnership: Partnership, text: string): ReviewGroup | undefined {
  const said = plainWords(text).replace(/^(the|a|an) /, '');
  return partnership.reviewGroups.find((group) =>
    [group.key, group.name, ...group.aliases].some((words) => plainWords(words) === said),
  );
}

/** The groups that oversee a school, by its phase and area. Which they are says nothing about its level. */
export function reviewGroupsOf(
  partnership: Partnership,
  school: Pick<School, 'phase' | 'area'>,
): readonly ReviewGroup[] {
  return partnership.reviewGroups.filter(
    (group) =>
      group.phases.includes(school.phase) &&
      (group.areas === null || (school.area !== undefined && group.areas.includes(school.area))),
  );
}

export function areaByWords(partnership: Partnership, text: string): Area | undefined {
  const said = plainWords(text).replace(/^(the|a|an) /, '');
  return partnership.areas.find((area) =>
    [area.key, area.name, ...area.aliases].some((words) => plainWords(words) === said),
  );
}
