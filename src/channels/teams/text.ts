import { z } from 'zod';
import type { Activity } from './activity.ts';

const Mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
});

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The words somebody typed: without the mention by which a group addresses the bot, with other people's mentions as their
 * plain names, and with HTML entities decoded once. Anything else in angle brackets is the person's own and stays.
 */
export function wordsOf(activity: Activity): string {
  let text = activity.text ?? '';
  for (const entity of activity.entities ?? []) {
    const mention = Mention.safeParse(entity);
    if (!mention.success) continue;
    const { mentioned, text: marked } = mention.data;
    const plain = mentioned.id === activity.recipient.id ? ' ' : (mentioned.name ?? marked);
    text = text.replaceAll(marked, () => plain);
  }
  text = text.replace(/<at(?: [^>]*)?>(.*?)<\/at>/gs, '$1');
  return decode(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
