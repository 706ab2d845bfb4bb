import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import type { Partnership } from '../../../core/partnership.ts';
import { isOfficer } from '../officer.ts';

export const ExplainList = z.strictObject({});

/** "Who has access?", "add a person": asked of the list of people. It is shown to nobody in chat, and changed by import alone. */
export const ABOUT_THE_LIST =
  /^(?:please |can you |could you |how do i |i want to |i need to )*(?:who(?:'s| is| has| are| can)? (?:all )?(?:linked|on the list|on your list|access|got access|registered|signed up)\b|(?:is|has|does) [\p{L}' -]{1,40} (?:linked|have access|got access|registered)\b|(?:add|remove|delete|unlink|revoke|take away|end|cancel|change)\b[\p{L}’' -]{0,60}\b(?:access|account|to the list|from the list|list of people|new person|new user|new adviser|new head(?:teacher)?)\b)/iu;

/** How somebody is added, changed or taken off, to those who may; whom to ask, to everybody else. */
export function explainList({ partnership }: { readonly partnership: Partnership }) {
  return async (_: z.infer<typeof ExplainList>, asking: Asking): Promise<Reply> => {
    const { name, phone } = partnership.contacts.adviserTeam;
    const paragraphs = isOfficer(asking)
      ? FOR_OFFICERS
      : [
          `The partnership’s officers keep the list of who is who, and I don’t show or change it in chat. Please ask them: ${phone ? `${name}, ${phone}` : name}.`,
        ];
    return {
      card: 'people/list',
      data: { paragraphs: paragraphs.map((text) => ({ text })) },
      summary: paragraphs.join(' '),
      sensitivity: 'open',
    };
  };
}

const FOR_OFFICERS = [
  'The list of people is kept in your people file, where every row is checked before it counts. I don’t change it in chat.',
  'To end somebody’s role, put its last day in their row; to add somebody or change a role, add or change a row. Then import the file again: it counts within a minute.',
  'To link somebody who is on the list, say “link code for” and their name.',
];
