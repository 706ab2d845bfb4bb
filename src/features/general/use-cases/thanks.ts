import { z } from 'zod';
import type { Reply } from '../../../core/feature.ts';
import { message, saying } from '../message.ts';

export const Thanks = z.strictObject({ put_right: z.boolean().default(false) });

/** Takes thanks briefly; where the thanks says "but that's not it", offers to put it right instead. */
export function thanks() {
  return async (said: z.infer<typeof Thanks>): Promise<Reply> =>
    said.put_right
      ? message({
          paragraphs: ['Sorry, that missed the point. Say it again in other words, or I can point you to a person.'],
          options: [saying('What can you do?'), { label: 'Talk to a person', verb: 'general.handoff', data: {} }],
        })
      : message({ paragraphs: ['You’re welcome.'] });
}
