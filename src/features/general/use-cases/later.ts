import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { IntentName } from '../../../core/intent.ts';
import { colleagueFacts, contactFacts } from '../contact-in-words.ts';
import { intentLabel } from '../intent-labels.ts';
import { message } from '../message.ts';
import { ownAdviser } from '../own-adviser.ts';
import type { Parts } from '../parts.ts';

export const Later = z.strictObject({ intent: IntentName });

/** What the partnership does, but not through the bot yet: says so, says nothing was sent, and names who does it now. */
export function later(parts: Parts) {
  return async (wanted: z.infer<typeof Later>, asking: Asking): Promise<Reply> => {
    const adviser = ownAdviser(parts, asking);
    const team = parts.partnership.contacts.adviserTeam;
    const who = adviser ? `your adviser, ${adviser.displayName},` : team.name;
    return message({
      title: intentLabel(wanted.intent, parts.framework.terms),
      paragraphs: [
        `I can’t do that here yet, and I haven’t sent or saved anything. For now ${who} does this with you.`,
      ],
      facts: adviser ? colleagueFacts(adviser) : contactFacts(team),
      options: [{ label: 'Talk to a person', verb: 'general.handoff', data: {} }],
      sensitivity: adviser ? 'restricted' : 'open',
    });
  };
}
