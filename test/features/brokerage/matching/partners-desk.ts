import type { Answer } from '../../../../src/core/reply.ts';
import type { JsonObject } from '../../../../src/core/store.ts';
import { leftOf, Offer, OfferId, offerWrite, readOffer } from '../../../../src/features/support/index.ts';
import type { Bot } from '../../../harness/bot.ts';
import { PRIYA_NORTH } from '../desk.ts';

export const HOLLIN_OFFER = OfferId.parse('demo-hollin-lane-reading');

export const ASK_HOLLIN = (request: string): JsonObject => ({ request, offer: HOLLIN_OFFER });

export const NEUTRAL = 'Another school would be glad of help with phonics.';

/** Priya asks Hollin Lane for four of its six half-days, unless told otherwise. */
export function propose(bot: Bot, request: string, changes: JsonObject = {}, by = PRIYA_NORTH): Promise<Answer> {
  return bot.press(by, 'brokerage.propose', { ...ASK_HOLLIN(request), halfDays: '4', text: NEUTRAL, ...changes });
}

export async function offerNow(bot: Bot, id: string = HOLLIN_OFFER): Promise<Offer> {
  const held = await readOffer(bot.store, OfferId.parse(id));
  if (!held) throw new Error(`No offer ${id}`);
  return held.offer;
}

export async function leftOfOffer(bot: Bot, id: string = HOLLIN_OFFER): Promise<number> {
  const offer = await offerNow(bot, id);
  return leftOf(offer.halfDays, offer.holds);
}

/** One more offer: of phonics, for primary schools, with four half-days, unless told otherwise. */
export async function addOffer(
  bot: Bot,
  offer: { readonly id: string; readonly school: string; readonly name: string; readonly changes?: JsonObject },
): Promise<void> {
  const body = Offer.parse({
    v: 1,
    id: offer.id,
    state: 'live',
    school: offer.school,
    schoolName: offer.name,
    focuses: ['phonics'],
    phases: ['primary'],
    who: 'A class teacher',
    halfDays: 4,
    from: '2026-09-01',
    to: '2027-08-31',
    conditions: '',
    offeredBy: { person: 'somebody', name: 'Somebody' },
    offeredAt: '2026-09-01T08:00:00.000Z',
    ...offer.changes,
  });
  await bot.store.commit([offerWrite(body, 'any')]);
}
