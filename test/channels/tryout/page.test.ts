import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOW, launch, noBrowser, type OpenPage, openPage, pane, say } from './browser.ts';
import { type RunningTryout, runTryout } from './running-tryout.ts';

describe.skipIf(noBrowser)(`the page in a browser${HOW}`, { timeout: 60_000 }, () => {
  let browser: Browser;
  let tryout: RunningTryout;
  let open: OpenPage;

  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    tryout = await runTryout();
    open = await openPage(browser, tryout.url);
  }, 60_000);
  afterEach(async () => {
    await open.page.context().close();
    await tryout.close();
  });

  it('lets two people talk side by side, each in their own chat, with nothing for the browser to complain of', async () => {
    const { page, complaints } = open;
    await page.getByRole('button', { name: 'Open Maya Okafor and Tom Brearley side by side' }).click();
    const maya = page.getByRole('region', { name: 'Chat as Maya Okafor' });
    const tom = page.getByRole('region', { name: 'Chat as Tom Brearley' });
    await maya.getByText('Hello, I am the partnership bot.').waitFor();
    await say(maya, 'Maya Okafor', 'what category are we?');
    await maya.getByRole('heading', { name: 'Category 3' }).waitFor();
    expect(await tom.getByTestId('message-person').count()).toBe(0);
    expect(await maya.getByTestId('message-person').innerText()).toContain('what category are we?');
    expect(complaints).toEqual([]);
  });

  it('leaves whoever is writing in one chat there when somebody else is told something', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'Open Maya Okafor and Tom Brearley side by side' }).click();
    const maya = pane(page, 'head-northcliffe');
    await maya.getByText('Hello, I am the partnership bot.').waitFor();
    await maya.getByRole('radio', { name: 'Group chat' }).check();
    const tom = page.getByRole('region', { name: 'Chat as Tom Brearley' });
    await tom.getByTestId('message-box').fill('I was just');
    await page.evaluate(() =>
      fetch('/tryout/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person: 'head-northcliffe', place: 'personal', text: 'what category are we?' }),
      }),
    );
    await page.getByTestId('person-head-northcliffe').getByText('1 new message').waitFor({ state: 'attached' });
    await tom.getByTestId('message-box').and(page.locator(':focus')).waitFor();
  });

  it('asks a starter question at a press', async () => {
    await open.page.getByTestId('person-head-northcliffe').click();
    const maya = pane(open.page, 'head-northcliffe');
    await maya.getByRole('button', { name: 'Who is our adviser?' }).click();
    await maya.getByTestId('card').waitFor();
    expect(tryout.bot.heard.at(-1)?.text).toBe('Who is our adviser?');
  });

  it('puts the answered card in place of the pressed one and keeps the focus there', async () => {
    await open.page.getByTestId('person-head-northcliffe').click();
    const maya = pane(open.page, 'head-northcliffe');
    await say(maya, 'Maya Okafor', 'what category are we?');
    await maya.getByRole('button', { name: 'And visits?' }).click();
    await maya.getByRole('heading', { name: 'Visits, asked by Maya Okafor' }).waitFor();
    expect(await maya.getByTestId('card').count()).toBe(1);
    await maya.getByTestId('card').and(open.page.locator(':focus')).waitFor();
  });

  it('unfolds what a card hides, checks its form and sends it', async () => {
    await open.page.getByTestId('person-head-northcliffe').click();
    const maya = pane(open.page, 'head-northcliffe');
    await say(maya, 'Maya Okafor', 'what category are we?');
    expect(await maya.getByText('Leeds 2013, part B5').isVisible()).toBe(false);
    await maya.getByRole('button', { name: 'Where it is written' }).click();
    await maya.getByText('Leeds 2013, part B5').waitFor({ state: 'visible' });
    await maya.getByRole('button', { name: 'Challenge this' }).click();
    await maya.getByRole('button', { name: 'Send the challenge' }).click();
    await maya.getByText('Say what is wrong.').waitFor({ state: 'visible' });
    await maya.getByRole('textbox', { name: 'What is wrong?' }).fill('The date');
    await maya.getByRole('button', { name: 'Send the challenge' }).click();
    await maya.getByText('"grounds":"The date"').waitFor();
    expect(tryout.bot.heard.at(-1)?.value).toEqual({ verb: 'categories.challenge', grounds: 'The date' });
  });

  it('shows in the group that the bot answered privately, and leads to that answer', async () => {
    const { page } = open;
    await page.getByTestId('shared-group').click();
    const group = page.getByRole('region', { name: 'Beckside colleagues' });
    await group.getByLabel('Speak as').selectOption('Priya Nair');
    await say(group, 'Priya Nair', 'what category is Northcliffe?');
    await group.getByText('I’ve replied to you directly.').waitFor();
    expect(await group.getByTestId('card').count()).toBe(0);
    expect(await group.getByTestId('message-person').innerText()).toContain('@Partnership Bot what category');
    await group.getByRole('button', { name: 'Open Priya Nair’s personal chat' }).click();
    await pane(page, 'adviser-north').getByRole('heading', { name: 'For you alone' }).waitFor();
  });

  it('counts what the bot wrote to somebody whose chat is not open', async () => {
    const { page } = open;
    await page.getByTestId('person-head-northcliffe').click();
    await pane(page, 'head-northcliffe').getByRole('radio', { name: 'Group chat' }).check();
    await say(pane(page, 'head-northcliffe'), 'Maya Okafor', 'what category are we?');
    await page.getByTestId('person-head-northcliffe').getByText('1 new message').waitFor({ state: 'attached' });
    await pane(page, 'head-northcliffe').getByRole('radio', { name: 'Personal' }).check();
    await page.getByTestId('person-head-northcliffe').getByText('1 new message').waitFor({ state: 'detached' });
  });

  it('keeps the channel in threads that can be answered', async () => {
    const { page } = open;
    await page.getByTestId('shared-channel').click();
    const channel = pane(page, 'channel');
    await say(channel, 'Maya Okafor', 'dates for spring?');
    const thread = channel.getByRole('region', { name: 'Thread' }).filter({ hasText: 'dates for spring?' });
    await thread.getByText('I’ve replied to you directly.').waitFor();
    await thread.getByRole('button', { name: /^Reply/ }).click();
    await channel.getByText('Replying to “dates for spring?”').waitFor();
    await say(channel, 'Maya Okafor', 'and for summer?');
    await thread.getByText('and for summer?').waitFor();
    const [first] = tryout.bot.heard.filter(({ type }) => type === 'message');
    expect(tryout.bot.heard.at(-1)?.conversation.id).toBe(first?.conversation.id);
  });

  it('brings everything back when it is reloaded', async () => {
    const { page } = open;
    await page.getByTestId('person-head-northcliffe').click();
    await say(pane(page, 'head-northcliffe'), 'Maya Okafor', 'what category are we?');
    await pane(page, 'head-northcliffe').getByTestId('card').waitFor();
    await page.reload();
    await pane(page, 'head-northcliffe').getByRole('heading', { name: 'Category 3' }).waitFor();
    expect(await pane(page, 'head-northcliffe').getByTestId('message-person').count()).toBe(1);
  });

  it('moves the bot’s clock and puts it back', async () => {
    const { page } = open;
    await page.getByTestId('clock-button').click();
    const panel = page.getByRole('dialog', { name: 'Move the bot’s clock' });
    await panel.getByLabel('Date and time in England').fill('2027-01-11T08:00');
    await panel.getByRole('button', { name: 'Move the clock' }).click();
    await panel.getByText('The bot’s date is now Mon 11 Jan 2027, 08:00.').waitFor();
    expect(tryout.clock.now().toString()).toBe('2027-01-11T08:00:00Z');
    await panel.getByRole('button', { name: 'A month on' }).click();
    await panel.getByText('Thu 11 Feb 2027').waitFor();
    await panel.getByRole('button', { name: 'Back to now' }).click();
    await panel.getByText('Back to the real date and time.').waitFor();
    expect(await page.getByTestId('clock-now').innerText()).toContain('Mon 23 Nov 2026');
  });

  it('says kindly that a message was not delivered, and sends it again at a press', async () => {
    const { page } = open;
    await page.getByTestId('person-head-northcliffe').click();
    const maya = pane(page, 'head-northcliffe');
    await maya.getByText('Hello, I am the partnership bot.').waitFor();
    tryout.bot.failNext(500);
    await say(maya, 'Maya Okafor', 'what category are we?');
    await maya.getByRole('alert').getByText('The bot had a problem of its own with that.').waitFor();
    await maya
      .getByTestId('failed')
      .getByRole('button', { name: /^Try again/ })
      .click();
    await maya.getByRole('heading', { name: 'Category 3' }).waitFor();
  });

  it('says that the demonstration was started again, and goes on', async () => {
    const { page } = open;
    await page.getByTestId('person-head-northcliffe').click();
    const port = Number(new URL(tryout.url).port);
    await tryout.close();
    await page.getByText('The connection to the demonstration was lost.').waitFor();
    tryout = await runTryout({}, port);
    await page.getByText('The demonstration was started again').waitFor();
    await say(pane(page, 'head-northcliffe'), 'Maya Okafor', 'still there?');
    await pane(page, 'head-northcliffe').getByRole('heading', { name: 'Category 3' }).waitFor();
  });

  it('closes a chat and leaves the focus in the next', async () => {
    const { page } = open;
    await page.getByTestId('person-head-northcliffe').click();
    await page.getByTestId('person-head-hollin-lane').click();
    await page.getByRole('button', { name: 'Close chat as Tom Brearley' }).click();
    expect(await pane(page, 'head-hollin-lane').count()).toBe(0);
    await page.getByRole('textbox', { name: 'Message as Maya Okafor' }).and(page.locator(':focus')).waitFor();
  });

  it('leaves what is being filled in alone while the bot writes on', async () => {
    const { page } = open;
    await page.getByTestId('person-head-northcliffe').click();
    const maya = pane(page, 'head-northcliffe');
    await say(maya, 'Maya Okafor', 'what category are we?');
    await maya.getByRole('button', { name: 'Challenge this' }).click();
    await maya.getByRole('textbox', { name: 'What is wrong?' }).fill('half a sentence');
    await say(maya, 'Maya Okafor', 'and another thing');
    await maya.getByTestId('card').nth(1).waitFor();
    expect(await maya.getByRole('textbox', { name: 'What is wrong?' }).first().inputValue()).toBe('half a sentence');
  });
});
