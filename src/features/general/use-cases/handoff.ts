import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { queueNotice } from '../../../core/outbox.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Store } from '../../../core/store.ts';
import { sentenceCase } from '../../../core/wording.ts';
import { message } from '../message.ts';
import { ownAdviser } from '../own-adviser.ts';
import type { Parts } from '../parts.ts';
import { contactFacts } from './help.ts';

export const Handoff = z.strictObject({});

/** Names a person and how to reach them, and offers to ask that person to ring. */
export function handoff(parts: Parts) {
  return async (_: z.infer<typeof Handoff>, asking: Asking): Promise<Reply> => {
    const adviser = ownAdviser(parts, asking);
    const team = parts.partnership.contacts.adviserTeam;
    return message({
      title: 'Talking to a person',
      paragraphs: [
        adviser
          ? `Your adviser is ${adviser.displayName}. You can ring or write, or I can ask them to ring you.`
          : `${sentenceCase(team.name)} will help you. You can ring or write to them.`,
      ],
      facts: [
        ...(adviser ? contactFacts({ name: adviser.displayName, phone: adviser.phone, email: adviser.email }) : []),
        ...contactFacts(team),
      ],
      options: adviser
        ? [
            {
              label: `Ask ${adviser.displayName} to ring me`,
              verb: 'general.ask-for-call',
              data: { ref: asking.turnId },
            },
          ]
        : [],
      sensitivity: adviser ? 'restricted' : 'open',
    });
  };
}

export const AskForCall = z.strictObject({ ref: z.string().min(1).max(300) });

/** Asks the adviser to ring. One press, one message, however often it is pressed. */
export function askForCall(parts: Parts & { readonly store: Store }) {
  return async (wanted: z.infer<typeof AskForCall>, asking: Asking): Promise<Reply> => {
    const adviser = ownAdviser(parts, asking);
    const { viewer } = asking;
    if (!viewer || !adviser) {
      throw new Refusal(
        'not_your_role',
        `I can’t tell which adviser to ask. Please ring ${parts.partnership.contacts.adviserTeam.name} instead: say “help” for the number.`,
      );
    }
    const result = await parts.store.commit([
      queueNotice(`person:${viewer.id}`, {
        id: `call/${wanted.ref}`,
        to: adviser.id,
        sendAt: asking.now,
        patient: false,
        reply: message({
          title: 'Somebody would like a call',
          paragraphs: [`${viewer.displayName} has asked you to ring them.`],
          facts: contactFacts({ name: viewer.displayName, phone: viewer.phone, email: viewer.email }),
        }),
      }),
    ]);
    return {
      ...message({
        paragraphs: [`I’ve asked ${adviser.displayName} to ring you. If it can’t wait, please ring them.`],
        facts: contactFacts({ name: adviser.displayName, phone: adviser.phone, email: adviser.email }),
        sensitivity: 'restricted',
      }),
      queued: result.outcome === 'committed',
    };
  };
}
