import { afterEach, describe, expect, it } from 'vitest';
import { ABOUT_A_SCHOOL, ABOUT_NOBODY, NO_SUCH_SCHOOL } from '../../disclosure/questions.ts';
import { openScrambled } from '../../disclosure/scrambled.ts';
import { EVERYBODY, MAY_KNOW, SCHOOL_NAMES } from '../../disclosure/who-may-know.ts';
import { type Bot, openBot } from '../../harness/bot.ts';
import { type BehindSlack, behindSlack, type Seen, SLACK_PLACES, type SlackPlace } from './support/behind-slack.ts';

const SCHOOLS = Object.keys(MAY_KNOW);
const QUESTIONS = [
  ...ABOUT_A_SCHOOL.flatMap((question) =>
    [...Object.values(SCHOOL_NAMES), NO_SUCH_SCHOOL].map((name) => question.replace('{school}', name)),
  ),
  ...ABOUT_NOBODY,
];
const PRESSES = [
  ...SCHOOLS.flatMap((school) => [
    { verb: 'categories.show', data: { school, about: 'level' } },
    { verb: 'categories.show', data: { school, about: 'adviser' } },
    { verb: 'categories.start-challenge', data: { school } },
  ]),
  { verb: 'categories.pending', data: {} },
  { verb: 'categories.ahead', data: {} },
  { verb: 'categories.caseload', data: { by: 'level', levels: ['4'], page: 0 } },
];

const opened: BehindSlack[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** Two bots that differ in what is recorded about some schools, both behind Slack. */
async function worlds(schools: readonly string[]) {
  const bots: readonly [Bot, Bot] = [await openBot(), await openScrambled(schools)];
  const pair = [await behindSlack(bots[0]), await behindSlack(bots[1])] as const;
  opened.push(...pair);
  return { bots, pair };
}

async function compare(
  pair: readonly [BehindSlack, BehindSlack],
  what: string,
  act: (slack: BehindSlack) => Promise<Seen>,
  of: (seen: Seen) => unknown,
): Promise<void> {
  const [one, other] = await Promise.all([act(pair[0]), act(pair[1])]);
  expect(of(other), what).toEqual(of(one));
}

/** Both see the same turns in the same order, so that memory and follow-ups are compared too. Places take turns. */
async function compareAll(
  viewer: string,
  pair: readonly [BehindSlack, BehindSlack],
  places: readonly SlackPlace[],
  of: (seen: Seen) => unknown,
): Promise<void> {
  for (const [index, question] of QUESTIONS.entries()) {
    const place = places[index % places.length];
    await compare(pair, `${viewer} by ${place}: ${question}`, (slack) => slack.say(viewer, question, place), of);
  }
  const pressed = places.filter((place) => place !== 'command');
  for (const [index, { verb, data }] of PRESSES.entries()) {
    const place = pressed[index % pressed.length];
    await compare(pair, `${viewer} in ${place}: ${verb}`, (slack) => slack.press(viewer, verb, data, place), of);
  }
}

const without = <T>({ token: _token, ...rest }: T & { readonly token?: unknown }) => rest;
const everything = ({ here, alone }: Seen) => ({ here: here.map(without), alone: alone.map(without) });

describe('In Slack, what is recorded about a school makes no difference at all to anybody who may not know it', () => {
  it.each(EVERYBODY)('to person %s, alone with the bot and on their own page', { timeout: 300_000 }, async (viewer) => {
    const { bots, pair } = await worlds(SCHOOLS.filter((school) => !MAY_KNOW[school]?.includes(viewer)));
    await compareAll(viewer, pair, ['personal'], everything);
    await compare(pair, `${viewer} on their own page`, (slack) => slack.openHome(viewer), everything);
    expect(bots.flatMap((bot) => bot.faults)).toEqual([]);
  });

  it.each(['01', '09', '42'])(
    'to person %s, in a group, in a channel and by command',
    { timeout: 300_000 },
    async (viewer) => {
      const { bots, pair } = await worlds(SCHOOLS.filter((school) => !MAY_KNOW[school]?.includes(viewer)));
      await compareAll(viewer, pair, SLACK_PLACES.slice(1), everything);
      expect(bots.flatMap((bot) => bot.faults)).toEqual([]);
    },
  );
});

describe('In Slack, a shared place sees nothing of what the person asking there may know', () => {
  it.each(['01', '04', '06', '11'])('when person %s asks', { timeout: 300_000 }, async (viewer) => {
    const { pair } = await worlds(SCHOOLS.filter((school) => MAY_KNOW[school]?.includes(viewer)));
    await compareAll(viewer, pair, SLACK_PLACES.slice(1), ({ here }) => here.map(without));
    // What differs between the two was told to the person, and only there.
    const told = pair.map(({ calls }) => JSON.stringify(calls));
    expect(told[0]).not.toContain('SCRAMBLED');
    expect(told[1]).toContain('SCRAMBLED');
  });
});
