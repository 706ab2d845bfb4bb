import { z } from 'zod';
import { PersonId, SchoolId } from '../../../core/ids.ts';
import { Phase } from '../../../core/school.ts';
import { Hold } from '../holds/ledger.ts';
import { MOST_HALF_DAYS, MOST_WORDS } from '../schema.ts';

export const OfferId = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .brand<'OfferId'>();
export type OfferId = z.infer<typeof OfferId>;

export const OfferState = z.enum(['live', 'paused', 'withdrawn', 'used']);
export type OfferState = z.infer<typeof OfferState>;

/** What a school offers to others of its own accord (domain.md §3: "may be potential partners"). Never names a member of staff. */
export const Offer = z.strictObject({
  v: z.literal(1),
  id: OfferId,
  state: OfferState,
  school: SchoolId,
  schoolName: z.string().min(1),
  focuses: z.array(z.string()).min(1).max(4),
  phases: z.array(Phase).min(1),
  /** The role that would help, and any designation with its date: "Reading lead; SLE since 2022". */
  who: z.string().max(300),
  halfDays: z.int().min(1).max(MOST_HALF_DAYS),
  from: z.iso.date(),
  /** The last day; the end of the academic year unless sooner. */
  to: z.iso.date(),
  conditions: z.string().max(MOST_WORDS),
  offeredBy: z.strictObject({ person: PersonId, name: z.string().min(1) }),
  offeredAt: z.iso.datetime(),
  /** Half-days set aside for requests. Never shown to others: from what is left, who was asked could be worked out. */
  holds: z.array(Hold).default([]),
});
export type Offer = z.infer<typeof Offer>;
