import { z } from 'zod';
import type { Reply } from '../../../core/feature.ts';
import { message } from '../message.ts';

export const FileReceived = z.strictObject({});

/** A file with no words: says plainly that it is not read or kept, so that nobody thinks it was handed in. */
export function fileReceived() {
  return async (): Promise<Reply> =>
    message({
      paragraphs: [
        'I can’t open files, so I haven’t read or kept that one. Tell me in a sentence what it’s about, or send it to your adviser.',
      ],
      options: [{ label: 'Talk to a person', verb: 'general.handoff', data: {} }],
    });
}
