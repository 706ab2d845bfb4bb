import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { PersonId, SchoolId } from './ids.ts';
import { Phase } from './school.ts';

/** What a person may be, always within a scope and between dates (domain.md §8). */
export const Role = z.enum([
  'headteacher',
  'deputy_headteacher',
  'chair_of_governors',
  'adviser',
  'senior_adviser',
  'head_of_service',
  'officer',
  'alliance_lead',
  'review_group_member',
]);
export type Role = z.infer<typeof Role>;

export const Scope = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('school'), id: SchoolId }),
  z.strictObject({ type: z.literal('area'), id: z.string() }),
  z.strictObject({ type: z.literal('alliance'), id: z.string() }),
  z.strictObject({ type: z.literal('review_group'), id: z.string() }),
  z.strictObject({ type: z.literal('authority') }),
]);
export type Scope = z.infer<typeof Scope>;

/** A role held in a scope from a day, up to and including another. */
export const Grant = z.strictObject({
  role: Role,
  scope: Scope,
  from: z.iso.date(),
  to: z.iso.date().optional(),
});
export type Grant = z.infer<typeof Grant>;

/** Who a platform says somebody is. Never what a person typed about themselves. */
export const Identity = z.discriminatedUnion('platform', [
  z.strictObject({ platform: z.literal('teams'), tenant: z.string(), user: z.string() }),
  z.strictObject({ platform: z.literal('slack'), tenant: z.string(), user: z.string() }),
]);
export type Identity = z.infer<typeof Identity>;

export const Person = z.strictObject({
  v: z.literal(1),
  id: PersonId,
  displayName: z.string().min(1),
  /** As a colleague would introduce them: "School Improvement Adviser, North". */
  title: z.string().optional(),
  email: z.email().optional(),
  phone: z.string().optional(),
  grants: z.array(Grant),
  /** Kinds of school they know best, for finding who takes a request on. Left out: any. */
  phases: z.array(Phase).optional(),
  /** Keys of the focus taxonomy they know best. */
  specialisms: z.array(z.string()).optional(),
});
export type Person = z.infer<typeof Person>;

export function identityKey(identity: Identity): string {
  return `${identity.platform}:${identity.tenant}:${identity.user}`;
}

/** The grants that hold on that day. */
export function grantsOn(person: Person, day: Temporal.PlainDate): readonly Grant[] {
  const iso = day.toString();
  return person.grants.filter((grant) => grant.from <= iso && (grant.to === undefined || iso <= grant.to));
}
