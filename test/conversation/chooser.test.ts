import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Wanted } from '../../src/conversation/dispatch.ts';
import { settleDoubts } from '../../src/conversation/settle-doubts.ts';
import { chooserAsker } from '../../src/conversation/understand/ask-chooser.ts';
import type { Chooser } from '../../src/conversation/understand/chooser.ts';
import { IntentName } from '../../src/core/intent.ts';
import { openBot, wordsOf } from '../harness/bot.ts';

const OFFERED: readonly IntentName[] = ['ask_category', 'explain_category', 'help'];
const never = () => new Promise<never>(() => {});
const asked = (choose: Chooser['choose'], patience: () => Promise<unknown> = never) =>
  chooserAsker({ chooser: { choose }, mask: (text) => text, patience })('which one', OFFERED);

describe('A chooser', () => {
  it('settles a doubt among the intents that would be offered', async () => {
    expect(await asked(async () => 'explain_category')).toBe('explain_category');
  });

  it('that does not answer in time has said nothing', async () => {
    expect(await asked(never, async () => 'waited')).toBeUndefined();
  });

  it.each([
    ['rejects', async () => Promise.reject(new Error('down'))],
    [
      'throws',
      () => {
        throw new Error('down');
      },
    ],
    ['is in doubt too', async () => undefined],
  ])('that %s has said nothing', async (_, choose) => {
    expect(await asked(choose)).toBeUndefined();
  });

  it('is not listened to when it names an intent that was not offered', async () => {
    for (const intent of IntentName.options.filter((name) => !OFFERED.includes(name))) {
      expect(await asked(async () => intent)).toBeUndefined();
    }
  });

  it('is not listened to when it talks: whatever it says, only an offered intent comes out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (nonsense) => {
        const said = await asked(async () => nonsense as IntentName);
        expect(said === undefined || OFFERED.includes(said)).toBe(true);
      }),
    );
    for (const nonsense of [
      'ask_category ',
      'ASK_CATEGORY',
      'I think ask_category',
      ['ask_category'],
      { intent: 'help' },
    ]) {
      expect(await asked(async () => nonsense as unknown as IntentName)).toBeUndefined();
    }
  });

  it('cannot widen what was offered by changing the list it was handed', async () => {
    const said = await asked(async (_, offered) => {
      (offered as IntentName[]).push('withdraw_request');
      return 'withdraw_request';
    });
    expect(said).toBeUndefined();
  });

  it('is not asked where there is nothing to choose, or where the message is nobody’s to see', async () => {
    let times = 0;
    const chooser: Chooser = {
      choose: async () => {
        times += 1;
        return 'help';
      },
    };
    const open = chooserAsker({ chooser, mask: (text) => text, patience: never });
    const shut = chooserAsker({ chooser, mask: () => undefined, patience: never });
    expect(await open('hm', [])).toBeUndefined();
    expect(await open('hm', ['help'])).toBeUndefined();
    expect(await shut('a child told me', OFFERED)).toBeUndefined();
    expect(times).toBe(0);
  });

  it('is handed the masked words and the offered intents, and nothing else', async () => {
    const handed: unknown[][] = [];
    const chooser: Chooser = {
      choose: async (...all) => {
        handed.push(all);
        return undefined;
      },
    };
    await chooserAsker({ chooser, mask: () => 'what is [school]', patience: never })('what is Hollin Lane', OFFERED);
    expect(handed).toEqual([['what is [school]', OFFERED]]);
  });
});

describe('Settling a doubt', () => {
  const doubt: Wanted = { verb: 'general.choose', data: { text: 'the sticker', intents: [...OFFERED] } };
  const other: Wanted = { verb: 'guide.levels', data: {}, intent: 'list_criteria' };
  const meant = (intent: IntentName, text: string): readonly Wanted[] => [{ verb: 'meant', data: { intent, text } }];

  it('goes on as if its button had been pressed, and leaves what was not in doubt alone', async () => {
    expect(await settleDoubts([doubt, other], async () => 'help', meant)).toEqual([
      { verb: 'meant', data: { intent: 'help', text: 'the sticker' } },
      other,
    ]);
  });

  it('is left to the person where there is no chooser, or it does not know', async () => {
    expect(await settleDoubts([doubt, other], undefined, meant)).toEqual([doubt, other]);
    expect(await settleDoubts([doubt, other], async () => undefined, meant)).toEqual([doubt, other]);
  });

  it('asks nothing about a worry, a button, or anything that was understood', async () => {
    const concern: Wanted = { verb: 'general.concern', data: { concern: 'safeguarding' } };
    const ask = async () => {
      throw new Error('It was asked');
    };
    expect(await settleDoubts([concern, other], ask, meant)).toEqual([concern, other]);
  });
});

describe('A bot with a chooser', () => {
  const DOUBTFUL = [
    'how many windmills are there near Hollin Lane, Priya Nair, 0113 496 0000',
    'ofsted sticker for Hollin Lane, are we a 3, Priya Nair said, 0113 496 0000',
    'cheese cabinet windmill, Hollin Lane, category 4, Priya Nair, 0113 496 0000',
    'the usual purple business at Hollin Lane with Priya Nair and 0113 496 0000',
  ];

  it('shows it no school, person, number or level, and answers as if the button had been pressed', async () => {
    const handed: string[] = [];
    const choose: Chooser['choose'] = async (text, offered) => {
      handed.push(text, ...offered);
      return offered.find((intent) => intent !== 'out_of_scope');
    };
    const bot = await openBot({ chooser: { choose } });
    for (const text of DOUBTFUL) {
      expect(wordsOf((await bot.say('01', text)).here)).not.toContain('Did you mean one of these?');
    }
    expect(handed.length).toBeGreaterThan(0);
    expect(handed.join(' ')).not.toMatch(/hollin|northcliffe|priya|nair|ruth|\d/i);
    expect(bot.faults).toEqual([]);
  });

  it('asks it nothing about a worry, and still asks the person when it fails', async () => {
    let times = 0;
    const bot = await openBot({
      chooser: {
        choose: async () => {
          times += 1;
          throw new Error('down');
        },
      },
    });
    await bot.say('01', 'a child told me they are hurt at home');
    expect(times).toBe(0);
    const answers = [];
    for (const text of DOUBTFUL) answers.push(wordsOf((await bot.say('01', text)).here));
    expect(times).toBeGreaterThan(0);
    expect(answers.join(' ')).toContain('Did you mean one of these?');
    expect(bot.faults).toEqual([]);
  });

  it('writes nothing on its say: what it leads to is shown first, and what may not be known stays unknown', async () => {
    const bot = await openBot({ chooser: { choose: async (_, offered) => offered[0] } });
    const changing = new Set(
      bot.features.flatMap(({ commands }) => commands.filter(({ kind }) => kind === 'write').map(({ verb }) => verb)),
    );
    const written: string[] = [];
    const { commit } = bot.store;
    bot.store.commit = (batch) => {
      written.push(...batch.map(({ ref }) => ref.partition.split(':')[0] ?? ''));
      return commit.call(bot.store, batch);
    };
    for (const text of DOUBTFUL) await bot.say('01', text);
    expect(changing.size).toBeGreaterThan(5);
    expect(new Set(written)).toEqual(new Set(['conversation', 'person']));
  });
});
