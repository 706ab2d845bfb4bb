import { z } from 'zod';
import type { Asking, Option, Reply } from '../../../core/feature.ts';
import type { Person } from '../../../core/people.ts';
import { listed } from '../../../core/wording.ts';
import { findCover, readAbsence, type SupportParts, view, whyThem } from '../../support/index.ts';
import { daysInWords } from './days-in-words.ts';
import { oneWhoServes } from './serves.ts';

export const Cover = z.strictObject({});

/** When the asker is away, and who is asked in their place. */
export function showCover(parts: SupportParts) {
  return async (_: z.infer<typeof Cover>, asking: Asking, lead = ''): Promise<Reply> => {
    const person = oneWhoServes(asking);
    const { away } = await readAbsence(parts.store, person.id);
    const ahead = away.filter(({ to }) => to >= asking.today.toString());
    const when = ahead.length === 0 ? 'You are not down as away.' : `You are away ${listed(ahead.map(daysInWords))}.`;
    const back = ahead.map(
      (days): Option => ({
        label: `I’m not away ${daysInWords(days)}`,
        verb: 'brokerage.back',
        data: days,
      }),
    );
    return view({
      title: 'While you are away',
      paragraphs: [...(lead === '' ? [] : [lead]), when, ...(await whoCovers(parts, person, asking)), STAYS],
      options: [
        ...back,
        { label: 'I’ll be away', verb: 'brokerage.away', data: {} },
        { label: 'What I have', verb: 'support.list', data: { which: 'owned' } },
      ],
    });
  };
}

/** "New requests from 7 of your schools go to …, because …." A school that has nobody nearer is told with the others. */
export async function whoCovers(parts: SupportParts, person: Person, asking: Asking): Promise<readonly string[]> {
  const cover = await findCover(parts, person, asking.today);
  return cover.map(({ routed, schools }) => {
    const from = schools === 1 ? 'one of your schools' : `${schools} of your schools`;
    return routed.names.length === 0
      ? `There is nobody on record to take new requests from ${from}.`
      : `New requests from ${from} go to ${listed(routed.names, 'or')}, ${whyThem(routed)}.`;
  });
}

export const STAYS = 'Requests you have stay with you; you can pass any of them to a colleague.';
