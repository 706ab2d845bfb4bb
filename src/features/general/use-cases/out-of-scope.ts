import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { message, saying } from '../message.ts';
import type { Parts } from '../parts.ts';
import { startersFor } from '../starters.ts';

export const OutOfScope = z.strictObject({});

/** One answer for all that is not the bot's to do, instructions and games included: it changes nothing and gives nothing away. */
export function outOfScope(parts: Parts) {
  return async (_: z.infer<typeof OutOfScope>, asking: Asking): Promise<Reply> => {
    const { level } = parts.framework.terms;
    return message({
      paragraphs: [
        `That’s not something I can help with. I know about this partnership’s ${level.plural}, visits, support and review groups, and only for the people they concern.`,
      ],
      options: [
        ...startersFor(asking.viewer, parts.framework.terms, asking.today).slice(0, 2).map(saying),
        { label: 'Talk to a person', verb: 'general.handoff', data: {} },
      ],
    });
  };
}
