import { z } from 'zod';
import { Key, Words } from './framework-source.ts';

/**
 * Money the authority has set aside for support, such as Leicestershire's £248,000 a year commissioned for schools causing
 * concern (domain.md §14). Commitments against it are records; how much there is, is here.
 */
export const Pot = z.strictObject({
  key: Key,
  name: Words,
  pence: z.int().positive(),
  /** First and last day on which work it pays for may begin. Left out: any day. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Where the money comes from, or whose model it follows. */
  source: Words,
});
export type Pot = z.infer<typeof Pot>;
