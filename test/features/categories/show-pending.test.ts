import { beforeAll, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import type { Reply } from '../../../src/core/feature.ts';
import { levelWrite, personOf, schoolWrite, waitingWrite } from '../../harness/records.ts';
import { openWorld, refusalOf, type World } from '../../harness/world.ts';

const PEOPLE = [
  personOf('adviser', [['adviser', 'area:north']]),
  personOf('adviser-south', [['adviser', 'area:south']]),
  personOf('service', [['head_of_service', 'authority']]),
  personOf('head', [['headteacher', 'school:alder']]),
  personOf('chair', [['chair_of_governors', 'school:alder']]),
  personOf('officer', [['officer', 'authority']]),
  personOf('group', [['review_group_member', 'review_group:primary-north']]),
];

const NORTH = Array.from({ length: 20 }, (_, index) => `school-${String(index).padStart(2, '0')}`);

let world: World;
beforeAll(async () => {
  world = await openWorld({
    people: PEOPLE,
    records: [
      schoolWrite('alder', { area: 'north' }),
      levelWrite('alder', '2'),
      waitingWrite('alder', '4'),
      schoolWrite('birch', { area: 'south' }),
      ...NORTH.flatMap((id, index) => [
        schoolWrite(id, { area: 'north' }),
        ...(index < 10 ? [waitingWrite(id, '3', 'proposed')] : []),
      ]),
    ],
  });
});

const pending = (viewer: string | undefined, page = 0) => world.run(viewer, 'categories.pending', { page });
const rowsOf = (reply: Reply) => reply.data.rows as unknown as { name: string; level: string; state: string }[];

describe('What is proposed and not yet shared', () => {
  it('is shown to those who propose and ratify, with who decided and when', async () => {
    expect(rowsOf(await pending('adviser'))[0]).toMatchObject({
      name: 'Alder School',
      level: 'Category 4',
      state: 'Ratified 1 October 2026 by Somebody',
    });
    expect(rowsOf(await pending('service'))[1]).toMatchObject({ state: 'Proposed 1 October 2026 by Somebody' });
  });

  it.each(['head', 'chair', 'officer', 'group', undefined])('is refused to %s', async (viewer) => {
    expect((await refusalOf(pending(viewer))).sentence).toBe(NOT_YOURS_TO_KNOW);
  });

  it('is none where none waits, said plainly', async () => {
    const reply = await pending('adviser-south');
    expect(reply.summary).toBe('Nothing is waiting: every category on record has been shared with its school.');
    expect(rowsOf(reply)).toEqual([]);
  });

  it('is told in words too', async () => {
    expect((await pending('adviser')).summary).toMatch(
      /^Not yet shared with the school: Alder School \(Category 4\), .* and 3 more\.$/,
    );
  });

  it('is turned page by page, and loses none', async () => {
    const pages = [await pending('adviser', 0), await pending('adviser', 1)];
    expect(pages.flatMap(rowsOf)).toHaveLength(11);
    expect(new Set(pages.flatMap(rowsOf).map((row) => row.name)).size).toBe(11);
    expect(pages.map((page) => page.data.hasMore)).toEqual([true, false]);
  });

  it('is written to the audit trail school by school', async () => {
    const { disclosures = [] } = await pending('adviser');
    expect(disclosures[0]).toEqual({ school: 'alder', outcome: 'disclosed', what: 'pending level' });
    expect(disclosures).toHaveLength(8);
  });

  it('rests on the school’s own record: a school given to another adviser a moment ago is not shown', async () => {
    await world.store.commit([schoolWrite('alder', { area: 'south' })]);
    expect(rowsOf(await pending('adviser')).map((row) => row.name)).not.toContain('Alder School');
  });
});
