import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { fingerprint } from '../../../core/fingerprint.ts';
import { queueNotice } from '../../../core/outbox.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Store } from '../../../core/store.ts';
import { callMe } from '../call-me.ts';
import { byPhone, colleagueFacts, contactFacts } from '../contact-in-words.ts';
import { type Message, message } from '../message.ts';
import { ownAdviser } from '../own-adviser.ts';
import type { Parts } from '../parts.ts';

export const Handoff = z.strictObject({});

/** Names a person and how to reach them, and offers to ask that person to ring. */
export function handoff(parts: Parts) {
  return async (_: z.infer<typeof Handoff>, asking: Asking): Promise<Reply> => message(talkToAPerson(parts, asking));
}

export function talkToAPerson(parts: Parts, asking: Asking): Message {
  const adviser = ownAdviser(parts, asking);
  const team = parts.partnership.contacts.adviserTeam;
  const title = 'Talking to a person';
  if (!adviser) {
    return {
      title,
      paragraphs: [`You can ring ${byPhone(team)}, or write to them.`],
      facts: contactFacts(team),
    };
  }
  return {
    title,
    paragraphs: [
      `Your adviser is ${adviser.displayName}. ${adviser.phone ? `You can ring ${adviser.phone}, or` : 'You can'} write, or I can ask them to ring you.`,
    ],
    facts: [...colleagueFacts(adviser), ...contactFacts(team)],
    options: [callMe(adviser, asking)],
    sensitivity: 'restricted',
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
        `I can’t tell which adviser to ask. Please ring ${byPhone(parts.partnership.contacts.adviserTeam)} instead.`,
      );
    }
    const who = viewer.title ? `${viewer.displayName}, ${viewer.title},` : viewer.displayName;
    const result = await parts.store.commit([
      queueNotice(`person:${viewer.id}`, {
        id: `call/${fingerprint(wanted.ref)}`,
        to: adviser.id,
        sendAt: asking.now,
        patient: false,
        reply: message({
          title: 'Somebody would like a call',
          paragraphs: [`${who} has asked you to ring them.`],
          facts: colleagueFacts(viewer),
        }),
      }),
    ]);
    return {
      ...message({
        paragraphs: [`I’m asking ${adviser.displayName} to ring you. If it can’t wait, please ring them.`],
        facts: colleagueFacts(adviser),
        sensitivity: 'restricted',
      }),
      queued: result.outcome === 'committed',
    };
  };
}
