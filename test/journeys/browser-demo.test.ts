import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot } from '../harness/running-bot.ts';
import { chromiumPath, HOW_TO_SWITCH_ON, launchChromium } from './chromium.ts';
import { type Playground, startPlayground } from './playground.ts';

/** Set to a folder, the journeys leave their pictures there. */
const PICTURES = process.env.PICTURES;
if (PICTURES) mkdirSync(PICTURES, { recursive: true });

const named = (name: string) => (chromiumPath ? name : `${name}: ${HOW_TO_SWITCH_ON}`);

describe.skipIf(!chromiumPath)(named('The demo in a browser'), () => {
  let bot: Awaited<ReturnType<typeof startBot>>;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    bot = await startBot();
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(20_000);
    await page.goto(bot.url);
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.stop();
  });

  const pane = (person: string) => page.getByTestId(`pane-${person}`);
  const say = async (person: string, text: string) => {
    await pane(person).getByTestId('message-box').fill(text);
    await pane(person).getByTestId('send').click();
  };

  it('lets a visitor be a headteacher, who is answered with their school’s card', async () => {
    await page.getByTestId('person-head-northcliffe').click();
    await say('head-northcliffe', 'what category are we?');
    await pane('head-northcliffe').getByText('Schools that are improving and/or at risk').first().waitFor();
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'headteacher.png') });
  });

  it('carries a challenge from the head’s form to the adviser’s own chat beside it', async () => {
    await page.getByTestId('person-adviser-north').click();
    await say('adviser-north', 'hello');
    await say('head-northcliffe', 'this is wrong, I want to challenge it');
    const head = pane('head-northcliffe');
    await head
      .getByRole('textbox', { name: /What is wrong/ })
      .last()
      .fill('The deputy is now the substantive head.');
    await head.getByRole('button', { name: 'Send it' }).click();
    await pane('adviser-north').getByText('The deputy is now the substantive head.').waitFor();
    await head.getByText('The deputy is now the substantive head.').first().waitFor();
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'challenge.png') });
  });
});

describe.skipIf(!chromiumPath)(named('The demo in Microsoft’s Agents Playground'), () => {
  let bot: Awaited<ReturnType<typeof startBot>>;
  let playground: Playground;
  beforeAll(async () => {
    bot = await startBot();
    playground = await startPlayground(`${bot.url}/api/messages`, { number: 1, name: 'Ruth Ellison' });
  });
  afterAll(async () => {
    await playground?.close();
    await bot?.stop();
  });

  it('welcomes, answers with the school’s card, and carries on', async () => {
    await playground.waitForCard('partnership bot');
    await playground.say('whats our catagory');
    await playground.waitForCard('Schools that are improving and/or at risk');
    await playground.say('and visits?');
    await playground.waitForCard('at least 2 still owed');
    if (PICTURES) await playground.screenshot(join(PICTURES, 'playground.png'));
  });

  it('answers a question in a channel privately', async () => {
    await playground.open('channel');
    await playground.say('what category are we?');
    await playground.waitForCard('I’ve replied to you directly.');
    expect(await playground.read()).not.toContain('at risk');
  });
});
