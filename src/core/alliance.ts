import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Directory } from './directory.ts';
import { Key, Words } from './framework-source.ts';
import { PersonId, SchoolId } from './ids.ts';

/** A school's time in an alliance; both days are in it. */
export const AllianceMember = z.strictObject({
  school: SchoolId,
  from: z.iso.date(),
  to: z.iso.date().optional(),
  /** True of the school that leads. */
  lead: z.boolean().optional(),
});
export type AllianceMember = z.infer<typeof AllianceMember>;

/**
 * A group of schools that learn together. A school may be in several, and they cut across areas and trusts (domain.md §9, §21).
 * Who is a member is known to all; what they find together is not here.
 */
export const Alliance = z.strictObject({
  key: Key,
  name: Words,
  aliases: z.array(Words),
  members: z.array(AllianceMember).min(1),
  /** The people who lead it. */
  leads: z.array(PersonId),
  /** The adviser who brings it together. */
  facilitator: PersonId.optional(),
});
export type Alliance = z.infer<typeof Alliance>;

/** Its members on a day, the leading school first, then as listed. */
export function membersOn(alliance: Alliance, day: Temporal.PlainDate): readonly AllianceMember[] {
  const iso = day.toString();
  const there = alliance.members.filter(({ from, to }) => from <= iso && (to === undefined || iso <= to));
  return there.toSorted((a, b) => Number(b.lead ?? false) - Number(a.lead ?? false));
}

/** The alliances a school is in on a day, by whichever identity a member is written down. */
export function alliancesOf(
  alliances: readonly Alliance[],
  school: SchoolId,
  day: Temporal.PlainDate,
  directory: Pick<Directory, 'get'>,
): readonly Alliance[] {
  const now = (id: SchoolId) => directory.get(id)?.id ?? id;
  return alliances.filter((alliance) => membersOn(alliance, day).some((member) => now(member.school) === now(school)));
}
