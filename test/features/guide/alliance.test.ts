import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { missingFromAlliances } from '../../../src/core/alliance-checks.ts';
import type { PersonId, SchoolId } from '../../../src/core/ids.ts';
import type { Person } from '../../../src/core/people.ts';
import type { JsonObject } from '../../../src/core/store.ts';
import { everythingIn, openBot, wordsOf } from '../../harness/bot.ts';
import { personOf, put, schoolWrite } from '../../harness/records.ts';
import { heard, openWorld, type World } from '../../harness/world.ts';
import { copyOfPartnerships, spoilAt } from '../../partnership/changed-copy.ts';

const ALLIANCES = [
  {
    key: 'beck',
    name: 'Beck Alliance',
    aliases: ['the Beck'],
    members: [
      { school: 'alder', from: '2020-09-01' },
      { school: 'birch', from: '2020-09-01', to: '2026-08-31' },
      { school: 'cedar', from: '2026-09-01', lead: true },
    ],
    leads: ['lead'],
    facilitator: 'adviser',
  },
  {
    key: 'dale',
    name: 'Dale Alliance',
    aliases: [],
    members: [{ school: 'alder', from: '2025-09-01' }],
    leads: [],
  },
];
const PEOPLE: readonly Person[] = [
  personOf('head', [['headteacher', 'school:alder']]),
  personOf('left', [['headteacher', 'school:birch']]),
  personOf('cedar-head', [['headteacher', 'school:cedar']]),
  personOf('lead', [['alliance_lead', 'alliance:beck']]),
  personOf('adviser', [['adviser', 'area:north']]),
  personOf('officer', [['officer', 'authority']]),
];
const RECORDS = ['alder', 'birch', 'cedar'].map((id) => schoolWrite(id));

async function open(alliances: unknown = ALLIANCES, records = RECORDS): Promise<World> {
  const root = copyOfPartnerships();
  spoilAt(root, 'demo/partnership.json', 'alliances', alliances);
  return openWorld({ root, people: PEOPLE, records });
}
const ask = async (viewer: string | undefined, data: JsonObject = {}, world?: World) =>
  (await (world ?? (await open())).run(viewer, 'guide.alliance', data)).summary;

describe('Who is in an alliance', () => {
  it('is told by name, the leading school first, and only those who are in it today', async () => {
    expect(await ask('cedar-head')).toBe(
      'Beck Alliance. 2 schools are in it. Cedar School (leads the alliance) and Alder School.',
    );
  });

  it('is told of another alliance to anybody, linked or not', async () => {
    for (const viewer of ['officer', 'left', undefined]) {
      expect(await ask(viewer, { alliance: 'dale' })).toBe('Dale Alliance. 1 school is in it. Alder School.');
    }
  });

  it.each(['lead', 'adviser', 'cedar-head'])('is known to be %s’s own', async (viewer) => {
    expect(await ask(viewer)).toContain('Beck Alliance.');
  });

  it('offers the others of somebody in several', async () => {
    const reply = await (await open()).run('head', 'guide.alliance', {});
    expect(reply.summary).toContain('Beck Alliance');
    expect(reply.options).toEqual([{ label: 'Dale Alliance', verb: 'guide.alliance', data: { alliance: 'dale' } }]);
  });

  it('asks which, of somebody in none; a school that has left is in none', async () => {
    expect(await ask('left')).toContain('I don’t know which is yours');
    expect(await ask('officer')).toContain('I don’t know which is yours');
    expect(await ask(undefined)).toContain('I don’t know which is yours');
  });

  it('says so where there are none', async () => {
    expect(await ask('head', {}, await open([]))).toContain('No learning alliance is set up here');
  });

  it('goes by the day', async () => {
    const world = await open();
    const then = { today: Temporal.PlainDate.from('2026-08-31') };
    expect((await world.run('left', 'guide.alliance', {}, then)).summary).toContain('Alder School and Birch School');
  });

  it('follows a school through a conversion, though the file names it as it was', async () => {
    const moved = { v: 1, school: 'cedar', movedTo: 'cedar-academy', by: 'officer', at: '2026-10-01T10:00:00Z' };
    const world = await open(ALLIANCES, [
      schoolWrite('alder'),
      schoolWrite('cedar-academy'),
      put('school:cedar', 'moved', 'school-moved', moved),
    ]);
    expect(await ask('head', { alliance: 'beck' }, world)).toContain('Cedar academy School (leads the alliance)');
  });
});

describe('The demo', () => {
  it('answers “who is in our alliance?” with five names, and no level, wherever it is asked', async () => {
    const bot = await openBot();
    for (const place of ['personal', 'channel'] as const) {
      const answer = await bot.say('01', 'who is in our alliance?', place);
      const said = wordsOf(answer.here);
      for (const name of ['Northcliffe', 'Hollin Lane', 'Stonepit', 'Thornbeck', 'Moorbank'])
        expect(said).toContain(name);
      expect(said).toContain('Stonepit Junior School (leads the alliance)');
      expect(everythingIn(answer)).not.toMatch(/category|level/i);
    }
  });

  it('leaves what alliances find and plan to people', async () => {
    const world = await open();
    const meant = async (text: string) => world.meaning('head', 'alliance_summary', heard(text, { own: true }));
    expect(await meant('what are our alliance’s priorities?')).toMatchObject({ verb: 'general.later' });
    expect(await meant('which schools are in our alliance?')).toEqual({ verb: 'guide.alliance', data: {} });
  });
});

describe('An alliance that names somebody who is not on record', () => {
  it('is reported with the line and the remedy', async () => {
    const { partnership } = await open();
    const missing = missingFromAlliances(partnership.alliances, {
      school: (id) => id !== 'cedar',
      person: (id) => id !== 'adviser',
    });
    expect(missing.map(({ path, problem }) => `${path}: ${problem}`)).toEqual([
      'alliances[0].members[2].school: no school "cedar" is on record',
      'alliances[0].facilitator: nobody "adviser" is on record',
    ]);
  });

  it('is none in the demo', async () => {
    const bot = await openBot();
    const { directory, colleagues } = bot.register;
    const known = {
      school: (id: SchoolId) => directory.get(id) !== undefined,
      person: (id: PersonId) => colleagues.get(id) !== undefined,
    };
    expect(missingFromAlliances(bot.loaded.partnership.alliances, known)).toEqual([]);
  });
});
