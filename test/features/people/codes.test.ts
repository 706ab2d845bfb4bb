import { beforeEach, describe, expect, it } from 'vitest';
import { IdentityLink, identityRef } from '../../../src/core/linking.ts';
import type { Input } from '../../../src/core/turn.ts';
import { A_SCHOOL_DAY, type Bot, openBot, wordsOf } from '../../harness/bot.ts';

const OFFICER = '09';
const STRANGER = '42';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});

async function issue(viewer = OFFICER, person = 'head-northcliffe'): Promise<string> {
  const answer = await bot.press(viewer, 'people.issue-code', { person });
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(wordsOf(answer.here))?.[0];
  if (!code) throw new Error(`No code in: ${wordsOf(answer.here)}`);
  return code;
}

const say = async (nn: string, text: string) => (await bot.say(nn, text)).here[0]?.summary ?? '';
const linkOf = async (nn: string) => {
  const identity = { platform: 'teams', tenant: TENANT, user: `00000000-0000-4000-8000-0000000000${nn}` } as const;
  const found = await bot.store.get(identityRef(identity));
  return found ? IdentityLink.parse(found.body) : undefined;
};
const TENANT = '00000000-0000-4000-8000-0000000000aa';

describe('Making a code', () => {
  it('is for officers: they name somebody, choose, and are shown a code once', async () => {
    const found = await bot.say(OFFICER, 'link code for Ruth Ellison');
    expect(wordsOf(found.here)).toContain('Ruth Ellison (Headteacher, Northcliffe Primary School)');
    const chosen = await bot.say(OFFICER, 'the first one');
    expect(chosen.here[0]?.summary).toMatch(
      /^[0-9A-Z]{4}-[0-9A-Z]{4} is the code for Ruth Ellison\. It works once, for two days\.$/,
    );
  });

  it.each(['01', '04', '06', '07', '08', STRANGER])('is not for person %s', async (viewer) => {
    for (const [verb, data] of [
      ['people.issue-code', { person: 'head-northcliffe' }],
      ['people.choose-person', { name: 'Ruth' }],
    ] as const) {
      const answer = await bot.press(viewer, verb, data);
      expect(answer.here[0]?.summary).toBe('Only the partnership team can make a link code. Please ask them for one.');
    }
    expect((await bot.store.query({ type: 'link-code' })).items).toEqual([]);
  });

  it('keeps no code that could be read back out of the store', async () => {
    const code = await issue();
    const kept = await bot.store.query({ type: 'link-code' });
    expect(kept.items).toHaveLength(1);
    expect(JSON.stringify(kept.items)).not.toContain(code.replace('-', ''));
    expect(JSON.stringify(kept.items)).not.toContain(code);
  });

  it('asked for in a channel is answered to the officer alone', async () => {
    const answer = await bot.press(OFFICER, 'people.issue-code', { person: 'head-northcliffe' }, 'channel');
    expect(answer.here).toEqual([{ summary: 'I’ve replied to you directly.' }]);
    expect(wordsOf(answer.directly)).toContain('Ruth Ellison');
  });

  it('says what to do when nobody fits, and when too many do', async () => {
    expect(await say(OFFICER, 'link code for Zebedee')).toBe(
      'Nobody on the list of people fits that. Check the spelling, or add them with an import first.',
    );
    expect(await say(OFFICER, 'link code for headteacher')).toContain('6 people fit that. These are the first five');
    expect(await say(OFFICER, 'give someone a link code')).toContain('Who is the code for?');
  });

  it('for somebody no longer on the list is refused', async () => {
    const answer = await bot.press(OFFICER, 'people.issue-code', { person: 'nobody-at-all' });
    expect(answer.here[0]?.summary).toContain('no longer on the list');
  });

  it('choosing a person does not send what is still typed in the name box', async () => {
    const card = JSON.stringify((await bot.say(OFFICER, 'link code for Ruth Ellison')).here[0]?.card);
    expect(card).toMatch(/"verb":"conversation\.do"[^}]*\}[^}]*\}[^{}]*"associatedInputs":"none"/);
  });

  it('is written to the audit trail, the code itself not', async () => {
    const code = await issue();
    const rows = JSON.stringify((await bot.store.query({ type: 'audit' })).items.map((item) => item.body));
    expect(rows).toContain('link code issued for head-northcliffe');
    expect(rows).not.toContain(code);
  });
});

describe('Using a code', () => {
  it('ties the one who types it to the person it was made for', async () => {
    const code = await issue();
    expect(await say(STRANGER, code)).toBe('Thank you, Ruth Ellison. You’re linked, and I know you from now on.');
    expect(await linkOf(STRANGER)).toMatchObject({ person: 'head-northcliffe', linkedBy: 'one_time_code' });
    expect(await say(STRANGER, 'what category are we?')).toContain('Category 3');
  });

  it.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    ['without its dash', (code: string) => code.replace('-', '')],
    ['with a space', (code: string) => code.replace('-', ' ')],
    ['with a long dash and spaces round it', (code: string) => ` ${code.replace('-', '–')} `],
  ])('works %s', async (_, typed) => {
    expect(await say(STRANGER, typed(await issue()))).toContain('You’re linked');
  });

  it('works once', async () => {
    const code = await issue();
    await bot.say(STRANGER, code);
    expect(await say('43', code)).toContain('That code doesn’t work');
    expect(await linkOf('43')).toBeUndefined();
  });

  it('works for two days and not a second longer', async () => {
    const [first, second] = [await issue(), await issue()];
    bot.setTime(A_SCHOOL_DAY.add({ hours: 48 }).subtract({ seconds: 1 }));
    expect(await say(STRANGER, first)).toContain('You’re linked');
    bot.setTime(A_SCHOOL_DAY.add({ hours: 48, seconds: 1 }));
    expect(await say('43', second)).toContain('That code doesn’t work');
  });

  it('says the same of a wrong code, a used one and an old one', async () => {
    const [used, old] = [await issue(), await issue()];
    await bot.say('44', used);
    const wrong = await say(STRANGER, 'K7QX-M2PD');
    const again = await say(STRANGER, used);
    bot.setTime(A_SCHOOL_DAY.add({ hours: 49 }));
    expect(new Set([wrong, again, await say(STRANGER, old)]).size).toBe(1);
  });

  it('links exactly one of two who use it at the same moment', async () => {
    const code = await issue();
    const answers = await Promise.all([say(STRANGER, code), say('43', code)]);
    expect(answers.filter((each) => each.includes('You’re linked'))).toHaveLength(1);
    const links = await Promise.all([linkOf(STRANGER), linkOf('43')]);
    expect(links.filter((link) => link?.person)).toHaveLength(1);
  });

  it('is refused in a group, where others have read it', async () => {
    const code = await issue();
    const answer = await bot.take(STRANGER, { kind: 'text', text: code } satisfies Input, 'group');
    expect(wordsOf(answer?.directly ?? [])).toContain('Please don’t type a code in a group');
    expect(await linkOf(STRANGER)).toBeUndefined();
  });

  it('is refused to somebody who is linked already, and stays good', async () => {
    const code = await issue();
    expect(await say('02', code)).toBe('I already know you as Sam Idowu.');
    expect(await say(STRANGER, code)).toContain('You’re linked');
  });
});

describe('Guessing', () => {
  const WRONG = ['K7QX-M2PB', 'K7QX-M2PC', 'K7QX-M2PD', 'K7QX-M2PF', 'K7QX-M2PG', 'K7QX-M2PH', 'K7QX-M2PJ'];

  it('ends after five tries, the right code included, until an hour has passed', async () => {
    const code = await issue();
    for (const wrong of WRONG.slice(0, 5)) expect(await say(STRANGER, wrong)).toContain('That code doesn’t work');
    expect(await say(STRANGER, WRONG[5] ?? '')).toContain('That’s too many tries');
    expect(await say(STRANGER, code)).toContain('That’s too many tries');
    bot.setTime(A_SCHOOL_DAY.add({ minutes: 61 }));
    expect(await say(STRANGER, code)).toContain('You’re linked');
  });

  it('many at once is counted one by one', async () => {
    const answers = await Promise.all(WRONG.map((wrong) => say(STRANGER, wrong)));
    expect(answers.filter((each) => each.includes('That code doesn’t work')).length).toBeLessThanOrEqual(5);
    expect(await say(STRANGER, WRONG[0] ?? '')).toContain('That’s too many tries');
  });

  it('of one person stops nobody else', async () => {
    const code = await issue();
    for (const wrong of WRONG) await bot.say(STRANGER, wrong);
    expect(await say('43', code)).toContain('You’re linked');
  });
});
