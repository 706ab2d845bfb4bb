import { z } from 'zod';
import { SchoolId } from '../../core/ids.ts';

/** One line of the trail, as far as it is told here. */
export const AuditRow = z.object({
  /** ISO instant. */
  at: z.string(),
  viewer: z.string().nullable(),
  verb: z.string(),
  outcome: z.enum(['disclosed', 'refused']),
  school: SchoolId.nullable().catch(null),
});
export type AuditRow = z.infer<typeof AuditRow>;

/** Where a page begins: rows no later than `until`, after the first `skip` of that very moment. */
export const From = z.strictObject({ until: z.string().max(40), skip: z.int().min(0).max(900) });
export type From = z.infer<typeof From>;
