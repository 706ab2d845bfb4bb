import { z } from 'zod';
import { PersonId } from '../../core/ids.ts';

/**
 * A code that ties one platform identity to one person, once. Only its digest is kept, so the store cannot be read back
 * into working codes.
 */
export const LinkCode = z.strictObject({
  v: z.literal(1),
  person: PersonId,
  issuedBy: PersonId,
  issuedAt: z.iso.datetime({ offset: true }),
});
export type LinkCode = z.infer<typeof LinkCode>;

/** How many codes one identity has tried lately, right or wrong. */
export const WrongTries = z.strictObject({ v: z.literal(1), count: z.int().nonnegative() });
