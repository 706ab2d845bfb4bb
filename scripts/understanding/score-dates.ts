import type { Heard } from '../../src/core/intent.ts';
import type { Labelled } from './score.ts';

/**
 * Whether a labelled date phrase was read as labelled. Right when one mention has every labelled part: `date` as its first or
 * last day, `date_from` as its first, `date_to` as its last, `time` as its time; where only the phrase is labelled, when some
 * mention covers it. `undefined`: the message has no `date_text`.
 */
export function scoreDate(labelled: Labelled, asks: readonly Heard[]): boolean | undefined {
  const wanted = labelled.entities ?? {};
  const text = wanted.date_text;
  if (typeof text !== 'string') return undefined;
  const mentions = asks.flatMap((ask) => ask.entities.dates);
  const said = (key: string) => (typeof wanted[key] === 'string' ? (wanted[key] as string) : undefined);
  const [date, from, to, time] = [said('date'), said('date_from'), said('date_to'), said('time')];
  if (!date && !from && !to) return mentions.some((mention) => overlaps(mention.text, text));
  return mentions.some(
    (mention) =>
      (!date || mention.from === date || mention.to === date) &&
      (!from || mention.from === from) &&
      (!to || mention.to === to) &&
      (!time || time === mention.time || time === `${mention.time}-${mention.timeTo}`),
  );
}

function overlaps(mention: string, text: string): boolean {
  const [a, b] = [mention.toLowerCase(), text.toLowerCase()];
  return a.includes(b) || b.includes(a);
}
