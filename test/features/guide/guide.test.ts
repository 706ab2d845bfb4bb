import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/core/feature.ts';
import type { JsonObject } from '../../../src/core/store.ts';
import { wordsOf } from '../../harness/bot.ts';
import { openWorld, refusalOf, type World } from '../../harness/world.ts';

interface List {
  readonly heading: string;
  readonly items: readonly string[];
  readonly open: boolean;
}

const PARTNERSHIPS = ['demo', 'leicestershire-tiers', 'support-bands'] as const;
const worlds = new Map<string, Promise<World>>();
/** Nothing here writes, so one world of each serves all. */
function worldOf(partnership: string): Promise<World> {
  const known = worlds.get(partnership) ?? openWorld({ partnership });
  worlds.set(partnership, known);
  return known;
}

const ask = async (partnership: string, verb: string, data: JsonObject = {}): Promise<Reply> =>
  (await worldOf(partnership)).run(undefined, verb, data);
const said = async (partnership: string, reply: Reply) =>
  wordsOf([(await worldOf(partnership)).renderer.render(reply)]);
const listsOf = (reply: Reply) => reply.data.lists as unknown as readonly List[];
const list = (reply: Reply, heading: string) => listsOf(reply).find((each) => each.heading === heading);

describe.each(PARTNERSHIPS)('Every command of the guide, for %s', (partnership) => {
  it('is open to anyone, says where its words come from, and fits its card', async () => {
    const { framework, renderer } = await worldOf(partnership);
    const replies = [
      ask(partnership, 'guide.levels'),
      ask(partnership, 'guide.signs', { ids: [] }),
      ask(partnership, 'guide.groups', { kinds: [] }),
      ...framework.levels.flatMap(({ key: level }) =>
        ['criteria', 'receives', 'visits'].map((about) => ask(partnership, 'guide.level', { level, about })),
      ),
      ...framework.glossary.map(({ id: entry }) => ask(partnership, 'guide.term', { entry })),
      ...framework.referenceLists.map(({ key: list }) => ask(partnership, 'guide.list', { list })),
      ...framework.concernIndicators.items.map(({ id }) => ask(partnership, 'guide.signs', { ids: [id] })),
      ...framework.groups.map(({ key }) => ask(partnership, 'guide.groups', { kinds: [key] })),
      ask(partnership, 'guide.warning-notice', { about: 'warning_notice' }),
      ask(partnership, 'guide.warning-notice', { about: 'powers' }),
    ];
    for (const reply of await Promise.all(replies)) {
      expect(reply.sensitivity, reply.summary).toBe('open');
      expect(reply.data.source, reply.summary).not.toBe('');
      expect(renderer.render(reply).card, reply.summary).toBeDefined();
    }
  });

  it('opens with what was asked and folds the rest', async () => {
    const { framework } = await worldOf(partnership);
    for (const { key: level } of framework.levels) {
      const visits = await ask(partnership, 'guide.level', { level, about: 'visits' });
      expect(
        listsOf(visits)
          .filter((each) => each.open)
          .map((each) => each.heading),
      ).toEqual(['Visits in a year, as published']);
    }
  });

  it('knows no level, word or list it does not hold, and says what to ask instead', async () => {
    const { framework } = await worldOf(partnership);
    const { sentence } = await refusalOf(ask(partnership, 'guide.level', { level: 'no-such' }));
    for (const level of framework.levels) expect(sentence).toContain(level.label);
    expect((await refusalOf(ask(partnership, 'guide.term', { entry: 'no-such' }))).sentence).toContain('Your adviser');
    expect((await refusalOf(ask(partnership, 'guide.list', { list: 'no-such' }))).sentence).toContain('I don’t hold');
    expect((await refusalOf(ask(partnership, 'guide.signs', { ids: ['zz'] }))).sentence).toContain('“the criteria”');
  });

  it('never presents the fifteen days or the appeal to Ofsted as current', async () => {
    const { framework } = await worldOf(partnership);
    for (const about of ['warning_notice', 'call_in', 'powers', 'finance_notice_of_concern']) {
      const words = await said(partnership, await ask(partnership, 'guide.warning-notice', { about }));
      for (const sentence of words.split(/(?<=[.])\s|\n/)) {
        if (/15 (working )?days|fifteen|appeal|representations to Ofsted/i.test(sentence)) {
          expect(sentence, framework.id).toMatch(/no longer|ended|gone|no appeal|removed/);
        }
      }
      if (about === 'warning_notice') expect(words).toContain('The date is in the notice itself');
    }
  });

  it('says of every formal step that it is no legal advice and about no school', async () => {
    for (const about of ['warning_notice', 'call_in', 'powers', 'finance_notice_of_concern']) {
      const reply = await ask(partnership, 'guide.warning-notice', { about });
      expect(reply.data.notes).toContainEqual(
        expect.stringContaining('not legal advice, and I hold nothing here about any one school'),
      );
    }
  });
});

describe('Levels', () => {
  it('are all in one card, with who decides, how often it is looked at again, and who oversees', async () => {
    const reply = await ask('demo', 'guide.levels');
    expect(reply.summary).toBe(
      'The categories. Each school is in one category. People decide it together, and look at it again every year and every half term.',
    );
    expect(listsOf(reply)[0]?.items).toHaveLength(5);
    expect(list(reply, 'Who oversees it')?.items).toContain(
      'Primary Review Group, chaired by the Head of Learning Improvement',
    );
    expect((await ask('leicestershire-tiers', 'guide.levels')).summary).toContain('look at it again regularly');
  });

  it('side by side give both their criteria', async () => {
    const reply = await ask('demo', 'guide.levels', { only: ['3', '4'] });
    expect(listsOf(reply).map((each) => [each.heading, each.open])).toEqual([
      ['Category 3: Schools that are improving and/or at risk', true],
      ['Category 4: Schools causing concern', true],
    ]);
  });

  it('that there are not are left out of a comparison', async () => {
    expect((await ask('demo', 'guide.levels', { only: ['3', '9'] })).data.title).toBe('The categories');
  });

  it('with a condition that must hold first show it first and open', async () => {
    const lists = listsOf(await ask('demo', 'guide.level', { level: '4' }));
    expect(lists.slice(0, 2).map((each) => [each.heading, each.open])).toEqual([
      ['Must hold first', true],
      ['Some of these statements may apply', true],
    ]);
  });

  it('say where the documents contradict themselves, each where it matters', async () => {
    const notes = async (level: string, about: string) =>
      (await ask('demo', 'guide.level', { level, about })).data.notes;
    expect(await notes('5', 'visits')).toContainEqual(expect.stringContaining('“at least 12” in another'));
    expect(await notes('5', 'receives')).toContainEqual(expect.stringContaining('is not settled'));
    expect(await notes('2', 'criteria')).toContainEqual(expect.stringContaining('“Satisfactory”'));
    expect(JSON.stringify(await notes('4', 'criteria'))).not.toContain('missing');
  });

  it('say that criteria are no calculation', async () => {
    expect((await ask('demo', 'guide.level', { level: '3' })).data.notes).toContain(
      'Criteria inform a professional judgement made with the school. They are not a calculation.',
    );
  });

  it('name what else the documents call them, once each', async () => {
    expect((await ask('demo', 'guide.level', { level: '3' })).data.notes).toContainEqual(
      'Also called: “At risk schools”',
    );
    expect(JSON.stringify((await ask('demo', 'guide.level', { level: '4' })).data.notes)).not.toContain('Also called');
  });
});

describe('Signs of concern', () => {
  it('are shown alone when asked for by number, and no threshold is made up', async () => {
    const reply = await ask('demo', 'guide.signs', { ids: ['xii'] });
    expect(reply.data.title).toBe('Criterion xii');
    expect(reply.data.notes).toContain('The strategy gives no number for this, so neither can I.');
  });

  it('are read with their lettered parts and their second limb', async () => {
    const items = listsOf(await ask('demo', 'guide.signs', { ids: [] }))[0]?.items ?? [];
    expect(items).toHaveLength(15);
    expect(items[6]).toContain('(a) Foundation Stage to KS1');
    expect(items[1]).toContain('as being satisfactory and highlighted');
  });

  it('shows a part of one by its own letter', async () => {
    expect((await ask('demo', 'guide.signs', { ids: ['vii.b'] })).data.title).toBe('Criterion vii.b');
  });
});

describe('Review groups', () => {
  it('alone: what it does, how often it meets, who chairs and who sits on it', async () => {
    const reply = await ask('demo', 'guide.groups', { kinds: ['primary'] });
    expect(reply.data.lead).toBe('It meets every half term, chaired by the Head of Learning Improvement.');
    expect(list(reply, 'What it does')).toMatchObject({ open: true });
    expect(list(reply, 'The groups here')?.items).toEqual(['Primary Review Group North', 'Primary Review Group South']);
    expect(reply.data.notes).toContain('Which schools are on an agenda is for the group’s members alone.');
  });

  it('beside the joint one: both are explained', async () => {
    const reply = await ask('demo', 'guide.groups', { kinds: ['primary'], joint: true });
    expect(listsOf(reply).map((each) => each.heading)).toEqual(['Primary Review Group', 'Joint Review Group']);
    expect(reply.data.lead).toContain('A Joint Review Group belongs to one school');
  });

  it('the joint one alone, in its own name', async () => {
    expect((await ask('support-bands', 'guide.groups', { kinds: [], joint: true })).data.title).toBe('Progress board');
  });

  it('in an authority’s own word, and with no chair where the documents name none', async () => {
    const reply = await ask('leicestershire-tiers', 'guide.groups', { kinds: [] });
    expect(reply.data).toMatchObject({
      title: 'LEEP strategic group',
      lead: 'It meets regularly, chaired by the person the authority names.',
    });
  });

  it('where there are none, says so', async () => {
    const world = await openWorld({ partnership: 'leicestershire-tiers' });
    world.framework.groups.splice(0);
    const reply = await world.run(undefined, 'guide.groups', { kinds: [] });
    expect(reply.data).toMatchObject({
      title: 'Strategic groups',
      lead: expect.stringContaining('has no strategic groups'),
    });
  });
});

describe('Formal steps', () => {
  it('offer one another, and only those in force here', async () => {
    const labels = async (partnership: string) =>
      ((await ask(partnership, 'guide.warning-notice', { about: 'warning_notice' })).options ?? []).map(
        (each) => each.label,
      );
    expect(await labels('demo')).toEqual(['Call-in meeting', 'Notice of concern', 'Powers of intervention']);
    expect(await labels('leicestershire-tiers')).toEqual(['Notice of concern', 'Powers of intervention']);
  });

  it('not in force here are said not to be', async () => {
    const reply = await ask('leicestershire-tiers', 'guide.warning-notice', { about: 'call_in' });
    expect(reply.data).toMatchObject({
      title: 'Call-in meeting',
      lead: expect.stringContaining('nothing in force about that'),
    });
  });

  it('that older papers describe are told with the day they ended', async () => {
    const { data } = await ask('demo', 'guide.warning-notice', { about: 'warning_notice' });
    expect(data.notes).toContainEqual(expect.stringMatching(/^Before 18 April 2016: .*no longer apply/));
    const bands = await ask('support-bands', 'guide.warning-notice', { about: 'warning_notice' });
    expect(JSON.stringify(bands.data.notes)).not.toContain('Before');
  });

  it('are those of the day they are asked about', async () => {
    const world = await worldOf('support-bands');
    const before = await world.run(
      undefined,
      'guide.warning-notice',
      { about: 'call_in' },
      { today: Temporal.PlainDate.from('2026-08-31') },
    );
    expect(before.data.lead).toContain('nothing in force');
    expect((await ask('support-bands', 'guide.warning-notice', { about: 'call_in' })).data.title).toBe(
      'Formal conversation',
    );
  });
});
