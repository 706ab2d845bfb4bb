import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { HOW_TO_INSTALL, localSlackPath, startLocalSlack } from '../../scripts/local-slack.ts';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { chromiumPath, HOW_TO_SWITCH_ON, launchChromium } from './chromium.ts';
import { freePort } from './free-port.ts';

/** Set to a folder, the journeys leave their pictures there. */
const PICTURES = process.env.PICTURES;

/** What a journey in Slack lacks on this machine, and how to bring it; `undefined` when it can run. */
export const missingForSlack =
  localSlackPath === undefined ? `needs local-slack: ${HOW_TO_INSTALL}` : chromiumPath ? undefined : HOW_TO_SWITCH_ON;

/** The demo in a Slack of its own, with a window on it in which one acts as any of its people. */
export interface SlackWindow {
  /** The bot's own address. */
  readonly url: string;
  readonly browser: Browser;
  readonly page: Page;
  actAs(person: string): Promise<unknown>;
  /** To a channel, the bot's page, or somebody's conversation with it, which local-slack names after the person. */
  go(where: string): Promise<void>;
  say(text: string): Promise<void>;
  press(button: string): Promise<void>;
  sees(text: string): Promise<void>;
  picture(file: string, of?: Page): Promise<void>;
  close(): Promise<void>;
}

/** `journey` begins the names of its pictures. The bot goes by the real time, as Slack's signatures do. */
export async function openSlackWindow(journey: string): Promise<SlackWindow> {
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), `${journey}-`));
  const port = await freePort();
  const slack = await startLocalSlack({
    path: localSlackPath ?? '',
    port: await freePort(),
    eventsUrl: `http://127.0.0.1:${port}/slack/events`,
  });
  const env = { PARTNERSHIP: 'demo', PORT: String(port), DATA_DIR: data, ...slack.botSettings };
  const bot = await startApp(readConfig(env), { now: () => Temporal.Now.instant() }, pino({ level: 'error' }));
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  page.setDefaultTimeout(20_000);
  await page.goto(slack.url);
  return {
    url: `http://127.0.0.1:${port}`,
    browser,
    page,
    actAs: (person) => page.getByLabel('Act as').selectOption({ label: person }),
    go: (where) => page.locator('.sidebar-item').filter({ hasText: where }).first().click(),
    say: async (text) => {
      await page.locator('textarea').first().fill(text);
      await page.getByRole('button', { name: 'Send' }).click();
    },
    press: (button) => page.getByRole('button', { name: button }).last().click(),
    sees: (text) => page.locator('.main, body').getByText(text).last().waitFor(),
    picture: async (file, of = page) => {
      if (PICTURES) await of.screenshot({ path: join(PICTURES, `${journey}-${file}.png`) });
    },
    close: async () => {
      await browser.close();
      await bot.stop();
      await slack.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
