import type { Framework } from '../../../core/framework.ts';
import type { Partnership } from '../../../core/partnership.ts';
import type { Person } from '../../../core/people.ts';
import { sentenceCase } from '../../../core/wording.ts';
import type { Voice } from '../voice.ts';
import type { Section } from './section.ts';

export interface Advising {
  readonly adviser: Person | undefined;
  /** Who answers for the service, when anybody is on record. */
  readonly head: Person | undefined;
}

/** Who works with the school and how to reach them; the team when nobody is allocated. */
export function adviserSection(
  framework: Framework,
  partnership: Partnership,
  { adviser, head }: Advising,
  voice: Voice,
): Section {
  const { adviser: word, headOfService } = framework.terms;
  const base = { id: 'adviser', title: 'Adviser' } as const;
  const { name, phone, email } = partnership.contacts.adviserTeam;
  const lead = head ? [{ title: headOfService.singular, value: head.displayName }] : [];
  const team = { title: name, value: [phone, email].filter((way) => way !== undefined).join(', ') };
  if (!adviser) {
    return {
      ...base,
      lead: `No ${word.singular} is on record for this school. ${sentenceCase(name)} can help.`,
      facts: [...reach({ phone, email }), ...lead],
    };
  }
  const own = reach(adviser);
  return {
    ...base,
    lead:
      voice.reader === 'adviser'
        ? 'You are this school’s adviser.'
        : `${adviser.displayName}, ${adviser.title ?? word.singular}.`,
    facts: [...(own.length > 0 ? own : [team]), ...lead],
  };
}

function reach({
  phone,
  email,
}: {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}): NonNullable<Section['facts']> {
  return [...(phone ? [{ title: 'Phone', value: phone }] : []), ...(email ? [{ title: 'E-mail', value: email }] : [])];
}
