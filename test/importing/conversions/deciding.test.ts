import { beforeEach, describe, expect, it } from 'vitest';
import { conversionRef, schoolMovedRef } from '../../../src/core/conversion.ts';
import { PersonId, SchoolId } from '../../../src/core/ids.ts';
import { inspectionRef } from '../../../src/core/inspection.ts';
import { emailRef, personRef } from '../../../src/core/linking.ts';
import { type Grant, Person } from '../../../src/core/people.ts';
import type { JsonObject, Store } from '../../../src/core/store.ts';
import { confirmConversion, declineConversion } from '../../../src/importing/conversions/decide-conversion.ts';
import { schoolRef } from '../../../src/importing/schools/school-book.ts';
import { openRegister } from '../../../src/register/live-register.ts';
import { importInto, NOW, openMemory, sample, schoolByUrn } from '../support/importing.ts';

const FILES = {
  gias: sample('register-2023.csv'),
  links: sample('links.csv'),
  ofsted: sample('ofsted_latest_inspections_as_at_28_Feb_2026.csv'),
};
const OLD = SchoolId.parse('school-990101');
const NEW = SchoolId.parse('school-990201');

let store: Store;
beforeEach(async () => {
  store = openMemory();
  await importInto(store, FILES);
  await addPerson('officer', [{ role: 'officer', scope: { type: 'authority' }, from: '2026-09-01' }]);
});

async function addPerson(id: string, grants: readonly Grant[]): Promise<void> {
  const email = `${id}@calderbrook.example`;
  const person = Person.parse({ v: 1, id, displayName: id, email, grants });
  await put(personRef(person.id), 'person', person);
  await put(emailRef(email), 'email-link', { v: 1, person: id });
}

async function put(ref: { partition: string; id: string }, type: string, body: JsonObject): Promise<void> {
  await store.commit([{ kind: 'put', ref, type, body, guard: 'any' }]);
}

const deciding = (changes: object = {}) => ({
  store,
  proposal: '990101-990201',
  by: 'officer',
  now: NOW,
  recordTypes: ['category', 'visits'],
  namingTypes: ['support-request', 'support-offer', 'support-conflict'],
  ...changes,
});

const confirm = (changes: object = {}) => confirmConversion(deciding(changes));

describe('confirming a conversion', () => {
  it('gives the school its new URN and facts, and keeps its identity, its old URN and its old name', async () => {
    await put(schoolRef(OLD), 'school', {
      ...(await schoolByUrn(store, '990101')),
      area: 'north',
      aliases: ['Kettle'],
    });
    const { school } = await confirm();
    expect(school).toMatchObject({
      id: OLD,
      urn: '990201',
      formerUrns: ['990101'],
      name: 'Kettle Lane Academy',
      aliases: ['Kettle', 'Kettle Lane Primary School'],
      area: 'north',
      governance: 'academy',
      status: 'open',
    });
    expect(await schoolByUrn(store, '990201')).toEqual(school);
    expect(await schoolByUrn(store, '990101')).toBeUndefined();
  });

  it('records who decided and when, by id or by e-mail', async () => {
    await confirm({ by: 'Officer@calderbrook.example' });
    expect((await store.get(conversionRef('990101-990201')))?.body).toMatchObject({
      status: 'confirmed',
      decidedBy: 'officer',
      decidedAt: '2026-11-22T10:00:00Z',
    });
  });

  it('brings Ofsted’s facts of the new URN along, still said to be the predecessor’s', async () => {
    await confirm();
    expect(await store.get(inspectionRef(NEW))).toBeUndefined();
    expect((await store.get(inspectionRef(OLD)))?.body).toMatchObject({
      school: OLD,
      urn: '990201',
      inspections: [{ belongsTo: { urn: '990101', sameSchool: false } }],
    });
  });

  it('leaves a mark of where the other entry went, and moves the roles held there', async () => {
    await addPerson('head', [{ role: 'headteacher', scope: { type: 'school', id: NEW }, from: '2026-09-01' }]);
    expect(await confirm()).toMatchObject({ grantsMoved: 1 });
    expect(await store.get(schoolRef(NEW))).toBeUndefined();
    expect((await store.get(schoolMovedRef(NEW)))?.body).toMatchObject({ movedTo: OLD, by: 'officer' });
    const head = Person.parse((await store.get(personRef(PersonId.parse('head'))))?.body);
    expect(head.grants[0]?.scope).toEqual({ type: 'school', id: OLD });
  });

  it('has requests, offers and conflicts that named the other entry name the school, and touches no others', async () => {
    const other = SchoolId.parse('school-990103');
    const request = { partition: 'request:SR-2026-0001', id: 'request' };
    const elsewhere = { partition: 'request:SR-2026-0002', id: 'request' };
    const offer = { partition: 'offer:1', id: 'offer' };
    const conflict = { partition: request.partition, id: 'conflict/1' };
    await put(request, 'support-request', {
      wish: { school: NEW, schoolName: 'Kettle Lane Academy', outcome: NEW },
      turnedDown: [
        { offer: '1', school: other },
        { offer: '2', school: NEW },
      ],
    });
    await put(elsewhere, 'support-request', { wish: { school: other } });
    await put(offer, 'support-offer', { school: NEW });
    await put(conflict, 'support-conflict', { schools: [other, NEW] });
    const before = await store.get(elsewhere);
    expect(await confirm()).toMatchObject({ recordsFollowed: 3 });
    expect((await store.get(request))?.body).toEqual({
      wish: { school: OLD, schoolName: 'Kettle Lane Academy', outcome: NEW },
      turnedDown: [
        { offer: '1', school: other },
        { offer: '2', school: OLD },
      ],
    });
    expect((await store.get(offer))?.body).toEqual({ school: OLD });
    // Pairs are kept in order of their ids.
    expect((await store.get(conflict))?.body).toEqual({ schools: [OLD, other] });
    expect(await store.get(elsewhere)).toEqual(before);
  });

  it('follows what is left when it is run again after a stop in between', async () => {
    const offers = [1, 2].map((n) => ({ partition: `offer:${n}`, id: 'offer' }));
    for (const ref of offers) await put(ref, 'support-offer', { school: NEW });
    const { commit } = store;
    store.commit = async (writes) => {
      if (writes[0]?.ref.partition === 'offer:2') throw new Error('stopped');
      return commit.call(store, writes);
    };
    await expect(confirm()).rejects.toThrow('stopped');
    store.commit = commit;
    expect(await confirm()).toMatchObject({ recordsFollowed: 1 });
    for (const ref of offers) expect((await store.get(ref))?.body).toEqual({ school: OLD });
  });

  it('is refused, to be run again, when somebody changes a request at the same moment', async () => {
    const offer = { partition: 'offer:1', id: 'offer' };
    await put(offer, 'support-offer', { school: NEW });
    const { commit } = store;
    store.commit = async (writes) => {
      if (writes[0]?.ref.partition !== 'offer:1') return commit.call(store, writes);
      store.commit = commit;
      await put(offer, 'support-offer', { school: NEW, state: 'paused' });
      return commit.call(store, writes);
    };
    await expect(confirm()).rejects.toMatchObject({ code: 'out_of_date' });
    expect(await confirm()).toMatchObject({ recordsFollowed: 1 });
    expect((await store.get(offer))?.body).toEqual({ school: OLD, state: 'paused' });
  });

  it('leaves every record where it is until a person has decided, and when they say no', async () => {
    const offer = { partition: 'offer:1', id: 'offer' };
    await put(offer, 'support-offer', { school: NEW });
    await importInto(store, FILES);
    await declineConversion(deciding());
    expect((await store.get(offer))?.body).toEqual({ school: NEW });
  });

  it('is found by the identity it had before, where nothing could be rewritten', async () => {
    await confirm();
    const { directory } = await openRegister(store);
    expect(directory.get(NEW)).toMatchObject({ id: OLD, name: 'Kettle Lane Academy' });
    expect(directory.all().filter(({ name }) => name === 'Kettle Lane Academy')).toHaveLength(1);
  });

  it('keeps everything recorded about the school before: it lies where it lay', async () => {
    const visits = { partition: `school:${OLD}`, id: 'visits/2025-26' };
    await put(visits, 'visits', { v: 1 });
    const { school } = await confirm();
    expect(school.id).toBe(OLD);
    expect(await store.get(visits)).toBeDefined();
  });

  it('keeps the new entry’s identity when only that has records', async () => {
    await put({ partition: `school:${NEW}`, id: 'category/2026-27' }, 'category', { v: 1 });
    const { school } = await confirm();
    expect(school).toMatchObject({ id: NEW, urn: '990201', formerUrns: ['990101'] });
    expect(await store.get(schoolRef(OLD))).toBeUndefined();
    expect((await store.get(inspectionRef(NEW)))?.body).toMatchObject({ urn: '990201' });
  });

  it('is refused when both entries have records', async () => {
    await put({ partition: `school:${NEW}`, id: 'category/2026-27' }, 'category', { v: 1 });
    await put({ partition: `school:${OLD}`, id: 'visits/2025-26' }, 'visits', { v: 1 });
    await expect(confirm()).rejects.toMatchObject({
      name: 'Refusal',
      sentence: expect.stringContaining('990101: visits; 990201: category'),
    });
    expect(await schoolByUrn(store, '990101')).toMatchObject({ id: OLD });
  });

  it('makes the next import of the same files change nothing', async () => {
    await confirm();
    const { outcome, parts } = await importInto(store, FILES);
    expect(outcome).toBe('nothing_changed');
    expect(parts.register?.taken.former).toBe(1);
    expect(parts.conversions?.open.map(({ id }) => id)).toEqual(['990103-990203']);
  });

  it.each([1, 2, 3])('is finished by confirming again after a stop behind step %d', async (steps) => {
    await addPerson('head', [{ role: 'headteacher', scope: { type: 'school', id: NEW }, from: '2026-09-01' }]);
    let left = steps;
    const stopping: Store = {
      ...store,
      commit: async (writes) => {
        if (left === 0) throw new Error('the machine stopped');
        left -= 1;
        return store.commit(writes);
      },
    };
    await expect(confirm({ store: stopping })).rejects.toThrow('the machine stopped');
    const { school } = await confirm();
    expect(school).toMatchObject({ id: OLD, urn: '990201', formerUrns: ['990101'] });
    expect(await store.get(schoolRef(NEW))).toBeUndefined();
    expect(await store.get(schoolMovedRef(NEW))).toBeDefined();
    expect((await store.get(conversionRef('990101-990201')))?.body).toMatchObject({ status: 'confirmed' });
    const head = Person.parse((await store.get(personRef(PersonId.parse('head'))))?.body);
    expect(head.grants[0]?.scope).toEqual({ type: 'school', id: OLD });
  });

  it('follows a school through a second conversion', async () => {
    await confirm();
    const again = { ...(await store.get(conversionRef('990103-990203')))?.body };
    const second = { ...again, id: '990201-990203', fromUrn: '990201', fromSchool: OLD, status: 'proposed' };
    await put(conversionRef('990201-990203'), 'conversion-proposal', second);
    const { school } = await confirm({ proposal: '990201-990203' });
    expect(school).toMatchObject({ id: OLD, urn: '990203', formerUrns: ['990101', '990201'] });
  });

  it.each([
    ['nobody proposed it', { proposal: '990104-990106' }, 'No conversion “990104-990106” is proposed'],
    ['it is no proposal at all', { proposal: 'all of them' }, 'No conversion “all of them” is proposed'],
    ['nobody by that name decides', { by: 'somebody' }, 'Nobody here has the id or e-mail “somebody”'],
    ['nobody has that address', { by: 'x@y.example' }, 'Nobody here has the id or e-mail “x@y.example”'],
  ])('is refused when %s', async (_, changes, says) => {
    await expect(confirm(changes)).rejects.toMatchObject({ name: 'Refusal', sentence: expect.stringContaining(says) });
    expect(await schoolByUrn(store, '990101')).toMatchObject({ id: OLD });
  });

  it('is refused the second time', async () => {
    await confirm();
    await expect(confirm()).rejects.toMatchObject({
      code: 'already_done',
      sentence: '990101-990201 was confirmed on 2026-11-22.',
    });
  });

  it('is refused when the register has moved on meanwhile', async () => {
    await store.commit([{ kind: 'delete', ref: schoolRef(NEW), guard: 'any' }]);
    await expect(confirm()).rejects.toMatchObject({
      code: 'out_of_date',
      sentence: expect.stringContaining('URN 990201'),
    });
  });
});

describe('declining a conversion', () => {
  it('leaves two schools, and it is not proposed again', async () => {
    await declineConversion(deciding());
    const { outcome, parts } = await importInto(store, FILES);
    expect(outcome).toBe('nothing_changed');
    expect(parts.conversions?.open.map(({ id }) => id)).toEqual(['990103-990203']);
    expect(await schoolByUrn(store, '990101')).toBeDefined();
  });

  it('may be thought better of, but a confirmed one may not be declined', async () => {
    await declineConversion(deciding());
    await expect(declineConversion(deciding())).rejects.toMatchObject({ code: 'already_done' });
    await confirm();
    await expect(declineConversion(deciding())).rejects.toMatchObject({ code: 'already_done' });
  });
});
