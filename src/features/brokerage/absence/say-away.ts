import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { absenceWrite, readAbsence, type SupportParts } from '../../support/index.ts';
import { STAYS, showCover, whoCovers } from './cover.ts';
import { daysInWords, joined } from './days-in-words.ts';
import { oneWhoServes } from './serves.ts';

const said = z.string().max(40).optional();
export const StartAway = z.strictObject({ from: said, to: said, problem: z.string().max(300).optional() });
export const Away = z.strictObject({ from: said, to: said });

/** Shows the days and who is asked meanwhile. Nothing changes until the button is pressed. */
export function startAway(parts: SupportParts) {
  return async (wanted: z.infer<typeof StartAway>, asking: Asking): Promise<Reply> => {
    const person = oneWhoServes(asking);
    const { from = '', to = '', problem = '' } = wanted;
    const lead = [...(await whoCovers(parts, person, asking)), STAYS, 'Nothing changes until you press the button.'];
    return {
      card: 'brokerage/away',
      data: { problem, hasProblem: problem !== '', paragraphs: lead.map((text) => ({ text })), from, to_day: to },
      summary: [problem, 'When are you away?', ...lead].filter((part) => part !== '').join(' '),
      sensitivity: 'restricted',
    };
  };
}

/** More than a year ahead is a slip of the pen. */
const LONGEST_DAYS = 366;
const MOST_TIMES = 20;
const TRIES = 5;

/** Notes the days. Those said before stay; days that overlap become one absence. */
export function setAway(parts: SupportParts) {
  const askAgain = startAway(parts);
  const show = showCover(parts);
  return async (wanted: z.infer<typeof Away>, asking: Asking): Promise<Reply> => {
    oneWhoServes(asking);
    const days = daysOf(wanted, asking.today);
    if (typeof days === 'string') return askAgain({ ...wanted, problem: days }, asking);
    await change(parts, asking, (away) => joined([...away, days]));
    return show({}, asking, `Noted: you are away ${daysInWords(days)}.`);
  };
}

export const Back = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

/** Takes one absence away, so that requests are sent to them again. */
export function comeBack(parts: SupportParts) {
  const show = showCover(parts);
  return async (wanted: z.infer<typeof Back>, asking: Asking): Promise<Reply> => {
    await change(parts, asking, (away) => {
      const left = away.filter(({ from, to }) => from !== wanted.from || to !== wanted.to);
      if (left.length < away.length) return left;
      throw new Refusal('already_done', 'You are not down as away then. Nothing has changed just now.');
    });
    return show({}, asking, `Noted: you are not away ${daysInWords(wanted)}.`);
  };
}

type Days = { readonly from: string; readonly to: string };

async function change(parts: SupportParts, asking: Asking, next: (away: readonly Days[]) => readonly Days[]) {
  const person = oneWhoServes(asking);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const held = await readAbsence(parts.store, person.id);
    const away = next(held.away);
    if (away.length > MOST_TIMES) {
      throw new Refusal('invalid_input', `I can keep ${MOST_TIMES} times away at once. Nothing has changed just now.`);
    }
    const write = absenceWrite(person.id, held, away, asking.today);
    if (!write || (await parts.store.commit([write])).outcome === 'committed') return;
  }
  throw new Refusal('out_of_date', 'That was changed from somewhere else at the same moment. Please look again.');
}

/** The days, or what is the matter with them. One day alone is both first and last. */
function daysOf(wanted: z.infer<typeof Away>, today: Temporal.PlainDate): Days | string {
  const read = z.iso.date().safeParse(wanted.from === '' || wanted.from === undefined ? wanted.to : wanted.from);
  const last = z.iso.date().safeParse(wanted.to === '' || wanted.to === undefined ? wanted.from : wanted.to);
  if (!read.success || !last.success) return 'Please give the first and the last day.';
  const [from, to] = [read.data, last.data];
  if (to < from) return 'The last day is before the first. Please check them.';
  if (to < today.toString()) return 'Those days have passed. Please check them.';
  const length = today.until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
  return length > LONGEST_DAYS ? 'That is more than a year ahead. Please check the days.' : { from, to };
}
