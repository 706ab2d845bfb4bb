import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { type Bot, everythingIn, openBot, wordsOf } from '../../harness/bot.ts';
import { put } from '../../harness/records.ts';

const HEAD_NORTHCLIFFE = '01';
const HEAD_HOLLIN_LANE = '02';
const ADVISER_NORTH = '04';
const HEAD_OF_SERVICE = '06';
const OFFICER = '09';
const UNLINKED = '42';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});

const words = async (nn: string, text: string) => wordsOf((await bot.say(nn, text)).here);
const ASK = 'who has looked at Northcliffe’s category?';

describe('Who has looked at a school', () => {
  beforeEach(async () => {
    await bot.say(HEAD_NORTHCLIFFE, 'what category are we?');
    await bot.say(HEAD_HOLLIN_LANE, 'what category is Northcliffe?');
    await bot.say(UNLINKED, 'what category is Northcliffe?');
  });

  it.each([HEAD_OF_SERVICE, OFFICER])(
    'is told to person %s: who was shown something and who was told no',
    async (nn) => {
      const said = await words(nn, ASK);
      expect(said).toContain('Who has looked at Northcliffe Primary School');
      expect(said).toContain('Ruth Ellison, Headteacher, Northcliffe Primary School\nShown');
      expect(said).toMatch(/Sam Idowu, Headteacher, Hollin Lane Primary School\nTold no · 18 November 2026, 10:00/);
      expect(said).toContain('Somebody the bot does not know\nTold no');
    },
  );

  it('holds no level, for anybody', async () => {
    for (const nn of [HEAD_OF_SERVICE, OFFICER]) {
      expect(everythingIn(await bot.say(nn, ASK))).not.toMatch(/category \d|improving|half-day/i);
    }
  });

  it('names to an officer nothing of what was shown; that a level waits to be shared least of all', async () => {
    await bot.say(ADVISER_NORTH, 'what is proposed but not yet communicated?');
    const officer = await words(OFFICER, 'who has seen Moorbank’s record?');
    expect(officer).toContain('Priya Nair');
    expect(officer).toContain('Shown something recorded');
    expect(officer).not.toMatch(/not yet|shared|waits/);
    expect(await words(HEAD_OF_SERVICE, 'who has seen Moorbank’s record?')).toContain('Shown what is not yet shared');
  });

  it.each([HEAD_NORTHCLIFFE, HEAD_HOLLIN_LANE, ADVISER_NORTH, UNLINKED, '05', '07', '08', '10', '11'])(
    'is not told to person %s',
    async (nn) => {
      for (const text of [ASK, 'audit trail for Northcliffe']) {
        expect((await bot.say(nn, text)).here.map((message) => message.summary)).toEqual([NOT_YOURS_TO_KNOW]);
      }
    },
  );

  it('is itself written to the trail', async () => {
    await bot.say(OFFICER, ASK);
    expect(await words(HEAD_OF_SERVICE, ASK)).toContain('Jo Whitfield');
    const rows = (await bot.store.query({ type: 'audit', where: [{ field: 'verb', eq: 'audit.school' }] })).items;
    expect(rows.map(({ body }) => [body.viewer, body.outcome, body.school]).toSorted()).toEqual([
      ['head-of-service', 'disclosed', 'northcliffe'],
      ['officer', 'disclosed', 'northcliffe'],
    ]);
  });

  it('is said to the person alone, wherever they ask', async () => {
    const answer = await bot.say(OFFICER, ASK, 'channel');
    expect(answer.here.map((message) => message.summary)).toEqual(['I’ve replied to you directly.']);
    expect(wordsOf(answer.directly)).toContain('Who has looked at Northcliffe Primary School');
  });

  it('reaches back past a conversion that a person confirmed', async () => {
    await bot.store.commit([
      put('conversation:old', 'audit/old/0', 'audit', {
        v: 1,
        at: '2026-01-05T10:00:00Z',
        viewer: 'adviser-south',
        verb: 'categories.show',
        outcome: 'disclosed',
        school: 'northcliffe-before',
      }),
    ]);
    const moved = {
      v: 1,
      school: 'northcliffe-before',
      movedTo: 'northcliffe',
      by: 'officer',
      at: '2026-09-01T10:00:00Z',
    };
    await bot.store.commit([put('school:northcliffe-before', 'moved', 'school-moved', moved)]);
    expect(await words(OFFICER, ASK)).toContain('Tom Akande');
  });
});

describe('What somebody was shown themselves', () => {
  it.each(['what have I been shown?', 'what have you shown me', 'my audit trail'])('answers “%s”', async (text) => {
    await bot.say(HEAD_NORTHCLIFFE, 'what category are we?');
    await bot.say(HEAD_HOLLIN_LANE, 'what category are we?');
    const said = await words(HEAD_NORTHCLIFFE, text);
    expect(said).toContain('Northcliffe Primary School\nShown the school’s record');
    expect(said).not.toContain('Hollin Lane');
  });

  it('says when they were told no, and never about which school', async () => {
    await bot.say(HEAD_NORTHCLIFFE, 'what category is Hollin Lane?');
    await bot.say(HEAD_NORTHCLIFFE, 'what category is Greyholme Primary School?');
    const said = everythingIn(await bot.say(HEAD_NORTHCLIFFE, 'what have I been shown?'));
    expect(said).toContain('Told no');
    expect(said).not.toMatch(/hollin|greyholme|no-such/i);
  });

  it('tells somebody nobody has linked nothing', async () => {
    expect((await bot.say(UNLINKED, 'what have I been shown?')).here[0]?.summary).toBe(NOT_YOURS_TO_KNOW);
  });
});

describe('A long trail', () => {
  it('is gone through a page at a time, each row once, though it grows meanwhile and many share a moment', async () => {
    const at = (n: number) => `2026-11-1${Math.floor(n / 6)}T10:00:00Z`;
    for (let n = 0; n < 30; n += 1) {
      await bot.store.commit([
        put(`conversation:${n % 7}`, `audit/turn-${n}/0`, 'audit', {
          v: 1,
          at: at(n),
          viewer: `person-${n}`,
          verb: 'categories.show',
          outcome: 'refused',
          school: 'elmfield',
        }),
      ]);
    }
    const seen: string[] = [];
    let data: object | undefined = { school: 'elmfield' };
    while (data && seen.length < 100) {
      const press = await bot.press(OFFICER, 'audit.school', data as never);
      seen.push(...(wordsOf(press.here).match(/^Told no/gm) ?? []));
      const more: unknown = press.here[0]?.card;
      const next = /"do":"audit\.school","with":(\{.*?\}\})/.exec(JSON.stringify(more))?.[1];
      data = next === undefined ? undefined : (JSON.parse(next) as object);
    }
    expect(seen).toHaveLength(30);
  });

  it.each([
    [{ school: 'elmfield', from: { until: 'x'.repeat(50), skip: 0 } }],
    [{ school: 'elmfield', from: { until: 'x', skip: -1 } }],
  ])('is not gone through by a page made up: %j', async (data) => {
    const answer = await bot.press(OFFICER, 'audit.school', data);
    expect(answer.here[0]?.summary).toContain('That button is from an older message');
  });
});

describe('Words that are no question about the trail', () => {
  it.each([
    'who has seen our request?',
    'who has read the strategy?',
    'who looked after phonics last year',
    'who has opened a nursery',
  ])('“%s”', async (text) => {
    const recognise = bot.features.find(({ key }) => key === 'audit')?.recognises;
    expect(
      recognise?.(text, {
        identity: { platform: 'teams', tenant: 't', user: 'u' },
        place: 'personal',
        turnId: 't',
        topic: {},
      } as never),
    ).toBeUndefined();
  });
});
