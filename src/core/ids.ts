import { z } from 'zod';

/** A school's lasting identity in this partnership. It outlives its URN: an academy conversion brings a new URN, not a new school (domain.md §21). */
export const SchoolId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
  .brand<'SchoolId'>();
export type SchoolId = z.infer<typeof SchoolId>;

/** Six digits given by the Department for Education's register. */
export const Urn = z
  .string()
  .regex(/^\d{6}$/)
  .brand<'Urn'>();
export type Urn = z.infer<typeof Urn>;

export const PersonId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
  .brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** One event as a platform delivered it. The same delivery repeated carries the same id. */
export const EventId = z.string().min(1).max(300).brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;
