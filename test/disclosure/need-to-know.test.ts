import { describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../src/core/disclosure.ts';
import type { Answer } from '../../src/core/reply.ts';
import type { PlaceKind } from '../../src/core/turn.ts';
import { type Bot, everythingIn, openBot } from '../harness/bot.ts';
import { ABOUT_A_SCHOOL, ABOUT_NOBODY, NO_SUCH_SCHOOL } from './questions.ts';
import { openScrambled } from './scrambled.ts';
import { EVERYBODY, MAY_KNOW, SCHOOL_NAMES } from './who-may-know.ts';

const SCHOOLS = Object.keys(MAY_KNOW);
const PLACES: readonly PlaceKind[] = ['personal', 'group', 'channel'];
const QUESTIONS = [
  ...ABOUT_A_SCHOOL.flatMap((question) =>
    [...Object.values(SCHOOL_NAMES), NO_SUCH_SCHOOL].map((name) => question.replace('{school}', name)),
  ),
  ...ABOUT_NOBODY,
];
const PRESSES = SCHOOLS.flatMap((school) => [
  ...['level', 'reasons', 'visits', 'expect', 'adviser', 'ofsted'].map((about) => ({
    verb: 'categories.show',
    data: { school, about },
  })),
  { verb: 'categories.start-challenge', data: { school } },
]).concat([
  { verb: 'categories.pending', data: {} as never },
  { verb: 'categories.caseload', data: { by: 'level', levels: [], page: 0 } as never },
  { verb: 'categories.caseload', data: { by: 'level', levels: ['4'], page: 0 } as never },
  { verb: 'categories.caseload', data: { by: 'owed', levels: [], page: 0 } as never },
  { verb: 'categories.caseload', data: { by: 'last_visit', levels: [], page: 0 } as never },
  { verb: 'categories.ahead', data: {} as never },
]);

const unknownTo = (viewer: string) => SCHOOLS.filter((school) => !MAY_KNOW[school]?.includes(viewer));

/** Two bots see the same turns in the same order, so that memory and follow-ups are compared too. */
async function compare(
  viewer: string,
  worlds: readonly [Bot, Bot],
  places: readonly PlaceKind[],
  of: (answer: Answer) => unknown,
): Promise<void> {
  for (const place of places) {
    for (const question of QUESTIONS) {
      const [one, other] = await Promise.all(worlds.map((bot) => bot.say(viewer, question, place)));
      if (!one || !other) throw new Error('unreachable');
      expect(of(other), `${viewer} in ${place}: ${question}`).toEqual(of(one));
    }
    for (const { verb, data } of PRESSES) {
      const [one, other] = await Promise.all(worlds.map((bot) => bot.press(viewer, verb, data, place)));
      if (!one || !other) throw new Error('unreachable');
      expect(of(other), `${viewer} in ${place}: ${verb} ${JSON.stringify(data)}`).toEqual(of(one));
    }
  }
}

describe('What is recorded about a school makes no difference at all to anybody who may not know it', () => {
  it.each(EVERYBODY)('to person %s, in private, in a group and in a channel', { timeout: 300_000 }, async (viewer) => {
    const hidden = unknownTo(viewer);
    const worlds = [await openBot(), await openScrambled(hidden)] as const;
    await compare(viewer, worlds, PLACES, (answer) => answer);
    expect(worlds.flatMap((bot) => bot.faults)).toEqual([]);
  });
});

describe('A group or channel sees nothing of what its members may know', () => {
  it.each(['01', '04', '06', '11'])('when person %s asks there', { timeout: 300_000 }, async (viewer) => {
    const known = SCHOOLS.filter((school) => MAY_KNOW[school]?.includes(viewer));
    const worlds = [await openBot(), await openScrambled(known)] as const;
    await compare(viewer, worlds, ['group', 'channel'], (answer) => answer.here);
  });
});

describe('A level that has not been shared with the school', () => {
  it.each(EVERYBODY.filter((viewer) => viewer !== '04' && viewer !== '06'))(
    'reaches person %s in no answer to anything',
    { timeout: 300_000 },
    async (viewer) => {
      const bot = await openBot();
      // A mark in the pending record that appears nowhere else.
      const ref = { partition: 'school:moorbank', id: 'category-pending' };
      const pending = await bot.store.get(ref);
      if (!pending) throw new Error('The demo has no pending level for Moorbank');
      await bot.store.commit([
        {
          kind: 'put',
          ref,
          type: 'category-pending',
          body: {
            ...pending.body,
            reasons: [{ note: 'PENDING MARK' }],
            ratified: { by: 'PENDING MARK', at: '2026-11-15' },
          },
          guard: 'any',
        },
      ]);
      for (const question of QUESTIONS.filter((each) => each.includes('Moorbank') || !each.includes('School'))) {
        expect(everythingIn(await bot.say(viewer, question)), question).not.toContain('PENDING MARK');
      }
    },
  );

  it('is shown to those who propose and ratify', async () => {
    const bot = await openBot();
    for (const viewer of ['04', '06']) {
      const answer = await bot.say(viewer, 'what is proposed but not yet communicated?');
      expect(everythingIn(answer)).toContain('Moorbank Infant School');
    }
  });
});

describe('The refusal', () => {
  it('is one sentence, after the same steps, for a school that is not theirs, one with no level, and none at all', async () => {
    const bot = await openBot();
    const steps: number[] = [];
    for (const name of ['Hollin Lane', 'St Joseph’s Wethermoor', NO_SUCH_SCHOOL]) {
      const count = countReads(bot);
      const answer = await bot.say('01', `what category is ${name}?`);
      steps.push(count());
      expect(answer.here.map((message) => message.summary)).toEqual([NOT_YOURS_TO_KNOW]);
    }
    expect(new Set(steps).size).toBe(1);
  });

  it('is written to the audit trail', async () => {
    const bot = await openBot();
    await bot.say('01', 'what category is Hollin Lane?');
    await bot.say('01', 'what category are we?');
    const rows = (await bot.store.query({ type: 'audit' })).items.map((item) => item.body);
    expect(rows.map((row) => [row.viewer, row.outcome])).toEqual([
      ['head-northcliffe', 'refused'],
      ['head-northcliffe', 'disclosed'],
    ]);
  });
});

function countReads(bot: Bot): () => number {
  const original = bot.store.get;
  let reads = 0;
  bot.store.get = (ref) => {
    reads += 1;
    return original.call(bot.store, ref);
  };
  return () => {
    bot.store.get = original;
    return reads;
  };
}
