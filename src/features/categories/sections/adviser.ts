import type { Framework } from '../../../core/framework.ts';
import type { Partnership } from '../../../core/partnership.ts';
import type { Person } from '../../../core/people.ts';
import { sentenceCase } from '../../../core/wording.ts';
import type { Section } from './section.ts';

/** Who works with the school and how to reach them; the team when nobody is allocated. */
export function adviserSection(framework: Framework, partnership: Partnership, adviser: Person | undefined): Section {
  const word = framework.terms.adviser.singular;
  const base = { id: 'adviser', title: 'Adviser', lists: [], notes: [], source: '' } as const;
  const team = partnership.contacts.adviserTeam;
  if (!adviser) {
    return {
      ...base,
      lead: `No ${word.toLowerCase()} is on record for this school. ${sentenceCase(team.name)} can help.`,
      facts: reach(team),
    };
  }
  const contact = reach(adviser);
  return {
    ...base,
    lead: `${adviser.displayName}, ${adviser.title ?? word}.`,
    facts: contact.length > 0 ? contact : reach(team),
  };
}

function reach(contact: {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}): Section['facts'] {
  return [
    ...(contact.phone ? [{ title: 'Phone', value: contact.phone }] : []),
    ...(contact.email ? [{ title: 'E-mail', value: contact.email }] : []),
  ];
}
