import { z } from 'zod';
import type { JsonObject } from './store.ts';

/** A JSON object kept as it is, for whoever made it to read. Checked to be an object, and no deeper. */
export const JsonRecord = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'Expected an object',
);
