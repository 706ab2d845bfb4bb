import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { message, saying } from '../message.ts';
import type { Parts } from '../parts.ts';
import { startersFor } from '../starters.ts';
import { LINK_ME } from './greet.ts';

export const Help = z.strictObject({});

export function help(parts: Parts) {
  return async (_: z.infer<typeof Help>, asking: Asking): Promise<Reply> => {
    const { level, adviser } = parts.framework.terms;
    const team = parts.partnership.contacts.adviserTeam;
    return message({
      title: 'What I can help with',
      paragraphs: [
        `A school’s ${level.singular}: what it is, why, since when, and what it means. Visits promised, had and left. What a school receives and is expected to do. Who its ${adviser.singular.toLowerCase()} is. If something on the record is wrong, tell me and I’ll pass it on.`,
        `The strategy itself: the ${level.plural} and their criteria, review groups, warning notices, and what the abbreviations mean.`,
        'Just type it the way you’d say it. Say “a person, please” at any time.',
        ...(asking.viewer ? [] : [LINK_ME]),
      ],
      facts: contactFacts(team),
      options: startersFor(asking.viewer, parts.framework.terms, asking.today).map(saying),
    });
  };
}

export function contactFacts(contact: {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}): readonly { readonly title: string; readonly value: string }[] {
  const ways = [contact.phone, contact.email].filter((way) => way !== undefined).join(', ');
  return ways === '' ? [] : [{ title: contact.name, value: ways }];
}
