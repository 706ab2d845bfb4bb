import { z } from 'zod';
import type { Asking, Option, Reply } from '../../../core/feature.ts';
import { listed, longDate } from '../../../core/wording.ts';
import { mustBeOfficer, type Parts } from '../parts.ts';
import { forgetUnanswered, type KeptUnanswered, readUnanswered } from '../unanswered-records.ts';
import { inQuotes, meaning } from '../words.ts';

export const ListUnanswered = z.strictObject({});

const SHOWN = 6;

/** What was asked back or not answered lately, without names; from each a phrase can be made, or it can be deleted. */
export function listUnanswered(parts: Parts) {
  return async (_: z.infer<typeof ListUnanswered>, asking: Asking, lead = ''): Promise<Reply> => {
    mustBeOfficer(asking);
    const { keepUnanswered, keepDays } = parts.partnership.review;
    const found = keepUnanswered ? await readUnanswered(parts.store, SHOWN + 1) : [];
    const rows = found.slice(0, SHOWN);
    const said = keepUnanswered
      ? found.length === 0
        ? `I have kept nothing in the last ${keepDays} days that I couldn’t answer.`
        : `Names, numbers and addresses were taken out before these were kept, and so was any word that could be a name. Each goes by itself ${keepDays} days after it was first kept.`
      : OFF;
    const more =
      found.length > SHOWN ? 'There are others. Make phrases of these, or delete them, to see the next.' : '';
    return {
      card: 'phrases/unanswered',
      data: {
        title: 'What I didn’t understand',
        lead: [lead, said].filter((part) => part !== '').join(' '),
        rows: rows.map((kept) => rowOf(parts, kept)),
        more,
        hasMore: more !== '',
      },
      summary: ['What I didn’t understand.', lead, said, ...rows.map(({ text }) => inQuotes(text)), more]
        .filter((part) => part !== '')
        .join(' '),
      sensitivity: 'restricted',
      options: rows.map(makePhrase),
    };
  };
}

const OFF =
  'Nothing is kept. This authority has not switched that on; it is “review” in the partnership’s settings, with the number of days.';

function rowOf({ framework: { terms } }: Parts, kept: KeptUnanswered) {
  const meanings = kept.offered.map((intent) => inQuotes(meaning(intent, terms)));
  const times = kept.times === 1 ? '' : `${kept.times} times. `;
  return {
    text: inQuotes(kept.text, 300),
    answered: meanings.length === 0 ? 'I could not answer it.' : `I asked back: ${listed(meanings, 'or')}.`,
    when: `${times}${longDate(kept.latest)}, kept until ${longDate(kept.until)}`,
    make: { ...makePhrase(kept) },
    remove: { label: `Delete ${inQuotes(kept.text, 40)}`, verb: 'phrases.delete-unanswered', data: { id: kept.id } },
  };
}

function makePhrase({ id, text, offered }: KeptUnanswered): Option {
  return {
    label: `Make a phrase of ${inQuotes(text, 40)}`,
    verb: 'phrases.start',
    data: { text, intent: offered[0] ?? '', from: id },
  };
}

export const DeleteUnanswered = z.strictObject({ id: z.string().min(1).max(100) });

export function deleteUnanswered(parts: Parts) {
  const list = listUnanswered(parts);
  return async (wanted: z.infer<typeof DeleteUnanswered>, asking: Asking): Promise<Reply> => {
    mustBeOfficer(asking);
    await forgetUnanswered(parts.store, wanted.id);
    return list({}, asking, 'Deleted.');
  };
}
