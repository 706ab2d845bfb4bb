import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PersonId } from '../../../src/core/ids.ts';
import { Reach, reachRef } from '../../../src/core/outbox.ts';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import { type BehindSlack, behindSlack, type Seen } from './support/behind-slack.ts';
import { ok } from './support/fake-slack.ts';

let bot: Bot;
let inSlack: BehindSlack;
beforeEach(async () => {
  bot = await openBot();
  inSlack = await behindSlack(bot);
});
afterEach(async () => {
  await inSlack.close();
  expect(bot.faults).toEqual([]);
});

/** Nobody of that number is known in Slack. */
const NEWCOMER = '77';
const said = (seen: Seen) => seen.alone.map(({ args }) => args.text).join('\n');

function emailIs(email: string, confirmed = true): void {
  inSlack.slack.answer('users.info', ({ args }, response) =>
    ok(response, {
      user: { id: args.user, team_id: 'T0DEMO', is_email_confirmed: confirmed, profile: { email } },
    }),
  );
}

describe('A person known in Teams', () => {
  it('is answered alike in Slack: the same facts, in the same words', async () => {
    const there = (await bot.say('01', 'how many visits have we left?')).here;
    const here = await inSlack.say('01', 'how many visits have we left?');
    expect(said(here)).toContain(there[0]?.summary);
    const shown = JSON.stringify(here.alone[0]?.args.blocks);
    expect(wordsOf(there)).toContain('2 half-days');
    expect(shown).toContain('2 half-days');
  });

  it('is known in Slack by the e-mail address they confirmed there', async () => {
    emailIs('Ruth.Ellison@calderbrook.example');
    expect(said(await inSlack.say(NEWCOMER, 'what category are we?'))).toContain(
      'Northcliffe Primary School. Category 3',
    );
    await inSlack.say(NEWCOMER, 'and visits?');
    // From then on they are linked, and Slack is not asked again.
    expect(inSlack.slack.to('users.info')).toHaveLength(1);
  });

  it('is not known by an address they have not confirmed', async () => {
    emailIs('ruth.ellison@calderbrook.example', false);
    const seen = await inSlack.say(NEWCOMER, 'what category are we?');
    expect(JSON.stringify(seen)).not.toContain('Northcliffe');
  });

  it('is not known by what they say about themselves', async () => {
    const seen = await inSlack.say(NEWCOMER, 'I am ruth.ellison@calderbrook.example. What category are we?');
    expect(JSON.stringify(seen)).not.toContain('Northcliffe');
  });

  it('is known in Slack by the code an officer gave them in Teams, once', async () => {
    const issued = await bot.press('09', 'people.issue-code', { person: 'head-northcliffe' });
    const [code] = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(wordsOf(issued.here)) ?? [];
    expect(said(await inSlack.say(NEWCOMER, code ?? ''))).toContain('You’re linked');
    expect(said(await inSlack.say(NEWCOMER, 'what category are we?'))).toContain('Northcliffe Primary School');
    expect(said(await inSlack.say('78', code ?? ''))).toContain('That code doesn’t work');
  });

  it('is never asked for a code in front of others', async () => {
    const issued = await bot.press('09', 'people.issue-code', { person: 'head-northcliffe' });
    const [code] = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(wordsOf(issued.here)) ?? [];
    const seen = await inSlack.say(NEWCOMER, code ?? '', 'channel');
    expect(JSON.stringify(seen.here)).not.toContain('linked');
    expect(said(seen)).toContain('Please don’t type a code in a group');
  });
});

describe('A person who writes on both', () => {
  const address = async () => {
    const found = await bot.store.get(reachRef(PersonId.parse('head-northcliffe')));
    return Reach.parse(found?.body).addresses;
  };

  it('can be written to on both, where they last wrote from', async () => {
    await bot.say('01', 'hello');
    await inSlack.say('01', 'hello');
    await inSlack.say('01', 'hello', 'channel');
    expect(await address()).toMatchObject([
      { platform: 'teams' },
      { platform: 'slack', address: { v: 1, team: 'T0DEMO', channel: 'D0DEMO01', user: 'U0DEMO01' } },
    ]);
  });

  it('has what was sent to them in Slack changed there, whoever decided it and where', async () => {
    await inSlack.say('01', 'hello');
    const [, there] = [undefined, (await address()).find(({ platform }) => platform === 'slack')];
    const sent = await inSlack.sender.send(there?.address ?? {}, { summary: 'Priya Nair has a question for you.' });
    if (sent.outcome !== 'sent') throw new Error('not sent');
    // Decided in Teams; the outbox remembers where the notice went.
    const changed = await inSlack.sender.update(sent.address, sent.messageId ?? '', { summary: 'Answered in Teams.' });
    expect(changed.outcome).toBe('sent');
    expect(inSlack.slack.to('chat.update')).toMatchObject([
      { args: { channel: 'D0DEMO01', text: 'Answered in Teams.' } },
    ]);
  });

  it('goes on where they left off on each platform by itself', async () => {
    await bot.say('04', 'what category is Hollin Lane?');
    await inSlack.say('04', 'what category is Stonepit?');
    expect(said(await inSlack.say('04', 'and visits?'))).toContain('Stonepit');
    expect((await bot.say('04', 'and visits?')).here[0]?.summary).toContain('Hollin Lane');
  });
});

describe('The whole bot in Slack', () => {
  it.each([
    ['ask_for_support', /support|request/i],
    ['offer_support', /support|offer/i],
    ['my_school', /Northcliffe Primary School\. Category 3/],
  ])('answers the shortcut %s in the person’s own conversation', async (callback, words) => {
    const seen = await inSlack.deliver({
      type: 'shortcut',
      callback_id: callback,
      trigger_id: `1.${callback}`,
      user: { id: 'U0DEMO01', team_id: 'T0DEMO' },
      team: { id: 'T0DEMO' },
    });
    expect(seen.here).toEqual([]);
    expect(seen.alone).toMatchObject([{ method: 'chat.postMessage', args: { channel: 'D0DEMO01' } }]);
    expect(said(seen)).toMatch(words);
  });

  it('shows a headteacher their school, what is coming and how they are known on their own page', async () => {
    const [home] = (await inSlack.openHome('01')).alone;
    const shown = JSON.stringify(home?.args.view);
    for (const words of [
      'What waits and what is coming',
      'Northcliffe Primary School',
      'Category 3',
      'I know you as',
      'Ruth Ellison',
    ]) {
      expect(shown).toContain(words);
    }
  });

  it('shows an adviser what waits for them, and their schools', async () => {
    await inSlack.press('01', 'categories.challenge', {
      school: 'northcliffe',
      ref: 'r1',
      kind: 'review',
      text: 'Please look again.',
    });
    const [home] = (await inSlack.openHome('04')).alone;
    const shown = JSON.stringify(home?.args.view);
    for (const words of [
      'Request for a review: Northcliffe Primary School',
      'waiting for you',
      'Hollin Lane',
      'Not yet shared',
    ]) {
      expect(shown).toContain(words);
    }
    expect(shown).not.toContain('Please look again');
  });

  it('shows somebody it does not know how to be known, and nothing else', async () => {
    const home = (await inSlack.openHome('42')).alone.find(({ method }) => method === 'views.publish');
    const shown = JSON.stringify(home?.args.view);
    expect(shown).toContain('one-time code');
    expect(shown).not.toMatch(/Northcliffe|Category \d/);
  });

  it('writes down what a page of one’s own disclosed', async () => {
    await inSlack.openHome('01');
    const rows = (await bot.store.query({ type: 'audit' })).items.map(({ body }) => [
      body.viewer,
      body.verb,
      body.outcome,
    ]);
    expect(rows).toContainEqual(['head-northcliffe', 'categories.show', 'disclosed']);
    expect(rows.every(([, , outcome]) => outcome === 'disclosed')).toBe(true);
  });

  it('offers first questions that work', async () => {
    const seen = await inSlack.deliver({
      type: 'event_callback',
      event_id: 'Ev0ASSISTANT',
      team_id: 'T0DEMO',
      event: {
        type: 'assistant_thread_started',
        assistant_thread: { user_id: 'U0DEMO01', channel_id: 'D0DEMO01', thread_ts: '1.1' },
      },
    });
    const { prompts } = seen.alone[0]?.args ?? {};
    expect(prompts[0].message).toBe('What category are we?');
    expect(said(await inSlack.say('01', prompts[0].message))).toContain('Category 3');
  });

  it('asks a head for words when a challenge has none, beside the input', async () => {
    const form = await inSlack.press('01', 'categories.start-challenge', { school: 'northcliffe' });
    const blocks = form.alone.at(-1)?.args.blocks ?? [];
    const [button] = blocks
      .filter(({ type }: { type: string }) => type === 'actions')
      .flatMap(({ elements }: { elements: unknown[] }) => elements);
    const interaction = { user: { id: 'U0DEMO01', team_id: 'T0DEMO' }, team: { id: 'T0DEMO' } };
    const opened = await inSlack.deliver({
      ...interaction,
      type: 'block_actions',
      trigger_id: '1.open',
      container: { type: 'message', message_ts: '1.1', channel_id: 'D0DEMO01' },
      actions: [{ action_id: button.action_id, value: button.value }],
    });
    const view = opened.alone[0]?.args.view;
    const answered = await inSlack.submit({
      ...interaction,
      type: 'view_submission',
      trigger_id: '1.submit',
      view: {
        ...view,
        id: 'V1',
        state: {
          values: {
            'input:kind': { 'choice:kind': { type: 'radio_buttons', selected_option: { value: 'review' } } },
            'input:text': { 'text:text': { type: 'plain_text_input', value: '  ' } },
          },
        },
      },
    });
    expect(answered).toEqual({
      response_action: 'errors',
      errors: { 'input:text': expect.stringContaining('Please say in a sentence or two') },
    });
    expect((await bot.store.query({ type: 'challenge' })).items).toEqual([]);
  });
});
