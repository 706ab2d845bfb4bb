import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { londonDate } from '../../../core/clock.ts';
import type { Asking, Option, Reply } from '../../../core/feature.ts';
import { longDate } from '../../../core/wording.ts';
import { mustBeOfficer, type Parts } from '../parts.ts';
import { readPhrases } from '../records.ts';
import { MOST_PHRASES, type Phrase } from '../schema.ts';
import { inQuotes, meaning, meantInWords } from '../words.ts';

export const ListPhrases = z.strictObject({ page: z.int().min(0).max(1000).default(0) });

const A_PAGE = 8;

/** Every phrase an officer has added, the latest first, each with who added it and when, and a way back. */
export function listPhrases(parts: Parts) {
  return async (wanted: z.infer<typeof ListPhrases>, asking: Asking, lead = ''): Promise<Reply> => {
    mustBeOfficer(asking);
    const { list } = await readPhrases(parts.store);
    const phrases = list.phrases.toReversed();
    const last = Math.max(0, Math.ceil(phrases.length / A_PAGE) - 1);
    const page = Math.min(wanted.page, last);
    const shown = phrases.slice(page * A_PAGE, (page + 1) * A_PAGE);
    const count = countInWords(phrases.length);
    return {
      card: 'phrases/list',
      data: {
        title: 'Our phrases',
        lead,
        hasLead: lead !== '',
        count,
        rows: shown.map((phrase) => rowOf(parts, phrase)),
        actions: [
          { label: 'Add a phrase', verb: 'phrases.start', data: {} },
          ...(page < last ? [{ label: 'Older phrases', verb: 'phrases.list', data: { page: page + 1 } }] : []),
          ...(page > 0 ? [{ label: 'Newer phrases', verb: 'phrases.list', data: { page: page - 1 } }] : []),
          ...(parts.partnership.review.keepUnanswered
            ? [{ label: 'What I didn’t understand', verb: 'phrases.unanswered', data: {} }]
            : []),
        ],
      },
      summary: [
        lead,
        count,
        ...shown.map(
          ({ text, intent }) => `${inQuotes(text)} means ${inQuotes(meaning(intent, parts.framework.terms))}.`,
        ),
      ]
        .filter((part) => part !== '')
        .join(' '),
      sensitivity: 'restricted',
      options: shown.map(takeBack),
    };
  };
}

function countInWords(count: number): string {
  if (count === 0) return 'Nobody has added a phrase yet.';
  return `${count === 1 ? '1 phrase has' : `${count} phrases have`} been added, of at most ${MOST_PHRASES}.`;
}

function rowOf(parts: Parts, phrase: Phrase) {
  const by = parts.colleagues.get(phrase.addedBy)?.displayName ?? 'somebody who has left the list of people';
  const day = longDate(londonDate(Temporal.Instant.from(phrase.at)).toString());
  return {
    text: inQuotes(phrase.text),
    meaning: `means ${meantInWords(phrase, parts.framework.terms)}`,
    added: `Added by ${by}, ${day}`,
    action: { ...takeBack(phrase) },
  };
}

function takeBack({ number, text }: Phrase): Option {
  return { label: `Take back ${inQuotes(text, 50)}`, verb: 'phrases.start-forget', data: { number } };
}
