import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { contactFacts } from '../contact-in-words.ts';
import { keptForReview } from '../kept-for-review.ts';
import { linkMe } from '../link-me.ts';
import { message, saying } from '../message.ts';
import type { Parts } from '../parts.ts';
import { startersFor } from '../starters.ts';

export const Help = z.strictObject({});

export function help(parts: Parts) {
  return async (_: z.infer<typeof Help>, asking: Asking): Promise<Reply> => {
    const { level, adviser } = parts.framework.terms;
    return message({
      title: 'What I can help with',
      paragraphs: [
        `A school’s ${level.singular}: what it is, why, since when and what it means. Visits promised, had and left. What the school receives and what is asked of it. Who its ${adviser.singular} is. If something on the record is wrong, tell me and I’ll pass it on.`,
        `The strategy itself: the ${level.plural} and their criteria, ${parts.framework.terms.reviewGroup.plural}, warning notices, and what the abbreviations mean.`,
        'Just type it the way you’d say it. Say “a person, please” at any time.',
        ...keptForReview(parts.partnership),
        ...(asking.viewer ? [] : [linkMe(asking)]),
      ],
      facts: contactFacts(parts.partnership.contacts.adviserTeam),
      options: startersFor(asking.viewer, parts.framework.terms, asking.today).map(saying),
    });
  };
}
