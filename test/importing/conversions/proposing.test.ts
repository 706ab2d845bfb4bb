import { describe, expect, it } from 'vitest';
import { conversionRef } from '../../../src/core/conversion.ts';
import { readLinks } from '../../../src/importing/conversions/read-links.ts';
import { bodiesOf, changedSample, fileOf, importInto, openMemory, sample, schoolByUrn } from '../support/importing.ts';

const FILES = { gias: sample('register-2023.csv'), links: sample('links.csv') };

describe('a conversion', () => {
  it('is proposed with what speaks for it, and nothing follows from that', async () => {
    const store = openMemory();
    const { parts } = await importInto(store, FILES);
    expect(parts.conversions?.open.map(({ id }) => id)).toEqual(['990101-990201', '990103-990203']);
    expect((await store.get(conversionRef('990101-990201')))?.body).toEqual({
      v: 1,
      id: '990101-990201',
      status: 'proposed',
      fromUrn: '990101',
      fromSchool: 'school-990101',
      fromName: 'Kettle Lane Primary School',
      toUrn: '990201',
      toSchool: 'school-990201',
      toName: 'Kettle Lane Academy',
      evidence: [
        { kind: 'register_link', establishedOn: '2026-09-01' },
        { kind: 'same_laestab', laestab: '9992101' },
        { kind: 'closed_and_opened', closedOn: '2026-08-31', openedOn: '2026-09-01' },
        { kind: 'reason_closed', text: 'Academy Converter' },
      ],
    });
    expect(await schoolByUrn(store, '990101')).toMatchObject({ id: 'school-990101', formerUrns: [], status: 'closed' });
    expect(await schoolByUrn(store, '990201')).toMatchObject({ id: 'school-990201', formerUrns: [] });
  });

  it('shows in the register’s numbers alone when no links are given', async () => {
    const store = openMemory();
    const { parts } = await importInto(store, { gias: FILES.gias });
    expect(parts.conversions?.open.map(({ id }) => id)).toEqual(['990101-990201']);
  });

  it('loses no evidence when a later run brings only one of the files', async () => {
    const store = openMemory();
    await importInto(store, FILES);
    for (const files of [{ gias: FILES.gias }, { links: FILES.links }, FILES]) {
      expect(await importInto(store, files)).toMatchObject({ outcome: 'nothing_changed' });
    }
  });

  it('is not proposed for a merger, nor for a school that is not held', async () => {
    const store = openMemory();
    const { parts } = await importInto(store, FILES);
    expect(parts.conversions?.notProposed).toEqual([
      { from: '990104', to: '990106', why: 'split_or_merger' },
      { from: '990105', to: '990106', why: 'split_or_merger' },
      { from: '990109', to: '990299', why: 'new_urn_not_held' },
    ]);
  });

  it('is not proposed for a link that the register itself calls a merger, though it is one to one', async () => {
    const links = changedSample('links.csv', {
      'Kettle Lane Academy,Successor': 'Kettle Lane Academy,Successor - merged',
    });
    const { parts } = await importInto(openMemory(), { gias: FILES.gias, links });
    expect(parts.conversions?.open.map(({ id }) => id)).toEqual(['990103-990203']);
    expect(parts.conversions?.notProposed).toContainEqual({ from: '990101', to: '990201', why: 'split_or_merger' });
  });

  it('is not proposed into a school that is no academy and has another number', async () => {
    const links = fileOf('URN,LinkURN,LinkType\n990109,990110,Successor\n');
    const { parts } = await importInto(openMemory(), { gias: FILES.gias, links });
    expect(parts.conversions?.notProposed).toEqual([{ from: '990109', to: '990110', why: 'not_an_academy' }]);
  });

  it('is not proposed when three entries share a number, or when none of two is closed', async () => {
    const three = changedSample('register-2023.csv', { ',2104,': ',2101,' });
    const both = changedSample('register-2023.csv', {
      'Community school,,Local authority maintained schools,,Closed':
        'Community school,,Local authority maintained schools,,Open',
    });
    for (const gias of [three, both]) {
      const { parts } = await importInto(openMemory(), { gias });
      expect(parts.conversions?.open).toEqual([]);
      expect(parts.conversions?.notProposed).toMatchObject([{ why: 'several_share_laestab' }]);
    }
    expect(await bodiesOf(openMemory(), 'conversion-proposal')).toEqual([]);
  });
});

describe('the links file', () => {
  it('lists each pair once, from whichever end it is told', async () => {
    const { successions, otherKinds, rejects } = await readLinks(FILES.links, () => undefined);
    expect(successions.map(({ from, to }) => `${from}-${to}`)).toEqual([
      '990101-990201',
      '990103-990203',
      '990104-990106',
      '990105-990106',
      '990109-990299',
    ]);
    expect({ otherKinds, rejects }).toEqual({ otherKinds: 1, rejects: [] });
  });

  it('has its wrong rows left out with the reason', async () => {
    const file = fileOf(
      'URN,LinkURN,LinkType,LinkEstablishedDate\n99,990201,Successor,\n990101,990201,,\n990101,990201,Successor,soon\n',
    );
    const { successions, rejects } = await readLinks(file, () => undefined);
    expect(successions).toEqual([]);
    expect(rejects.map(({ line, column }) => [line, column])).toEqual([
      [2, 'URN'],
      [3, 'LinkType'],
      [4, 'LinkEstablishedDate'],
    ]);
  });
});
