import type { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import type { ShowRequest } from '../../support/index.ts';
import { doWork } from '../do-work.ts';
import type { Parts } from '../parts.ts';

/** The work begins today, before any visit is recorded; the first visit would begin it too. */
export function begin(parts: Parts) {
  const work = doWork(parts);
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> =>
    work(
      wanted.request,
      asking,
      { do: 'start', on: asking.today.toString() },
      () => 'It is under way. Both headteachers are being told.',
    );
}
