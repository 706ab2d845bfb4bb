import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOW, inPage, launch, noBrowser, type OpenPage, openPage, pane, say } from './browser.ts';
import { post, type RunningTryout, runTryout } from './running-tryout.ts';

interface Drawn {
  readonly html: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly attributes: readonly string[];
  readonly links: readonly string[];
}

const NASTY = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '**<b onmouseover=alert(1)>x</b>**',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](https://example.org/"onmouseover="alert(1))',
  '[<img src=x onerror=alert(1)>](https://example.org)',
  '[x](//evil.example)',
  '- <svg onload=alert(1)>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '**bold *and [link](https://example.org/a_b_c)* end**',
];

describe.skipIf(noBrowser)(`words on the page stay words${HOW}`, { timeout: 60_000 }, () => {
  let browser: Browser;
  let tryout: RunningTryout;
  let open: OpenPage;
  let draw: (texts: readonly string[]) => Promise<Drawn[]>;

  beforeAll(async () => {
    browser = await launch();
    tryout = await runTryout();
    open = await openPage(browser, tryout.url);
    await open.page.evaluate(await inPage('try-markdown'));
    draw = (texts) => open.page.evaluate(`tryMarkdown(${JSON.stringify(texts)})`);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await tryout.close();
  });

  it('draws bold, italics, lists and links, and keeps escaped signs as they are', async () => {
    const [mixed, list, numbers, escaped] = await draw([
      '**Four** are *promised*, see [the strategy](https://example.org/a_(b))',
      'Reasons:\n- one\n- two',
      '3. three\n4. four',
      'St Joseph\\*s \\[not a link\\](x) snake_case_word 2 * 3 * 4',
    ]);
    expect(mixed?.html).toBe(
      '<p><strong>Four</strong> are <em>promised</em>, see <a href="https://example.org/a_(b)" target="_blank" rel="noopener noreferrer">the strategy</a></p>',
    );
    expect(list?.html).toBe('<p>Reasons:</p><ul><li>one</li><li>two</li></ul>');
    expect(numbers?.html).toBe('<ol start="3"><li>three</li><li>four</li></ol>');
    expect(escaped?.html).toBe('<p>St Joseph*s [not a link](x) snake_case_word 2 * 3 * 4</p>');
  });

  it('never lets words become markup, whatever they are', async () => {
    const bits = fc.constantFrom(
      '**',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '"',
      "'",
      '&',
      '\n',
      '- ',
      '1. ',
      '\\',
      'x',
      'javascript:',
      'https://a.example',
      ' ',
      'onload=',
    );
    const random = fc.sample(
      fc.array(bits, { maxLength: 14 }).map((parts) => parts.join('')),
      { numRuns: 2000, seed: 7 },
    );
    const allowed = {
      tags: ['p', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'a'],
      attributes: ['href', 'target', 'rel', 'start'],
    };
    for (const { tags, attributes, links, html } of await draw([...NASTY, ...random])) {
      expect(
        tags.filter((tag) => !allowed.tags.includes(tag)),
        html,
      ).toEqual([]);
      expect(
        attributes.filter((name) => !allowed.attributes.includes(name)),
        html,
      ).toEqual([]);
      expect(
        links.filter((link) => !/^(?:https?|mailto|tel):/.test(link)),
        html,
      ).toEqual([]);
    }
  });

  it('shows what a person typed, and what a card holds, letter by letter', async () => {
    const { page, complaints } = open;
    await page.getByTestId('person-head-northcliffe').click();
    const maya = pane(page, 'head-northcliffe');
    await say(maya, 'Maya Okafor', '<img src=x onerror=alert(1)> **not bold**');
    const said = maya.getByTestId('message-person').last();
    expect(await said.innerText()).toContain('<img src=x onerror=alert(1)> **not bold**');
    expect(await said.locator('img, strong').count()).toBe(0);

    const card = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        { type: 'TextBlock', text: '<img src=x onerror=alert(2)> **bold**', wrap: true },
        { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '<script>alert(3)</script>' }] },
        { type: 'FactSet', facts: [{ title: '<b>t</b>', value: '[x](javascript:alert(4))' }] },
      ],
      actions: [{ type: 'Action.OpenUrl', title: 'Open <i>it</i>', url: 'javascript:alert(5)' }],
    };
    await post(`${tryout.url}/tryout/connector/v3/conversations/a%3Atryout-head-northcliffe/activities`, {
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    });
    const drawn = maya.getByTestId('card').last();
    await drawn.getByText('<img src=x onerror=alert(2)> bold').waitFor();
    await drawn.getByText('<script>alert(3)</script>').waitFor();
    expect(await drawn.locator('img, script, a, i, b').count()).toBe(0);
    await drawn.getByRole('link', { name: 'Open <i>it</i>' }).click();
    await drawn.getByText('That link cannot be opened here.').waitFor();
    expect(complaints).toEqual([]);
  });
});
