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
import { type Playground, startPlayground } from './playground.ts';

/** Set to a folder, the journeys leave their pictures there. */
const PICTURES = process.env.PICTURES;
if (PICTURES) mkdirSync(PICTURES, { recursive: true });

const missing =
  localSlackPath === undefined ? `needs local-slack: ${HOW_TO_INSTALL}` : chromiumPath ? undefined : HOW_TO_SWITCH_ON;
const name = 'One bot, with some people in Slack and others in Teams';

describe.skipIf(missing)(missing ? `${name}: ${missing}` : name, () => {
  let slack: LocalSlack;
  const data = mkdtempSync(join(tmpdir(), 'two-platforms-'));
  let bot: App;
  let browser: Browser;
  let page: Page;
  let url: string;
  let priya: Playground;
  let sam: Playground;

  beforeAll(async () => {
    const port = await freePort();
    slack = await startLocalSlack({
      path: localSlackPath ?? '',
      port: await freePort(),
      eventsUrl: `http://127.0.0.1:${port}/slack/events`,
    });
    const env = { PARTNERSHIP: 'demo', PORT: String(port), DATA_DIR: data, ...slack.botSettings };
    // Slack's signatures go by the real time, so the bot starts in it and is then moved to a school day.
    bot = await startApp(readConfig(env), { now: () => Temporal.Now.instant() }, pino({ level: 'error' }));
    url = `http://127.0.0.1:${port}`;
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
    page.setDefaultTimeout(20_000);
    await page.goto(slack.url);
    await itBecomes(0);
    const sitDown = (number: number, person: string) =>
      startPlayground(`${url}/api/messages`, { number, name: person }, browser);
    [priya, sam] = await Promise.all([sitDown(4, 'Priya Nair'), sitDown(2, 'Sam Idowu')]);
    for (const person of [priya, sam]) await person.waitForCard('partnership bot');
  });
  afterAll(async () => {
    for (const person of [priya, sam]) await person?.close();
    await browser?.close();
    await bot?.stop();
    await slack?.close();
    rmSync(data, { recursive: true, force: true });
  });

  const picture = async (file: string, of: Page = page) => {
    if (PICTURES) await of.screenshot({ path: join(PICTURES, `two-platforms-${file}.png`) });
  };
  const actAs = (person: string) => page.getByLabel('Act as').selectOption({ label: person });
  const go = (where: string) => page.locator('.sidebar-item').filter({ hasText: where }).first().click();
  const goToBot = async (person: string) => {
    await go('partnership-bot');
    // The person's conversation with the bot, which local-slack names after the person.
    await go(person);
  };
  const field = (label: string) => page.locator('.modal .bk-input').filter({ hasText: label });
  const buttons = (label: string) => page.getByRole('button', { name: label });
  const itBecomes = async (daysLater: number) => {
    const body = JSON.stringify({ now: aSchoolDay(daysLater) });
    const moved = await fetch(`${url}/tryout/clock`, { method: 'POST', body, headers: JSON_TYPE });
    expect(moved.status).toBe(200);
  };
  const say = async (text: string) => {
    await page.locator('textarea').first().fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
  };
  const press = (button: string) => page.getByRole('button', { name: button }).last().click();
  const sees = (text: string) => page.locator('.main, body').getByText(text).last().waitFor();

  it('carries a request from a form in Slack to the adviser in Teams', async () => {
    await actAs('Helen Marsh');
    await goToBot('Helen Marsh');
    await say('hello');
    await sees('Hello, Helen');
    await actAs('Ruth Ellison');
    await goToBot('Ruth Ellison');
    await say('we could do with help on Y1 phonics after Christmas');
    await sees('This goes to Priya Nair');
    await press('Fill in the form');
    await field('What is it about?').locator('select').selectOption({ label: 'Phonics' });
    await field('What would help?').locator('select').selectOption({ label: 'Coaching' });
    await field('What should be different')
      .locator('input, textarea')
      .fill('More of our Year 1s blending with confidence.');
    await picture('01-modal');
    await page.locator('.modal-btn.primary').click();
    await page.locator('.modal').waitFor({ state: 'detached' });
    await sees('I’ll tell you as soon as it is picked up');
    await picture('02-sent');
    await priya.waitForCard('This request needs somebody to take it on, and it has come to you.');
  });

  it('tells whoever has waited too long, and changes their card in Slack once it is taken in Teams', async () => {
    await itBecomes(3);
    await priya.waitForCard('A reminder: this request is still waiting to be picked up.');
    await actAs('Helen Marsh');
    await goToBot('Helen Marsh');
    await sees('Nobody has picked this request up in the time promised.');
    await picture('03-helen-told');
    expect(await buttons('I’ll take it').count()).toBe(1);

    await priya.clickButton('I’ll take it');
    await priya.waitForCard('It is yours, and Ruth Ellison is being told.');
    await sees('Priya Nair has SR-');
    await expect.poll(() => buttons('I’ll take it').count()).toBe(0);
    await picture('04-helens-card-changed');
    await picture('05-priya-has-it', priya.page);
    await actAs('Ruth Ellison');
    await goToBot('Ruth Ellison');
    await sees('Priya Nair picked this up.');
    await picture('06-ruth-hears');
  });

  it('goes the other way: asked in Teams, taken in Slack, and the card in Teams says who has it', async () => {
    await sam.say('we would like some help with writing in Year 4');
    await sam.waitForCard('This goes to Priya Nair');
    await sam.choose('What would help?', 'Coaching');
    await sam.fill('What should be different afterwards?', 'Our Year 4s write at length, and like to.');
    await sam.clickButton('Send to Priya Nair');
    await priya.waitForCard('Our Year 4s write at length');
    await itBecomes(8);
    await actAs('Helen Marsh');
    await goToBot('Helen Marsh');
    await sees('Our Year 4s write at length');
    await press('I’ll take it');
    await sees('It is yours, and Sam Idowu is being told.');
    await picture('07-helen-took-it');

    await sam.waitForCard('Helen Marsh picked this up.');
    await priya.waitForCard('Helen Marsh has SR-');
    await expect.poll(() => priya.page.getByRole('button', { name: 'I’ll take it' }).count()).toBe(0);
    await picture('08-priyas-card-changed', priya.page);
    await picture('09-sam-hears', sam.page);
    // Who was asked once hears who has it, and no more of what was asked for.
    expect(await priya.read()).not.toContain('Our Year 4s write at length');
  });
});

const JSON_TYPE = { 'content-type': 'application/json' };

/** A Tuesday morning in the middle of a half-term to come, and so many days after it. */
function aSchoolDay(daysLater = 0): string {
  let day = Temporal.PlainDate.from({ year: Temporal.Now.plainDateISO().year + 1, month: 11, day: 8 });
  while (day.dayOfWeek !== 2) day = day.add({ days: 1 });
  return `${day.add({ days: daysLater })}T10:00`;
}
