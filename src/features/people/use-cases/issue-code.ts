import { z } from 'zod';
import type { Colleagues } from '../../../core/directory.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { PersonId } from '../../../core/ids.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Store } from '../../../core/store.ts';
import { newCode, type Secrets } from '../code.ts';
import { isOfficer } from '../officer.ts';
import type { LinkCode } from '../schema.ts';

export interface Parts {
  readonly store: Store;
  readonly colleagues: Colleagues;
  readonly secrets: Secrets;
}

export const CODE_GOOD_FOR_SECONDS = 48 * 60 * 60;

/** As many as a phone shows without scrolling. */
const SHOWN = 5;

export const ChoosePerson = z.strictObject({ name: z.string().max(200).default('') });

/** Finds whom a code is for. Only officers: they keep the list of people. */
export function choosePerson(parts: Parts) {
  return async (wanted: z.infer<typeof ChoosePerson>, asking: Asking): Promise<Reply> => {
    mustBeOfficer(asking);
    const found = wanted.name.trim() === '' ? [] : parts.colleagues.named(wanted.name);
    const options = found.slice(0, SHOWN).map((person) => ({
      label: person.title ? `${person.displayName} (${person.title})` : person.displayName,
      verb: 'people.issue-code',
      data: { person: person.id },
    }));
    const sentence = sentenceFor(wanted.name.trim(), found.length);
    return {
      card: 'people/choose-person',
      data: { sentence, actions: options, hasActions: options.length > 0, name: wanted.name },
      summary: sentence,
      sensitivity: 'restricted',
      options,
    };
  };
}

function sentenceFor(name: string, found: number): string {
  if (name === '') return 'Who is the code for? Type their name as it is on your list of people.';
  if (found === 0)
    return 'Nobody on the list of people fits that. Check the spelling, or add them with an import first.';
  if (found > SHOWN) return `${found} people fit that. These are the first five; add a surname to narrow it down.`;
  return 'Make a code for:';
}

export const IssueCode = z.strictObject({ person: PersonId });

/** Makes a code for somebody. Shown once, to the officer alone; it works once and for two days. */
export function issueCode(parts: Parts) {
  return async (wanted: z.infer<typeof IssueCode>, asking: Asking): Promise<Reply> => {
    const officer = mustBeOfficer(asking);
    const person = parts.colleagues.get(wanted.person);
    if (!person) throw new Refusal('invalid_input', 'That person is no longer on the list. Please search again.');
    const code = newCode(parts.secrets);
    const body: LinkCode = { v: 1, person: person.id, issuedBy: officer, issuedAt: asking.now.toString() };
    await parts.store.commit([
      {
        kind: 'put',
        ref: { partition: `code:${parts.secrets.digest(code.replace('-', ''))}`, id: 'code' },
        type: 'link-code',
        body,
        guard: 'must-not-exist',
        ttlSeconds: CODE_GOOD_FOR_SECONDS,
      },
    ]);
    const sentence = `${code} is the code for ${person.displayName}. It works once, for two days.`;
    return {
      card: 'people/code',
      data: { name: person.displayName, code },
      summary: sentence,
      sensitivity: 'restricted',
      disclosures: [{ outcome: 'disclosed', what: `link code issued for ${person.id}` }],
    };
  };
}

function mustBeOfficer(asking: Asking): PersonId {
  if (!asking.viewer || !isOfficer(asking)) {
    throw new Refusal('not_your_role', 'Only the partnership team can make a link code. Please ask them for one.');
  }
  return asking.viewer.id;
}
