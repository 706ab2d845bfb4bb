import { describe, expect, it } from 'vitest';
import { EmailLink, emailRef, personRef } from '../../../src/core/linking.ts';
import { grantsOn, Person } from '../../../src/core/people.ts';
import type { Store } from '../../../src/core/store.ts';
import {
  bodiesOf,
  everythingIn,
  fileOf,
  importInto,
  schoolByUrn,
  TODAY,
  withSampleSchools,
} from '../support/importing.ts';

const HEADER = 'name,email,role,scope,where,from,to,phone,title';
const WORDS = {
  areas: [{ id: 'north', names: ['North', 'north area'] }],
  alliances: [{ id: 'beckside', names: ['Beckside Learning Alliance'] }],
  reviewGroups: [{ id: 'primary-north', names: ['Primary North'] }],
};

function take(store: Store, rows: readonly string[], choices = {}) {
  return importInto(store, { people: fileOf([HEADER, ...rows, ''].join('\n'), 'people.csv') }, choices, {
    words: WORDS,
  });
}

async function personOf(store: Store, email: string): Promise<Person> {
  const link = EmailLink.parse((await store.get(emailRef(email)))?.body);
  return Person.parse((await store.get(personRef(link.person)))?.body);
}

const HEAD = 'Ann Frost,ann@c.example,Headteacher,school,990106,01/09/2024,,01632 960001,"Headteacher, Old Mill"';
const LEAD = 'Ann Frost,ANN@c.example,alliance lead,alliance,beckside learning alliance,,,,';

describe('the people file', () => {
  it('makes one person of rows with the same address, found by that address', async () => {
    const store = await withSampleSchools();
    const { parts, rejects } = await take(store, [HEAD, LEAD]);
    expect(rejects).toEqual([]);
    expect(parts.people?.taken.changes).toEqual({ new: 1, changed: 0, unchanged: 0 });
    const ann = await personOf(store, 'Ann@C.example');
    expect(ann).toEqual({
      v: 1,
      id: expect.stringMatching(/^person-[0-9a-f]{16}$/),
      displayName: 'Ann Frost',
      title: 'Headteacher, Old Mill',
      email: 'ann@c.example',
      phone: '01632 960001',
      grants: [
        { role: 'headteacher', scope: { type: 'school', id: 'school-990106' }, from: '2024-09-01' },
        { role: 'alliance_lead', scope: { type: 'alliance', id: 'beckside' }, from: '2026-11-22' },
      ],
    });
    expect(ann.id).not.toContain('ann');
  });

  it('keeps what an adviser knows best, until a file says otherwise', async () => {
    const store = await withSampleSchools();
    const withKnown = (rows: readonly string[]) =>
      importInto(
        store,
        { people: fileOf([`${HEADER},phases,specialisms`, ...rows, ''].join('\n'), 'people.csv') },
        {},
        { words: { ...WORDS, focuses: [{ id: 'early_reading', names: ['early reading'] }] } },
      );
    const adviser = 'Bo Ash,bo@c.example,Adviser,area,North,01/09/2024,,,';
    await withKnown([`${adviser},primary; Nursery,Early Reading`]);
    expect(await personOf(store, 'bo@c.example')).toMatchObject({
      phases: ['primary', 'nursery'],
      specialisms: ['early_reading'],
    });
    await withKnown([`${adviser},,`]);
    await take(store, [adviser]);
    expect(await personOf(store, 'bo@c.example')).toMatchObject({ specialisms: ['early_reading'] });
    const { rejects } = await withKnown([`${adviser},juniors,early readin`]);
    expect(rejects.map(({ reason }) => reason).join(' ')).toMatch(
      /“juniors” is not a phase.*Did you mean “early reading”/s,
    );
  });

  it('changes nothing the second time', async () => {
    const store = await withSampleSchools();
    await take(store, [HEAD, LEAD]);
    const before = await everythingIn(store);
    expect(await take(store, [HEAD, LEAD])).toMatchObject({ outcome: 'nothing_changed' });
    expect(await everythingIn(store)).toBe(before);
  });

  it('keeps the identity of somebody who is known by that address already', async () => {
    const store = await withSampleSchools();
    const known = Person.parse({
      v: 1,
      id: 'head-old-mill',
      displayName: 'A Frost',
      email: 'ann@c.example',
      grants: [],
    });
    await store.commit([{ kind: 'put', ref: personRef(known.id), type: 'person', body: known, guard: 'any' }]);
    await take(store, [HEAD]);
    expect(await personOf(store, 'ann@c.example')).toMatchObject({ id: 'head-old-mill', displayName: 'Ann Frost' });
  });

  it('ends a role it no longer lists for somebody, and leaves others alone', async () => {
    const store = await withSampleSchools();
    await take(store, [HEAD, LEAD, 'Bo Hart,bo@c.example,Officer,authority,,,,,']);
    const { parts } = await take(store, [HEAD]);
    expect(parts.people?.taken).toMatchObject({ grantsEnded: 1, notInFile: 1, notInFileEnded: false });
    const ann = await personOf(store, 'ann@c.example');
    expect(ann.grants).toHaveLength(2);
    expect(grantsOn(ann, TODAY).map(({ role }) => role)).toEqual(['headteacher']);
    expect(grantsOn(await personOf(store, 'bo@c.example'), TODAY)).toHaveLength(1);
  });

  it('ends everybody’s roles who is not in it when it is said to be the whole list', async () => {
    const store = await withSampleSchools();
    await take(store, [HEAD, 'Bo Hart,bo@c.example,Officer,authority,,,,,']);
    const { parts } = await take(store, [HEAD], { peopleComplete: true });
    expect(parts.people?.taken).toMatchObject({ grantsEnded: 1, notInFileEnded: true });
    expect(grantsOn(await personOf(store, 'bo@c.example'), TODAY)).toEqual([]);
  });

  it('ends nothing that a rejected row may have meant', async () => {
    const store = await withSampleSchools();
    await take(store, [HEAD, LEAD, 'Bo Hart,bo@c.example,Officer,authority,,,,,']);
    const misspelt = LEAD.replace('alliance lead', 'aliance leed');
    const { parts } = await take(store, [HEAD, misspelt], { peopleComplete: true });
    expect(parts.people?.taken).toMatchObject({ grantsEnded: 0, notInFileEnded: false });
    expect(grantsOn(await personOf(store, 'ann@c.example'), TODAY)).toHaveLength(2);
    expect(grantsOn(await personOf(store, 'bo@c.example'), TODAY)).toHaveLength(1);
  });

  it.each([
    ['too many cells', LEAD.replace(',,,,', ',,,,Lead, Beckside')],
    ['no address', LEAD.replace('ANN@c.example', '')],
  ])('ends nothing when a row with %s may be anybody’s', async (_, unreadable) => {
    const store = await withSampleSchools();
    await take(store, [HEAD, LEAD]);
    const { rejects } = await take(store, [HEAD, unreadable]);
    expect(rejects).toHaveLength(1);
    expect(grantsOn(await personOf(store, 'ann@c.example'), TODAY)).toHaveLength(2);
  });

  it('keeps a telephone number and title it leaves blank', async () => {
    const store = await withSampleSchools();
    await take(store, [HEAD]);
    await take(store, ['Ann Frost,ann@c.example,Headteacher,school,990106,01/09/2024,,,']);
    expect(await personOf(store, 'ann@c.example')).toMatchObject({
      phone: '01632 960001',
      title: 'Headteacher, Old Mill',
    });
  });

  it('finds a school by its whole name, and says which headings it has no use for', async () => {
    const store = await withSampleSchools();
    const people = fileOf(`${HEADER},shoe size\nAnn Frost,ann@c.example,head,school,the beacon silc,,,,,5\n`);
    const { parts, rejects } = await importInto(store, { people });
    expect(rejects).toEqual([]);
    expect(parts.people?.read.unused).toEqual(['shoe size']);
    expect((await personOf(store, 'ann@c.example')).grants[0]?.scope).toEqual({ type: 'school', id: 'school-990110' });
  });
});

describe('a row of the people file', () => {
  it.each([
    ['an unknown role', 'A,a@c.example,hedteacher,school,990106,,,,', 'role', 'Did you mean “headteacher”?'],
    ['a role like none', 'A,a@c.example,qqq,school,990106,,,,', 'role', 'The roles are: headteacher,'],
    ['an unknown scope', 'A,a@c.example,adviser,planet,North,,,,', 'scope', 'write: school or area or authority.'],
    [
      'a headteacher of an area',
      'A,a@c.example,headteacher,area,North,,,,',
      'scope',
      'The scope of a headteacher is school, not area.',
    ],
    [
      'a school nobody knows by that name',
      'A,a@c.example,head,school,Old Mil Primary,,,,',
      'where',
      'Did you mean Old Mill Primary School (990106)?',
    ],
    [
      'a school nobody knows by that URN',
      'A,a@c.example,head,school,999999,,,,',
      'where',
      'No school here has URN 999999.',
    ],
    ['no school at all', 'A,a@c.example,head,school,,,,,', 'where', 'must not be'],
    ['an unknown area', 'A,a@c.example,adviser,area,Noth,,,,', 'where', 'Did you mean “North”?'],
    [
      'an unknown alliance',
      'A,a@c.example,alliance lead,alliance,Zzz,,,,',
      'where',
      'It should be one of: Beckside Learning Alliance.',
    ],
    [
      'an unknown review group',
      'A,a@c.example,review group member,review group,Primary Nort,,,,',
      'where',
      'Did you mean “Primary North”?',
    ],
    ['no address', 'A,,officer,authority,,,,,', 'email', 'must not be'],
    ['an address that is none', 'A,a at c,officer,authority,,,,,', 'email', 'This is not an e-mail address.'],
    [
      'days the wrong way round',
      'A,a@c.example,officer,authority,,01/09/2026,31/08/2026,,',
      'to',
      'before the day in “from”',
    ],
    ['a last day and no first', 'A,a@c.example,officer,authority,,,31/08/2026,,', 'from', 'needs its first day too'],
  ])('is left out with the reason when it has %s', async (_, row, column, reason) => {
    const store = await withSampleSchools();
    const { rejects } = await take(store, [HEAD, row]);
    expect(rejects).toEqual([expect.objectContaining({ line: 3, column, reason: expect.stringContaining(reason) })]);
    expect(await bodiesOf(store, 'person')).toHaveLength(1);
  });

  it('is left out when its address is somebody else’s', async () => {
    const store = await withSampleSchools();
    const { rejects } = await take(store, [HEAD, 'Bo Hart,ann@c.example,officer,authority,,,,,']);
    expect(rejects).toMatchObject([{ column: 'name', reason: expect.stringContaining('Ann Frost’s on line 2') }]);
    expect((await personOf(store, 'ann@c.example')).grants).toHaveLength(1);
  });

  it('is left out when several schools are called that', async () => {
    const store = await withSampleSchools();
    const gias = fileOf(
      'URN,LA (code),EstablishmentName,EstablishmentTypeGroup (name),EstablishmentStatus (name),PhaseOfEducation (name),Town\n' +
        '990301,999,St Joseph’s School,Academies,Open,Primary,Otterley\n990302,999,St Joseph’s School,Academies,Open,Primary,Wethermoor\n' +
        '990303,999,Kettle Lane Academy,Academies,Closed,Primary,\n',
    );
    await importInto(store, { gias });
    const { rejects } = await take(store, ['A,a@c.example,head,school,st josephs school,,,,']);
    expect(rejects).toMatchObject([
      { reason: expect.stringContaining('Otterley (990301); St Joseph’s School, Wethermoor (990302)') },
    ]);
    const open = await take(store, ['A,a@c.example,head,school,Kettle Lane Academy,,,,']);
    expect(open.rejects).toEqual([]);
    expect((await personOf(store, 'a@c.example')).grants[0]?.scope).toEqual({ type: 'school', id: 'school-990201' });
  });
});

describe('a school’s own adviser', () => {
  const adviser = (name: string, to = '') =>
    `${name},${name.toLowerCase()}@c.example,adviser,school,990106,01/09/2026,${to},,`;

  it('is the one person who is adviser at that school', async () => {
    const store = await withSampleSchools();
    await take(store, [adviser('Pat')]);
    expect((await schoolByUrn(store, '990106'))?.adviser).toBe((await personOf(store, 'pat@c.example')).id);
    const { parts } = await take(store, [adviser('Pat', '30/09/2026'), adviser('Sam')]);
    expect(parts.people?.advisersSet).toBe(1);
    expect((await schoolByUrn(store, '990106'))?.adviser).toBe((await personOf(store, 'sam@c.example')).id);
  });

  it('is nobody any more when their role has ended', async () => {
    const store = await withSampleSchools();
    await take(store, [adviser('Pat')]);
    await take(store, [adviser('Pat', '30/09/2026')]);
    expect((await schoolByUrn(store, '990106'))?.adviser).toBeUndefined();
  });

  it('is not chosen among several', async () => {
    const store = await withSampleSchools();
    const { parts } = await take(store, [adviser('Pat'), adviser('Sam')]);
    expect(parts.people?.severalAdvisers).toEqual(['Old Mill Primary School']);
    expect((await schoolByUrn(store, '990106'))?.adviser).toBeUndefined();
  });
});
