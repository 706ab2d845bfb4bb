import { z } from 'zod';
import { PersonId, SchoolId, Urn } from './ids.ts';

/** Why two register entries look like one school before and after a conversion. Shown to whoever decides. */
export const ConversionEvidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('register_link'), establishedOn: z.iso.date().optional() }),
  z.strictObject({ kind: z.literal('same_laestab'), laestab: z.string() }),
  z.strictObject({ kind: z.literal('closed_and_opened'), closedOn: z.iso.date(), openedOn: z.iso.date() }),
  z.strictObject({ kind: z.literal('reason_closed'), text: z.string() }),
]);
export type ConversionEvidence = z.infer<typeof ConversionEvidence>;

const common = {
  v: z.literal(1),
  /** "108064-146247": the old URN and the new. */
  id: z.string().regex(/^\d{6}-\d{6}$/),
  fromUrn: Urn,
  fromSchool: SchoolId,
  fromName: z.string(),
  toUrn: Urn,
  toSchool: SchoolId,
  toName: z.string(),
  evidence: z.array(ConversionEvidence).min(1),
};
const decision = { decidedBy: PersonId, decidedAt: z.iso.datetime({ offset: true }) };

/** The register says a school has become another. Only a person may say they are one school (domain.md §21). */
export const ConversionProposal = z.discriminatedUnion('status', [
  z.strictObject({ ...common, status: z.literal('proposed') }),
  z.strictObject({ ...common, ...decision, status: z.literal('confirmed') }),
  z.strictObject({ ...common, ...decision, status: z.literal('declined') }),
]);
export type ConversionProposal = z.infer<typeof ConversionProposal>;

/** What is left where a school's record was, after a person said it is the same school as another. */
export const SchoolMoved = z.strictObject({
  v: z.literal(1),
  school: SchoolId,
  movedTo: SchoolId,
  by: PersonId,
  at: z.iso.datetime({ offset: true }),
});
export type SchoolMoved = z.infer<typeof SchoolMoved>;

export const CONVERSION_TYPE = 'conversion-proposal';
export const SCHOOL_MOVED_TYPE = 'school-moved';

export function conversionRef(id: string): { readonly partition: string; readonly id: string } {
  return { partition: `conversion:${id}`, id: 'proposal' };
}

export function schoolMovedRef(school: SchoolId): { readonly partition: string; readonly id: string } {
  return { partition: `school:${school}`, id: 'moved' };
}
