import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOW_TO_INSTALL, type LocalSlack, localSlackPath, startLocalSlack } from '../../scripts/local-slack.ts';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { chromiumPath, HOW_TO_SWITCH_ON, launchChromium } from './chromium.ts';
import { freePort } from './free-port.ts';

/** Set to a folder, the journeys leave their pictures there. */
const PICTURES = process.env.PICTURES;
if (PICTURES) mkdirSync(PICTURES, { recursive: true });

const missing =
  localSlackPath === undefined ? `needs local-slack: ${HOW_TO_INSTALL}` : chromiumPath ? undefined : HOW_TO_SWITCH_ON;
const name = 'The demo in a Slack of one’s own, in a browser';

describe.skipIf(missing)(missing ? `${name}: ${missing}` : name, () => {
  const data = mkdtempSync(join(tmpdir(), 'slack-journey-'));
  let slack: LocalSlack;
  let bot: App;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const port = await freePort();
    slack = await startLocalSlack({
      path: localSlackPath ?? '',
      port: await freePort(),
      eventsUrl: `http://127.0.0.1:${port}/slack/events`,
    });
    const env = { PARTNERSHIP: 'demo', PORT: String(port), DATA_DIR: data, ...slack.botSettings };
    bot = await startApp(readConfig(env), { now: () => Temporal.Now.instant() }, pino({ level: 'warn' }));
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
    page.setDefaultTimeout(20_000);
    await page.goto(slack.url);
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.stop();
    await slack?.close();
    rmSync(data, { recursive: true, force: true });
  });

  const picture = async (file: string) => {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `slack-${file}.png`) });
  };
  const actAs = (person: string) => page.getByLabel('Act as').selectOption({ label: person });
  const go = (where: string) => page.locator('.sidebar-item').filter({ hasText: where }).first().click();
  const say = async (text: string) => {
    await page.locator('textarea').first().fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
  };
  const press = (button: string) => page.getByRole('button', { name: button }).last().click();
  const sees = (text: string) => page.locator('.main, body').getByText(text).last().waitFor();
  /** The person's conversation with the bot, which local-slack names after the person. */
  const goToBot = (person: string) => go(person);

  it('shows a headteacher their own page', async () => {
    await actAs('Ruth Ellison');
    await go('partnership-bot');
    await sees('What waits and what is coming');
    await sees('Northcliffe Primary School');
    await sees('I know you as');
    await picture('home');
  });

  it('answers a question, and the one that follows on it', async () => {
    await goToBot('Ruth Ellison');
    await say('How many visits have we left?');
    await sees('2 recorded this year');
    await picture('question');
    await say('and who is our adviser?');
    await sees('Priya Nair, School Improvement Adviser, North.');
  });

  it('takes a form, and says beside it what is missing', async () => {
    await actAs('Priya Nair');
    await go('partnership-bot');
    await goToBot('Priya Nair');
    await say('hello');
    await sees('Hello, Priya');
    await actAs('Ruth Ellison');
    await goToBot('Ruth Ellison');
    await press('Something here is wrong');
    await press('Fill in the form');
    await page.locator('.modal').getByRole('radio').first().check();
    await page.locator('.modal').getByRole('textbox').fill('   ');
    await page.locator('.modal-btn.primary').click();
    await sees('Please say in a sentence or two what is wrong');
    await picture('form-with-error');
    await page.locator('.modal').getByRole('textbox').fill('The deputy is now the substantive head.');
    await page.locator('.modal-btn.primary').click();
    await page.locator('.modal').waitFor({ state: 'detached' });
    await sees('The deputy is now the substantive head.');
    await picture('form-sent');
  });

  it('tells the adviser, who finds it waiting on their own page too', async () => {
    await actAs('Priya Nair');
    await goToBot('Priya Nair');
    await sees('The deputy is now the substantive head.');
    await picture('adviser');
    await go('partnership-bot');
    await sees('waiting for you');
    await picture('adviser-home');
  });

  it('answers privately what was asked in a channel, which sees only that', async () => {
    await actAs('Ruth Ellison');
    await go('headteachers');
    await say('@partnership-bot what category are we?');
    await page.getByText('1 reply').click();
    await sees('I’ve replied to you directly.');
    expect(await page.locator('body').innerText()).not.toContain('Category 3');
    await picture('channel');
    await goToBot('Ruth Ellison');
    await sees('Category 3: Schools that are improving and/or at risk');
  });

  it('answers a command that anybody may read where it was given', async () => {
    await go('headteachers');
    await say('/partnership what is a review group for?');
    await sees('chaired by the Head of Learning Improvement');
    await picture('command');
  });
});
