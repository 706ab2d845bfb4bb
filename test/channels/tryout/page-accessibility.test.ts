import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HOW, inPage, launch, noBrowser, openPage, pane, say } from './browser.ts';
import { type RunningTryout, runTryout } from './running-tryout.ts';

const CONTROLS = ['button', 'textbox', 'combobox', 'radio', 'checkbox', 'link', 'log', 'region', 'group', 'dialog'];

interface AccessibilityNode {
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
}

describe.skipIf(noBrowser)(`the page for everybody${HOW}`, { timeout: 90_000 }, () => {
  let browser: Browser;
  let tryout: RunningTryout;
  const opened: Page[] = [];

  beforeAll(async () => {
    browser = await launch();
    tryout = await runTryout();
  }, 60_000);
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser.close();
    await tryout.close();
  });

  /** A page with every kind of thing on it: two people, the group, a card with its form open, a failed message, the clock. */
  async function fullPage(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
    const { page } = await openPage(browser, tryout.url, options);
    opened.push(page);
    await page.getByTestId('person-head-northcliffe').click();
    const maya = pane(page, 'head-northcliffe');
    await say(maya, 'Maya Okafor', 'what category are we?');
    const challenge = maya.getByRole('button', { name: 'Challenge this' }).last();
    await challenge.click();
    tryout.bot.failNext(500);
    await say(maya, 'Maya Okafor', 'and again?');
    await maya.getByTestId('failed').last().waitFor();
    return page;
  }

  async function withShared(page: Page): Promise<void> {
    await page.getByTestId('shared-channel').click();
    await say(pane(page, 'channel'), 'Maya Okafor', 'hello');
    await page.getByTestId('shared-group').click();
    await say(pane(page, 'group'), 'Maya Okafor', 'hello');
    await pane(page, 'group').getByText('I’ve replied to you directly.').last().waitFor();
    await page.getByTestId('clock-button').click();
  }

  it('names every control and region for a screen reader', async () => {
    const page = await fullPage();
    await withShared(page);
    const session = await page.context().newCDPSession(page);
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AccessibilityNode[] };
    const nameless = nodes.filter(
      ({ ignored, role, name }) =>
        !ignored && CONTROLS.includes(String(role?.value)) && !String(name?.value ?? '').trim(),
    );
    expect(nodes.length).toBeGreaterThan(100);
    expect(nameless).toEqual([]);
  });

  it('has a language, a title, headings in order, polite logs, targets big enough to hit, and no id twice', async () => {
    const page = await fullPage();
    await withShared(page);
    const found = (await page.evaluate(await inPage('read-structure'))) as {
      headings: number[];
      logs: [string, string][];
    };
    expect(found).toMatchObject({
      language: 'en-GB',
      title: 'Partnership Bot: try it out',
      repeatedIds: [],
      positiveTabindex: 0,
      small: [],
    });
    expect(found.headings[0]).toBe(1);
    found.headings.slice(1).forEach((level, index) => {
      expect(level - (found.headings[index] ?? 0)).toBeLessThanOrEqual(1);
    });
    expect(found.logs.length).toBe(3);
    for (const [live, label] of found.logs) {
      expect(live).toBe('polite');
      expect(label).toContain('as Maya Okafor sees it');
    }
  });

  it('can be walked through with the Tab key, in the order it is read, and always shows where one is', async () => {
    const { page } = await openPage(browser, tryout.url);
    opened.push(page);
    await page.getByTestId('person-visitor').click();
    await pane(page, 'visitor').getByText('Hello, I am the partnership bot.').waitFor();
    await page.reload();
    await pane(page, 'visitor').getByText('Hello, I am the partnership bot.').waitFor();
    const script = await inPage('read-focus');
    const walk: string[] = [];
    for (let step = 0; step < 16; step += 1) {
      await page.keyboard.press('Tab');
      const focus = (await page.evaluate(script)) as { name: string; role: string; visible: boolean };
      expect(focus.visible, focus.name).toBe(true);
      walk.push(`${focus.role}: ${focus.name}`);
    }
    const places = walk.map((step) => step.replace(/\s+/g, ' '));
    expect(places[0]).toBe('a: Skip to the chats');
    expect(places[1]).toContain('Bot’s date');
    expect(places[2]).toContain('Maya Okafor');
    expect(places[7]).toContain('Beckside colleagues');
    expect(places.slice(9)).toEqual([
      'summary: What to try',
      'button: Close chat as Sam Visitor',
      'input: Personal',
      'log: Personal chat, as Sam Visitor sees it',
      'button: What are the categories?',
      'textarea: Message as Sam Visitor',
      'button: Send',
    ]);
  });

  it('skips past the people, and works without a mouse from there', async () => {
    const { page } = await openPage(browser, tryout.url);
    opened.push(page);
    await page.getByTestId('person-adviser-north').focus();
    await page.keyboard.press('Enter');
    const priya = pane(page, 'adviser-north');
    await priya.getByRole('textbox', { name: 'Message as Priya Nair' }).waitFor();
    await page.keyboard.type('what category is Northcliffe?');
    await page.keyboard.press('Enter');
    await priya.getByRole('button', { name: 'And visits?' }).focus();
    await page.keyboard.press('Enter');
    await priya.getByRole('heading', { name: 'Visits, asked by Priya Nair' }).waitFor();
    await priya.getByRole('radio', { name: 'Personal' }).focus();
    await page.keyboard.press('ArrowRight');
    await priya.getByRole('log', { name: 'Beckside colleagues, as Priya Nair sees it' }).waitFor();
    await page.getByTestId('clock-button').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Move the bot’s clock' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Move the bot’s clock' }).waitFor({ state: 'hidden' });
  });

  it.each(['light', 'dark'] as const)('has enough contrast for everything that is read, in %s', async (colorScheme) => {
    const page = await fullPage({ colorScheme });
    await withShared(page);
    const readings = (await page.evaluate(await inPage('read-contrast'))) as {
      text: string;
      ratio: number;
      needed: number;
    }[];
    expect(readings.length).toBeGreaterThan(40);
    expect(readings.filter(({ ratio, needed }) => ratio < needed)).toEqual([]);
  });

  it.each([360, 390, 430])('fits a phone %d pixels wide, one chat at a time', async (width) => {
    const page = await fullPage({ viewport: { width, height: 800 } });
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(await overflow()).toBe(0);
    expect(await page.getByTestId('people').isVisible()).toBe(false);
    await page.getByTestId('tab-people').click();
    expect(await pane(page, 'head-northcliffe').isVisible()).toBe(false);
    expect(await overflow()).toBe(0);
    await page.getByTestId('person-head-hollin-lane').click();
    expect(await pane(page, 'head-hollin-lane').isVisible()).toBe(true);
    expect(await pane(page, 'head-northcliffe').isVisible()).toBe(false);
    await page.getByTestId('tab-head-northcliffe').click();
    expect(await pane(page, 'head-northcliffe').isVisible()).toBe(true);
    const wide = await page.evaluate(
      `[...document.querySelectorAll('.pane.is-active .log *')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth).length`,
    );
    expect(wide).toBe(0);
  });

  it('keeps still for those who ask for it', async () => {
    const page = await fullPage({ reducedMotion: 'reduce' });
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.dots i')).animationName`)).toBe('none');
  });
});
