import { describe, expect, it } from 'vitest';
import { PersonId } from '../../../src/core/ids.ts';
import { School } from '../../../src/core/school.ts';
import type { Store } from '../../../src/core/store.ts';
import { schoolRef } from '../../../src/importing/schools/school-book.ts';
import {
  bodiesOf,
  changedSample,
  everythingIn,
  importInto,
  openMemory,
  sample,
  schoolByUrn,
  withSampleSchools,
} from '../support/importing.ts';

async function change(store: Store, urn: string, changes: Partial<School>): Promise<void> {
  const school = School.parse({ ...(await schoolByUrn(store, urn)), ...changes });
  await store.commit([{ kind: 'put', ref: schoolRef(school.id), type: 'school', body: school, guard: 'any' }]);
}

describe('importing the register', () => {
  it('gives each school an identity made from the URN it is first met with', async () => {
    const store = openMemory();
    const { parts, outcome, written } = await importInto(store, { gias: sample('register-2023.csv') });
    expect(parts.register?.taken).toEqual({
      changes: { new: 13, changed: 0, unchanged: 0 },
      open: 9,
      closed: 4,
      former: 0,
    });
    expect({ outcome, written }).toEqual({ outcome: 'written', written: { committed: 14, conflicts: [] } });
    expect((await schoolByUrn(store, '990106'))?.id).toBe('school-990106');
  });

  it('changes nothing the second time, and writes nothing, not even that it ran', async () => {
    const store = await withSampleSchools();
    const before = await everythingIn(store);
    const { parts, outcome, written } = await importInto(store, { gias: sample('register-2025.csv') });
    expect(parts.register?.taken.changes).toEqual({ new: 0, changed: 0, unchanged: 13 });
    expect({ outcome, written }).toEqual({ outcome: 'nothing_changed', written: { committed: 0, conflicts: [] } });
    expect(await everythingIn(store)).toBe(before);
  });

  it('writes only the school that changed, and tells running bots', async () => {
    const store = await withSampleSchools();
    const mark = await store.get({ partition: 'register', id: 'version' });
    const gias = changedSample('register-2023.csv', { 'Old Mill Primary School': 'Old Mill Community Primary School' });
    const { parts, written } = await importInto(store, { gias });
    expect(parts.register?.taken.changes).toEqual({ new: 0, changed: 1, unchanged: 12 });
    expect(written.committed).toBe(1);
    expect((await schoolByUrn(store, '990106'))?.name).toBe('Old Mill Community Primary School');
    expect((await store.get({ partition: 'register', id: 'version' }))?.etag).not.toBe(mark?.etag);
  });

  it('never reads a headteacher’s name or job title into the store', async () => {
    const store = openMemory();
    const files = { gias: sample('register-2023.csv'), links: sample('links.csv') };
    await importInto(store, files, { allTypes: true });
    const everything = await everythingIn(store);
    expect(everything).toContain('Old Mill Primary School');
    expect(everything).not.toMatch(/sentinel|headname|"Dr"/i);
  });

  it('keeps what only the partnership knows: area, adviser and the names people use', async () => {
    const store = await withSampleSchools();
    const own = { area: 'north', adviser: PersonId.parse('adviser-north'), aliases: ['Old Mill'] };
    await change(store, '990106', own);
    const gias = changedSample('register-2023.csv', { 'Old Mill Primary School': 'Old Mill Primary' });
    await importInto(store, { gias });
    expect(await schoolByUrn(store, '990106')).toMatchObject({ name: 'Old Mill Primary', ...own });
  });

  it('keeps a fact that a newer file has no column for, and drops one whose cell is blank now', async () => {
    const store = await withSampleSchools();
    const gias = changedSample('register-2023.csv', { 'Trusts (name)': 'Trusts', 'CB1 1AA': '' });
    await importInto(store, { gias });
    expect((await schoolByUrn(store, '990201'))?.trust).toBe('THE CALDER LEARNING TRUST');
    expect((await schoolByUrn(store, '990101'))?.postcode).toBeUndefined();
  });

  it('leaves schools alone that the file does not list', async () => {
    const store = await withSampleSchools();
    await importInto(store, { gias: sample('register-2023.csv') }, { la: '998' });
    expect(await bodiesOf(store, 'school')).toHaveLength(13);
  });

  it('works on a store that takes commits one at a time only', async () => {
    const { commitMany: _, ...plain } = openMemory();
    const { written } = await importInto(plain, { gias: sample('register-2023.csv') });
    expect(written.committed).toBe(14);
    expect(await bodiesOf(plain, 'school')).toHaveLength(13);
  });

  it('leaves alone a school that somebody changes while it runs, and says so', async () => {
    const store = await withSampleSchools();
    const gias = changedSample('register-2023.csv', { 'Old Mill Primary School': 'Old Mill Primary' });
    const commitMany: Store['commitMany'] = async (batches) => {
      await change(store, '990106', { area: 'north' });
      return store.commitMany?.(batches) ?? [];
    };
    const { written } = await importInto({ ...store, commitMany }, { gias });
    expect(written.conflicts).toEqual(['school:school-990106']);
    expect(await schoolByUrn(store, '990106')).toMatchObject({ name: 'Old Mill Primary School', area: 'north' });
  });
});
