import { londonDate } from '../../../core/clock.ts';
import type { ReminderRow, SaysNow, StillDue, Told } from '../../../core/outbox.ts';
import { readPerson } from '../../../core/read-person.ts';
import type { Parts } from '../parts.ts';
import { readHistory, readRequestIn } from '../records.ts';
import { settledChannelCard } from '../routing/channel-card.ts';
import type { SupportRequest } from '../schema.ts';
import { type Hat, hatsOf, mayRead } from '../states/hats.ts';
import { requestView, whereItIsView } from '../views/request-view.ts';
import { view } from '../views/view.ts';
import { whereItIs } from '../views/words.ts';
import { REASON } from './telling.ts';

/** Cards that ask somebody to act: kept up to date while they do. Others are a record of the day, and stay as they are. */
export const ASKS: readonly string[] = [REASON.wanted, REASON.nudge, REASON.channel];

/**
 * What a card about a request says now that the request has moved on. One that still holds, and whose buttons all work, stays
 * as it was; otherwise it says who has it, to those who may know that, and never keeps a button that would do nothing.
 */
export function cardSaysNow(parts: Parts, stillDue: StillDue): SaysNow {
  return async (row, now) => {
    const still = await stillDue(row, now);
    if (row.place) return channelSays(parts, row, still);
    if (still) return ASKS.includes(row.reason) || !offersAll(still, row) ? still : undefined;
    const held = await readRequestIn(parts.store, row.about.partition);
    const person = await readPerson(parts.store, row.to);
    if (!held || !person) return noLongerYours();
    const { request } = held;
    const hats = hatsOf(request, person, londonDate(now));
    if (mayRead(hats)) {
      const shown = { request, history: await readHistory(parts.store, request), hats };
      const current = requestView(parts, shown, [leadFor(request, hats)]);
      return hasButtons(row) && offersAll(current, row) ? undefined : current;
    }
    if (hats.has('was_in_line')) return whereItIsView(request);
    return hasButtons(row) ? noLongerYours() : undefined;
  };
}

/** Asks for somebody while anybody is needed, again when it was handed back; and is quiet in between. */
async function channelSays(parts: Parts, row: ReminderRow, still: Told | undefined): Promise<Told | undefined> {
  if ((still !== undefined) === hasButtons(row)) return undefined;
  const held = await readRequestIn(parts.store, row.about.partition);
  return still ?? (held && settledChannelCard(held.request));
}

/** Something can be pressed on the card it became. */
export function hasButtons({ offered = [] }: ReminderRow): boolean {
  return offered.length > 0;
}

/** Whatever the card let somebody press, they still may. */
function offersAll({ options = [] }: Told, { offered = [] }: ReminderRow): boolean {
  return offered.every((verb) => options.some((option) => option.verb === verb));
}

function leadFor(request: SupportRequest, hats: ReadonlySet<Hat>): string {
  return request.open && hats.has('owner') ? 'You have this one.' : whereItIs(request);
}

/** For somebody who was asked and may know nothing more, or whose role has ended: not even what it was about. */
function noLongerYours(): Told {
  return view({
    title: 'This is no longer waiting for you',
    paragraphs: [
      'What was asked of you here has been settled, or is with somebody else. There is nothing you need do.',
    ],
  });
}
