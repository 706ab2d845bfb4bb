import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { keptForReview } from '../kept-for-review.ts';
import { linkMe } from '../link-me.ts';
import { message, saying } from '../message.ts';
import type { Parts } from '../parts.ts';
import { startersFor } from '../starters.ts';

export const Greet = z.strictObject({});

export function greet(parts: Parts) {
  return async (_: z.infer<typeof Greet>, asking: Asking): Promise<Reply> =>
    message({
      paragraphs: [`Hello${firstName(asking)}. What would you like to know?`],
      options: startersFor(asking.viewer, parts.framework.terms, asking.today).map(saying),
    });
}

/** The first words somebody sees: what this is, what to try, and what it never does. */
export function welcome(parts: Parts) {
  return async (_: z.infer<typeof Greet>, asking: Asking): Promise<Reply> => {
    const alone = asking.place === 'personal';
    return message({
      title: `Hello${alone ? firstName(asking) : ''}. I’m ${parts.partnership.authority.name}’s partnership bot.`,
      paragraphs: [
        `Ask me in your own words about ${parts.framework.terms.level.plural}, visits, what a school receives and who its adviser is. I answer from what a person has recorded and tell you where it is written.`,
        'What is recorded about a school goes only to the people who should see it. In a group I answer you privately.',
        ...keptForReview(parts.partnership),
        ...(asking.viewer ? [] : [linkMe(asking)]),
      ],
      // A group is read by many: what one of them is, and so may ask, is not for the others.
      options: startersFor(alone ? asking.viewer : undefined, parts.framework.terms, asking.today).map(saying),
    });
  };
}

function firstName(asking: Asking): string {
  const name = asking.viewer?.displayName.replace(/^(mr|mrs|ms|miss|mx|dr|sr|fr)\.? /i, '').split(' ')[0];
  return name ? `, ${name}` : '';
}
