import { z } from 'zod';
import { PersonId } from '../../core/ids.ts';

/** What the records of a request are made of. */
export const MOST_WORDS = 1500;
export const MOST_HALF_DAYS = 60;
export const Text = z.string().trim().max(MOST_WORDS);
export const HalfDays = z.int().min(1).max(MOST_HALF_DAYS);

export const Who = z.strictObject({ person: PersonId, name: z.string().min(1) });
export type Who = z.infer<typeof Who>;
/** Who did it, and the instant. */
export const Act = z.strictObject({ ...Who.shape, at: z.iso.datetime() });
export const Reasoned = z.strictObject({ ...Act.shape, reason: Text });
