import { Offer, offerWrite } from '../../src/features/support/index.ts';
import { PHONICS } from '../../test/features/brokerage/desk.ts';
import { openWorld } from '../../test/harness/world.ts';
import type { Collector } from './collect.ts';

const ADVISER = 'adviser-north';
const HEAD = 'head-northcliffe';
const ASKED = 'head-hollin-lane';
const OFFER = 'demo-hollin-lane-reading';

/** Looking for a partner, asking one, and what they answer. */
export async function partnerStates({ add }: Collector): Promise<void> {
  const demo = await openWorld({ demo: true });
  const send = async (number: number, changes: object = {}) => {
    const form = { ...PHONICS, form: `form-${number}`, asWell: true, ...changes };
    const { summary } = await demo.run(HEAD, 'support.submit', form);
    const request = /SR-\d{4}-\d{4}/.exec(summary)?.[0];
    if (!request) throw new Error(`Not sent: ${summary}`);
    await demo.run(ADVISER, 'brokerage.accept', { request });
    return request;
  };
  await add('nothing needs a partner', demo.run(ADVISER, 'brokerage.unmatched', {}));
  const first = await send(1);
  await add('one fits', demo.run(ADVISER, 'brokerage.look', { request: first }));
  const none = await send(2, { focus: 'governance', outcome: 'A clearer plan for the governing body.' });
  await add('none fits', demo.run(ADVISER, 'brokerage.look', { request: none }));
  await add('two requests, one of them without a fit', demo.run(ADVISER, 'brokerage.unmatched', {}));

  await add(
    'half-days and words filled in',
    demo.run(ADVISER, 'brokerage.start-propose', { request: first, offer: OFFER }),
  );
  await demo.run(ADVISER, 'brokerage.propose', {
    request: first,
    offer: OFFER,
    halfDays: '4',
    text: 'Another school would be glad of help with phonics: coaching, 4 January 2027 to 12 February 2027. Your offer in the directory fits what they need.',
  });
  await add('asked', demo.run(ASKED, 'support.show', { request: first }));
  const answer = { request: first, proposal: 1 };
  await add('not this time', demo.run(ASKED, 'brokerage.start-refuse', { ...answer, why: 'no' }));
  await add('a conflict of interest', demo.run(ASKED, 'brokerage.start-refuse', { ...answer, why: 'conflict' }));
  await add('wait no longer', demo.run(ADVISER, 'brokerage.start-take-back', { request: first }));

  for (let n = 1; n <= 12; n += 1) await demo.store.commit([offerWrite(anOffer(n), 'any')]);
  const many = await send(3, { focus: 'maths', outcome: 'Mathematics that sticks.' });
  await add('the first of many', demo.run(ADVISER, 'brokerage.look', { request: many }));
  await add('the last of many', demo.run(ADVISER, 'brokerage.partners', { request: many, page: 3 }));
  for (let n = 4; n <= 12; n += 1) await send(n, { focus: 'maths', outcome: 'Mathematics that sticks.' });
  await add('many', demo.run(ADVISER, 'brokerage.unmatched', {}));
  await add('the rest of many', demo.run('head-of-service', 'brokerage.unmatched', { page: 2 }));
}

const SCHOOLS = [
  ['stonepit', 'Stonepit Junior School'],
  ['beckwith', 'Beckwith High School'],
  ['quarrydale', 'Quarrydale Academy'],
  ['moorbank', 'Moorbank Infant School'],
] as const;

function anOffer(n: number): Offer {
  const [school, schoolName] = SCHOOLS[n % SCHOOLS.length] ?? SCHOOLS[0];
  return Offer.parse({
    v: 1,
    id: `sample-${n}`,
    state: n % 5 === 0 ? 'paused' : 'live',
    school,
    schoolName,
    focuses: ['maths'],
    phases: n % 3 === 0 ? ['secondary'] : ['primary'],
    who: 'Our mathematics lead',
    halfDays: (n % 4) + 1,
    from: '2026-09-01',
    to: n % 7 === 0 ? '2026-12-18' : '2027-08-31',
    conditions: '',
    offeredBy: { person: 'somebody', name: 'Somebody' },
    offeredAt: '2026-09-01T08:00:00.000Z',
  });
}
