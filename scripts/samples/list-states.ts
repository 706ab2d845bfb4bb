import {
  actionPlanWrite,
  heldVisits,
  LAST_YEAR,
  levelWrite,
  personOf,
  schoolWrite,
  visitsWrite,
  waitingWrite,
} from '../../test/harness/records.ts';
import { openWorld, type World } from '../../test/harness/world.ts';
import type { Collector } from './collect.ts';
import { HOSTILE } from './hostile.ts';

const NAMES = [
  'alder',
  'birch',
  'cedar',
  'damson',
  'elder',
  'fir',
  'gorse',
  'hazel',
  'ivy',
  'juniper',
  'st-wilfrid-and-the-holy-family-of-nazareth-catholic-voluntary-aided-primary',
];

/** Lists of schools, what waits, and challenges on their way. */
export async function listStates({ add }: Collector): Promise<void> {
  const demo = await openWorld({ demo: true });
  const list = (viewer: string, by: string, levels: readonly string[] = [], page = 0) =>
    demo.run(viewer, 'categories.caseload', { by, levels, page });
  await add('an adviser’s schools by category', list('adviser-north', 'level'));
  await add('all schools by category, with more to come', list('head-of-service', 'level'));
  await add('the last page', list('head-of-service', 'level', [], 1));
  await add('visits still owed', list('adviser-north', 'owed'));
  await add('longest since a visit', list('adviser-south', 'last_visit'));
  await add('one category', list('head-of-service', 'level', ['4', '5']));
  await add('none fits', list('adviser-south', 'level', ['5']));
  await add('one waiting', demo.run('adviser-north', 'categories.pending', {}));
  await add('none waiting', demo.run('adviser-south', 'categories.pending', {}));
  await add('nothing on record to come', demo.run('head-hollin-lane', 'categories.ahead', {}));
  await add('a visit to come', demo.run('head-northcliffe', 'categories.ahead', {}));

  const many = await openWorld({
    people: [personOf('adviser', [['adviser', 'area:north']])],
    records: NAMES.flatMap((name, index) => [
      schoolWrite(name, { area: 'north', ...(index === 1 ? { name: HOSTILE } : {}) }),
      levelWrite(name, String((index % 5) + 1)),
      heldVisits(name, index),
      visitsWrite(name, ['2026-07-01 held'], LAST_YEAR),
      waitingWrite(name, String(((index + 1) % 5) + 1), index % 2 === 0 ? 'ratified' : 'proposed'),
      ...(index % 5 === 4 ? [actionPlanWrite(name, { statedHalfDays: 12 })] : []),
    ]),
  });
  await add(
    'eleven schools, one with words that try to be obeyed',
    many.run('adviser', 'categories.caseload', { by: 'level', levels: [], page: 0 }),
  );
  await add('eleven waiting', many.run('adviser', 'categories.pending', {}));
  await challenges({ add });
}

async function challenges({ add }: Pick<Collector, 'add'>): Promise<void> {
  const demo = await openWorld({ demo: true });
  const start = (more: Record<string, string> = {}) =>
    demo.run('head-northcliffe', 'categories.start-challenge', { school: 'northcliffe', ...more });
  await add('empty', start());
  await add(
    'a review, begun in words',
    start({ kind: 'review', text: 'We’d like somebody independent to look at the category again, please.' }),
  );
  await add('words that try to be obeyed', start({ text: HOSTILE }));
  const open = (viewer: string, text: string) =>
    demo.run(viewer, 'categories.challenge', { school: 'northcliffe', ref: 'form', kind: 'factual_accuracy', text });
  await add(
    'sent to the adviser',
    open('head-northcliffe', 'The deputy has been the substantive head since September.'),
  );
  await add(
    'raised by the adviser, sent to the head of service',
    open('adviser-north', 'The visit in October was two half-days.'),
  );
  await add('words that try to be obeyed', open('chair-northcliffe', HOSTILE));
  const notices = await demo.store.query({
    type: 'outbox',
    where: [{ field: 'kind', eq: 'notice' }],
    orderBy: { field: 'to', direction: 'ascending' },
  });
  for (const [index, { body }] of notices.items.entries()) {
    if (typeof body.card !== 'string' || typeof body.data !== 'object') throw new Error('A notice has no card');
    await add(`notice ${index + 1}`, { card: body.card, data: body.data as never, summary: '' });
  }
  await add('a challenge waiting and visits to come', demo.run('adviser-north', 'categories.ahead', {}));
  await outcomes({ add }, demo);
}

async function outcomes({ add }: Pick<Collector, 'add'>, demo: World): Promise<void> {
  const show = (viewer: string, school: string, about = 'challenges') =>
    demo.run(viewer, 'categories.challenges', { school, about });
  await add('several open, as the school sees them', show('head-northcliffe', 'northcliffe'));
  await add('several open, as the adviser does', show('adviser-north', 'northcliffe'));
  await add('none, and when the check of facts closed', show('head-hollin-lane', 'hollin-lane', 'accuracy'));
  const [held] = (
    await demo.store.query({ type: 'challenge', where: [{ field: 'raised.person', eq: 'chair-northcliffe' }] })
  ).items;
  const about = { school: 'northcliffe', challenge: String(held?.body.id) };
  await add('words that try to be obeyed', demo.run('adviser-north', 'categories.start-outcome', about));
  const settle = demo.run('adviser-north', 'categories.outcome', { ...about, outcome: 'upheld', text: HOSTILE });
  await add('settled in words that try to be obeyed', settle);
  const review = { school: 'northcliffe', ref: 'form', kind: 'review', text: 'Please look at it again.' };
  await demo.run('head-northcliffe', 'categories.challenge', review);
  const [again] = (await demo.store.query({ type: 'challenge', where: [{ field: 'kind', eq: 'review' }] })).items;
  const its = { school: 'northcliffe', challenge: String(again?.body.id) };
  await add('a review, which the adviser may only answer', demo.run('adviser-north', 'categories.start-outcome', its));
  await add('a change from last year', demo.run('head-northcliffe', 'categories.history', { school: 'northcliffe' }));
  const since = { school: 'northcliffe', from: '2019-01-01', to: '2019-12-31' };
  await add('before anything is on record', demo.run('head-northcliffe', 'categories.history', since));
}
