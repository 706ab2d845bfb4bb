import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SENTENCES } from '../../../src/channels/slack/sentences.ts';
import type { AdaptiveCard, Answer } from '../../../src/core/reply.ts';
import type { JsonObject } from '../../../src/core/store.ts';
import { refuse } from './support/fake-slack.ts';
import { payload } from './support/payload.ts';
import { asSlackSends } from './support/sign.ts';
import { NOW, NOW_SECONDS, type SlackBot, says, startSlackBot } from './support/slack-bot.ts';

const FORM: AdaptiveCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Something here is wrong', style: 'heading' },
    {
      type: 'Input.Text',
      id: 'text',
      label: 'What is wrong?',
      isRequired: true,
      errorMessage: 'Please say what is wrong.',
    },
    { type: 'Input.Date', id: 'when', label: 'Since when?' },
  ],
  actions: [{ type: 'Action.Execute', title: 'Send to Priya', verb: 'send', data: { school: 'northcliffe' } }],
};

let bot: SlackBot;
let answer: Answer | undefined;
beforeEach(async () => {
  answer = says({ summary: 'A form.', card: FORM });
  bot = await startSlackBot({ hear: async () => answer });
});
afterEach(() => bot.close());

const posted = () => bot.slack.to('chat.postMessage').map(({ args }) => args);

/** Every button in what was last posted, changed or shown. */
// biome-ignore lint/suspicious/noExplicitAny: blocks as they were sent
function buttonsIn(blocks: any[]): any[] {
  return blocks.filter(({ type }) => type === 'actions').flatMap(({ elements }) => elements);
}

function pressing(name: string, button: { action_id: string; value: string }, changes: JsonObject = {}): JsonObject {
  return payload(name, { actions: [{ type: 'button', action_id: button.action_id, value: button.value }], ...changes });
}

async function openForm(name = 'press-im') {
  await bot.deliver(payload('message-im'));
  const [button] = buttonsIn(posted()[0].blocks);
  await bot.deliver(pressing(name, button));
  const [opened] = bot.slack.to('views.open');
  return { button, view: opened?.args.view, trigger: opened?.args.trigger_id };
}

/** What Slack sends when the form is sent with this in it. */
function filledIn(view: JsonObject, text: string | null, when: string | null = null): JsonObject {
  return payload('submit-form', {
    view: {
      ...view,
      id: 'V0FORM',
      state: {
        values: {
          'input:text': { 'text:text': { type: 'plain_text_input', value: text } },
          'input:when': { 'date:when': { type: 'datepicker', selected_date: when } },
        },
      },
    },
  });
}

describe('A card with a form', () => {
  it('is shown without its inputs, with a button that opens them', async () => {
    const { button, view, trigger } = await openForm();
    expect(posted()[0].blocks.some(({ type }: { type: string }) => type === 'input')).toBe(false);
    expect(button.text.text).toBe('Fill in the form');
    expect(view).toMatchObject({ type: 'modal', submit: { text: 'Send to Priya' }, callback_id: 'partnership-form' });
    expect(trigger).toBe(payload('press-im').trigger_id);
    // Opening it is no turn: nothing was asked yet.
    expect(bot.turns).toHaveLength(1);
  });

  it('is one turn when it is sent, with what its button carries and what was filled in', async () => {
    const { view } = await openForm();
    answer = says({ summary: 'Sent.', card: { ...FORM, body: [], actions: [] } });
    const response = await bot.deliver(filledIn(view, 'The head has changed.', '2026-11-02'));
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(bot.turns[1]).toMatchObject({
      place: { kind: 'personal', conversation: 'T0DEMO:D0DEMO01' },
      input: { verb: 'send', data: { school: 'northcliffe', text: 'The head has changed.', when: '2026-11-02' } },
    });
    // The answer stands where the form stood.
    expect(bot.slack.to('chat.update')).toMatchObject([
      { args: { channel: 'D0DEMO01', ts: '1795347728.000011', text: 'Sent.' } },
    ]);
  });

  it('stays open with the sentence under the input when something in it cannot be taken', async () => {
    const { view } = await openForm();
    answer = {
      ...says({ summary: 'Nothing has been sent.' }),
      problems: [{ input: 'text', sentence: 'Please say it in a sentence or two.' }, { input: 'school' }],
    };
    const response = await bot.deliver(filledIn(view, '   '));
    expect(await response.json()).toEqual({
      response_action: 'errors',
      errors: { 'input:text': 'Please say it in a sentence or two.' },
    });
    expect(posted()).toHaveLength(1);
    expect(bot.slack.to('chat.update')).toEqual([]);
  });

  it('has the card’s own words for an input nobody gave a sentence, and a general one for one without any', async () => {
    const { view } = await openForm();
    answer = { ...says({ summary: 'No.' }), problems: [{ input: 'text' }, { input: 'when' }] };
    const response = await bot.deliver(filledIn(view, ''));
    expect(await response.json()).toEqual({
      response_action: 'errors',
      errors: { 'input:text': 'Please say what is wrong.', 'input:when': SENTENCES.checkThis },
    });
  });

  it('closes and says why when what is wrong is nothing on it', async () => {
    const { view } = await openForm();
    answer = { ...says({ summary: 'Not yours to do.' }), problems: [{ input: 'school' }] };
    const response = await bot.deliver(filledIn(view, 'Words.'));
    expect(await response.text()).toBe('');
    expect(posted()[1]).toMatchObject({ text: 'Not yours to do.' });
  });

  it('can be sent again once it is put right, and that is another turn', async () => {
    const { view } = await openForm();
    answer = { ...says({ summary: 'No.' }), problems: [{ input: 'text' }] };
    await bot.deliver(filledIn(view, ''));
    answer = says({ summary: 'Sent.' });
    await bot.deliver({ ...filledIn(view, 'Words.'), trigger_id: '9.9.again' });
    const [, first, second] = bot.turns;
    expect(first?.ids).not.toEqual(second?.ids);
    expect(posted()[1]).toMatchObject({ text: 'Sent.' });
  });

  it('closes before Slack loses patience, and the answer follows as a message', { timeout: 15_000 }, async () => {
    const { view } = await openForm();
    let finish = () => {};
    answer = undefined;
    const slow = await startSlackBot({
      store: bot.store,
      slack: bot.slack,
      hear: () =>
        new Promise((resolve) => {
          finish = () => resolve({ ...says({ summary: 'Late, and wrong.' }), problems: [{ input: 'text' }] });
        }),
    });
    const response = await slow.send(asSlackSends(filledIn(view, ''), NOW_SECONDS));
    expect([response.status, await response.text()]).toEqual([200, '']);
    finish();
    await slow.channel.deliveries.idle();
    expect(posted()[1]).toMatchObject({ text: 'Late, and wrong.' });
    await slow.close();
  });

  it('answers in the channel it was opened in', async () => {
    const { view } = await openForm('press-channel');
    answer = says({ summary: 'Sent.' });
    await bot.deliver(filledIn(view, 'Words.'));
    expect(bot.turns[1]?.place.kind).toBe('channel');
    expect(posted()[1]).toMatchObject({ channel: 'C0HEADS', thread_ts: '1795347720.000001', text: 'Sent.' });
  });

  it('that is somebody else’s is closed and left alone', async () => {
    const response = await bot.deliver(payload('submit-form', { view: { id: 'V1', callback_id: 'theirs' } }));
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(bot.turns).toEqual([]);
  });
});

describe('A form that cannot be opened', () => {
  it('for being too old says so to the person', async () => {
    const { button } = await openForm();
    bot.setTime(NOW.add({ hours: 24 * 61 }));
    await bot.deliver(pressing('press-channel', button));
    expect(bot.slack.to('views.open')).toHaveLength(1);
    expect(posted()[1]).toMatchObject({ channel: 'D0DEMO01', text: SENTENCES.oldForm });
  });

  it('for Slack’s own reasons says so to the person', async () => {
    bot.slack.answer('views.open', (_called, response) => refuse(response, 'expired_trigger_id'));
    await openForm();
    expect(posted()[1]).toMatchObject({ text: SENTENCES.cannotOpenForm });
  });

  it('because its button was changed says so to the person', async () => {
    await bot.deliver(pressing('press-im', { action_id: 'form:1', value: '{"form":0,"ref":{"card":"../../person"}}' }));
    expect(posted()[0]).toMatchObject({ text: SENTENCES.oldForm });
  });
});

describe('A card with more than one message holds', () => {
  const LONG: AdaptiveCard = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: Array.from({ length: 120 }, (_, row) => ({ type: 'TextBlock', text: `Row ${row + 1}`, separator: true })),
  };

  it('has pages, and a button turns to the next in the same place', async () => {
    answer = says({ summary: 'A long list.', card: LONG });
    await bot.deliver(payload('message-im'));
    const [first] = posted();
    expect(JSON.stringify(first.blocks)).toContain('"Row 1"');
    expect(JSON.stringify(first.blocks)).not.toContain('"Row 120"');
    const [next] = buttonsIn(first.blocks);
    await bot.deliver(pressing('press-im', next));
    const [turned] = bot.slack.to('chat.update');
    expect(turned?.args).toMatchObject({ channel: 'D0DEMO01', ts: '1795347728.000011' });
    expect(JSON.stringify(turned?.args.blocks)).not.toContain('"Row 1"');
    expect(bot.turns).toHaveLength(1);
  });

  it('says that the rest is gone when it is', async () => {
    answer = says({ summary: 'A long list.', card: LONG });
    await bot.deliver(payload('message-im'));
    const [next] = buttonsIn(posted()[0].blocks);
    bot.setTime(NOW.add({ hours: 24 * 61 }));
    await bot.deliver(pressing('press-im', next));
    expect(posted()[1]).toMatchObject({ text: SENTENCES.oldForm });
  });
});
