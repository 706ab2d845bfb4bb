import { beforeAll, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { personOf, schoolWrite, visitsWrite } from '../../harness/records.ts';
import { londonMorning, openWorld, refusalOf, type World } from '../../harness/world.ts';

const PEOPLE = [
  personOf('head', [['headteacher', 'school:alder']]),
  personOf('deputy', [['deputy_headteacher', 'school:alder']]),
  personOf('adviser', [['adviser', 'area:north']]),
  personOf('group', [['review_group_member', 'review_group:primary-north']]),
];
const SCHOOLS = ['alder', 'birch', 'cedar', 'damson', 'elder', 'fir', 'gorse', 'hazel'];

let world: World;
beforeAll(async () => {
  world = await openWorld({
    people: PEOPLE,
    records: [
      ...SCHOOLS.map((id) => schoolWrite(id, { area: 'north' })),
      visitsWrite('alder', ['2026-11-17 planned', '2026-11-20 planned', '2026-11-25 planned joint_review_group']),
      ...SCHOOLS.slice(1).map((id, index) => visitsWrite(id, [`2026-12-0${index + 1} planned`])),
    ],
  });
});

const ahead = (viewer: string | undefined) => world.run(viewer, 'categories.ahead', {});

describe('What waits and what is coming', () => {
  it('is nothing but what is still to come, the nearest first', async () => {
    const reply = await ahead('head');
    expect(reply.data.coming).toEqual([
      { title: 'Friday 20 November 2026', detail: 'Visit to Alder School' },
      { title: 'Wednesday 25 November 2026', detail: 'Visit to Alder School' },
    ]);
    expect(reply.summary).toBe('0 waiting, and 2 planned visits.');
  });

  it('has a challenge on it until somebody closes it, and says whom it waits for', async () => {
    await world.run('head', 'categories.challenge', {
      school: 'alder',
      ref: 'f',
      kind: 'review',
      text: 'Please look again.',
    });
    const row = {
      title: 'Request for a review: Alder School',
      school: 'alder',
      open: 'Open number 1: Request for a review: Alder School',
    };
    expect((await ahead('head')).data.waiting).toEqual([{ ...row, detail: 'Raised 18 November 2026 by Head' }]);
    expect((await ahead('adviser')).data.waiting).toEqual([
      { ...row, detail: 'Raised 18 November 2026 by Head, and waiting for you' },
    ]);
  });

  it('tells a member of the review group of visits, and of no challenge and no joint review group', async () => {
    const reply = await ahead('group');
    expect(reply.data.hasWaiting).toBe(false);
    expect(JSON.stringify(reply)).not.toContain('25 November');
    expect(JSON.stringify(reply)).toContain('20 November');
  });

  it('counts what there is no room for, and writes down only what was shown', async () => {
    const reply = await ahead('adviser');
    expect(reply.data.coming).toHaveLength(6);
    expect(reply.data.moreComing).toBe('and 3 more');
    expect(reply.disclosures?.map((each) => each.school)).toEqual(['alder', 'birch', 'cedar', 'damson', 'elder']);
  });

  it('looks beyond the end of the school year', async () => {
    const summer = await openWorld({
      at: londonMorning('2026-07-15'),
      people: PEOPLE,
      records: [schoolWrite('alder'), visitsWrite('alder', ['2026-09-09 planned'])],
    });
    expect((await summer.run('head', 'categories.ahead', {})).data.coming).toEqual([
      { title: 'Wednesday 9 September 2026', detail: 'Visit to Alder School' },
    ]);
  });

  it.each(['deputy', undefined])('is refused to %s', async (viewer) => {
    expect((await refusalOf(ahead(viewer))).sentence).toBe(NOT_YOURS_TO_KNOW);
  });
});
