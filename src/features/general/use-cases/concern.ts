import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import type { Concern } from '../../../core/intent.ts';
import type { Contacts } from '../../../core/partnership-contacts.ts';
import type { Person } from '../../../core/people.ts';
import { sentenceCase } from '../../../core/wording.ts';
import { callMe } from '../call-me.ts';
import { byPhone, colleagueFacts, contactFacts } from '../contact-in-words.ts';
import { type Message, message } from '../message.ts';
import { ownAdviser } from '../own-adviser.ts';
import type { Parts } from '../parts.ts';
import { talkToAPerson } from './handoff.ts';

export const AnswerConcern = z.strictObject({
  concern: z.enum([
    'safeguarding',
    'distress',
    'wants_a_person',
    'complaint',
    'pupil_detail',
    'staff_capability',
  ] as const satisfies readonly Concern[]),
});

/**
 * The right words and the right contact, ahead of anything else a message asked. Nothing the person wrote is kept or
 * repeated (domain.md §22).
 */
export function answerConcern(parts: Parts) {
  return async (wanted: z.infer<typeof AnswerConcern>, asking: Asking): Promise<Reply> => {
    const adviser = ownAdviser(parts, asking);
    const talk = adviser && !NOT_FOR_AN_ADVISER.includes(wanted.concern) ? { options: [callMe(adviser, asking)] } : {};
    const said =
      wanted.concern === 'wants_a_person'
        ? talkToAPerson(parts, asking)
        : { ...ANSWERS[wanted.concern](parts.partnership.contacts, adviser), ...talk };
    return message({ ...said, sensitivity: 'restricted' });
  };
}

/** A child comes first: nothing here that could be pressed in place of ringing those who act. */
const NOT_FOR_AN_ADVISER: readonly Concern[] = ['safeguarding', 'pupil_detail'];

type Answer = (contacts: Contacts, adviser: Person | undefined) => Message;

const ANSWERS: Record<Exclude<Concern, 'wants_a_person'>, Answer> = {
  safeguarding: ({ emergency, safeguarding, outOfHours }) => ({
    title: 'If a child may be at risk',
    paragraphs: [
      `If anyone is in danger now, ring ${emergency.phone}. Otherwise tell your designated safeguarding lead straight away, or ring ${byPhone(safeguarding)}. When it is closed, ring ${byPhone(outOfHours)}.`,
      'I’m a bot and can’t act on this. I haven’t kept what you wrote, and nobody has been told by me.',
    ],
    facts: [
      ...contactFacts({ ...safeguarding, email: undefined }),
      ...contactFacts({ ...outOfHours, email: undefined }),
    ],
  }),
  distress: ({ emergency, wellbeing, adviserTeam }, adviser) => ({
    title: 'I’m sorry it’s like this',
    paragraphs: [
      `You don’t have to carry it alone. ${sentenceCase(byPhone(wellbeing))} is there to talk, in confidence, and so is ${whoHelps(adviserTeam, adviser)}.`,
      `If you or anyone is in danger, ring ${emergency.phone}.`,
    ],
    facts: [...contactFacts(wellbeing), ...helper(adviserTeam, adviser)],
  }),
  complaint: ({ complaints, adviserTeam }, adviser) => ({
    title: 'Making a complaint',
    paragraphs: [
      `I’m sorry. Complaints go to ${byPhone(complaints)}, who will look at it independently of me.${complaints.note ? ` ${complaints.note}` : ''} If you’d rather talk first, ${whoHelps(adviserTeam, adviser)} can help.`,
    ],
    facts: [...contactFacts(complaints), ...helper(adviserTeam, adviser)],
  }),
  pupil_detail: ({ safeguarding }) => ({
    title: 'Please leave pupils out of it',
    paragraphs: [
      'I can’t take anything about a named child, and I haven’t kept it. Say it again without names or details that could point to a child, and I’ll help with the rest.',
      `If it is about a child’s safety, ring ${byPhone(safeguarding)}.`,
    ],
    facts: contactFacts({ ...safeguarding, email: undefined }),
  }),
  staff_capability: ({ adviserTeam }, adviser) => ({
    title: 'Best said on the phone',
    paragraphs: [
      `Anything about a member of staff’s capability, conduct or health is best said to a person, not written here. I haven’t kept it. Please ring ${whoHelps(adviserTeam, adviser)}.`,
    ],
    facts: helper(adviserTeam, adviser),
  }),
};

function whoHelps(team: Contacts['adviserTeam'], adviser: Person | undefined): string {
  if (!adviser) return byPhone(team);
  return `your adviser, ${adviser.phone ? byPhone({ name: adviser.displayName, phone: adviser.phone }) : adviser.displayName}`;
}

function helper(team: Contacts['adviserTeam'], adviser: Person | undefined) {
  return adviser ? colleagueFacts(adviser) : contactFacts(team);
}
