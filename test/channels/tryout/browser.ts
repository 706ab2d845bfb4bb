import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

const executable = process.env.CHROMIUM;
export const noBrowser = executable === undefined || !existsSync(executable);
/** For the names of tests that need a browser: how to switch them on. */
export const HOW = noBrowser ? ' (skipped: set CHROMIUM=/usr/bin/chromium to run it)' : '';

export function launch(): Promise<Browser> {
  return chromium.launch({
    ...(executable === undefined ? {} : { executablePath: executable }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}

export interface OpenPage {
  readonly page: Page;
  /** Everything the browser complained about: scripts, refused resources, broken policy. */
  readonly complaints: string[];
}

export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.getByTestId('person-head-northcliffe').waitFor();
  return { page, complaints };
}

export function pane(page: Page, key: string): Locator {
  return page.getByTestId(`pane-${key}`);
}

export async function say(where: Locator, name: string, text: string): Promise<void> {
  await where.getByRole('textbox', { name: `Message as ${name}` }).fill(text);
  await where.getByRole('button', { name: 'Send', exact: true }).click();
}

/** A script that runs in the page, which TypeScript knows nothing of. */
export function inPage(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, 'in-page', `${name}.js`), 'utf8');
}
