import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import type { Concern } from '../../../core/intent.ts';
import { sentenceCase } from '../../../core/wording.ts';
import { message } from '../message.ts';
import { ownAdviser } from '../own-adviser.ts';
import type { Parts } from '../parts.ts';
import { contactFacts } from './help.ts';

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
    const { contacts } = parts.partnership;
    const adviser = ownAdviser(parts, asking);
    const adviserFacts = adviser
      ? contactFacts({ name: adviser.displayName, phone: adviser.phone, email: adviser.email })
      : contactFacts(contacts.adviserTeam);
    const adviserName = adviser ? `your adviser, ${adviser.displayName}` : contacts.adviserTeam.name;
    const answers = {
      safeguarding: {
        title: 'If a child may be at risk',
        paragraphs: [
          `If anyone is in danger now, ring ${contacts.emergency.phone}. Otherwise tell your designated safeguarding lead straight away, or ring ${contacts.safeguarding.name}.`,
          'I’m a bot and can’t act on this. I haven’t kept what you wrote, and nobody has been told by me.',
        ],
        facts: [
          ...contactFacts({ name: contacts.safeguarding.name, phone: contacts.safeguarding.phone }),
          ...contactFacts({ name: contacts.outOfHours.name, phone: contacts.outOfHours.phone }),
        ],
      },
      distress: {
        title: 'I’m sorry it’s like this',
        paragraphs: [
          `You don’t have to carry it alone. ${sentenceCase(contacts.wellbeing.name)} is there to talk, in confidence, and so is ${adviserName}.`,
          `If you or anyone is in danger, ring ${contacts.emergency.phone}.`,
        ],
        facts: [...contactFacts({ name: contacts.wellbeing.name, phone: contacts.wellbeing.phone }), ...adviserFacts],
      },
      wants_a_person: {
        title: 'Talking to a person',
        paragraphs: [`Of course. ${sentenceCase(adviserName)} can help, and you can ring or write.`],
        facts: adviserFacts,
      },
      complaint: {
        title: 'Making a complaint',
        paragraphs: [
          `I’m sorry. Complaints go to ${contacts.complaints.name}, who will look at it independently of me. If you’d rather talk first, ${adviserName} can help.`,
        ],
        facts: [...contactFacts(contacts.complaints), ...adviserFacts],
      },
      pupil_detail: {
        title: 'Please leave pupils out of it',
        paragraphs: [
          'I can’t take anything about a named child, and I haven’t kept it. Say it again without names or details that could point to a child, and I’ll help with the rest.',
          `If it is about a child’s safety, ring ${contacts.safeguarding.name}.`,
        ],
        facts: contactFacts({ name: contacts.safeguarding.name, phone: contacts.safeguarding.phone }),
      },
      staff_capability: {
        title: 'Best said on the phone',
        paragraphs: [
          `Anything about a member of staff’s capability, conduct or health is best said to a person, not written here. I haven’t kept it. Please ring ${adviserName}.`,
        ],
        facts: adviserFacts,
      },
    } satisfies Record<Concern, Parameters<typeof message>[0]>;
    return message({
      ...answers[wanted.concern],
      options: adviser
        ? [
            {
              label: `Ask ${adviser.displayName} to ring me`,
              verb: 'general.ask-for-call',
              data: { ref: asking.turnId },
            },
          ]
        : [],
      sensitivity: 'restricted',
    });
  };
}
