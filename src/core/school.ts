import { z } from 'zod';
import { PersonId, SchoolId, Urn } from './ids.ts';

export const Phase = z.enum([
  'nursery',
  'primary',
  'middle',
  'secondary',
  'all_through',
  'sixteen_plus',
  'special',
  'alternative',
  'other',
]);
export type Phase = z.infer<typeof Phase>;

/** How the school is run. Frameworks apply by this (domain.md §12). */
export const Governance = z.enum([
  'community',
  'voluntary_aided',
  'voluntary_controlled',
  'foundation',
  'academy',
  'independent',
  'other',
]);
export type Governance = z.infer<typeof Governance>;

/** A school as this partnership knows it: public facts from the register, and who works with it. No level is ever kept here. */
export const School = z.strictObject({
  v: z.literal(1),
  id: SchoolId,
  /** The URN it has today; `formerUrns` were its own before a conversion that a person confirmed. */
  urn: Urn,
  formerUrns: z.array(Urn),
  laestab: z.string().optional(),
  name: z.string().min(1),
  /** Names people use: "St Joe's", "Hollin". */
  aliases: z.array(z.string()),
  town: z.string().optional(),
  postcode: z.string().optional(),
  ward: z.string().optional(),
  phase: Phase,
  governance: Governance,
  /** The register's own words for its type: "Voluntary aided school". */
  typeName: z.string().optional(),
  trust: z.string().optional(),
  religiousCharacter: z.string().optional(),
  ages: z.strictObject({ low: z.number().int(), high: z.number().int() }).optional(),
  location: z.strictObject({ easting: z.number(), northing: z.number() }).optional(),
  status: z.enum(['open', 'proposed_to_close', 'closed', 'proposed_to_open']),
  openedOn: z.iso.date().optional(),
  closedOn: z.iso.date().optional(),
  /** The authority's own area, by which advisers and primary review groups are organised. */
  area: z.string().optional(),
  /** The school's own adviser, when one is allocated. */
  adviser: PersonId.optional(),
  /** The register row's own last-changed date, shown as "register as at". */
  registerAsAt: z.iso.date().optional(),
});
export type School = z.infer<typeof School>;
