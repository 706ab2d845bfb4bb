import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { readSamples, type Sample } from '../src/rendering/samples.ts';
import { createRenderer } from '../src/rendering/templates.ts';
import { chromiumPath, HOW_TO_SWITCH_ON, launchChromium } from '../test/journeys/chromium.ts';

/**
 * Draws every state of every card as the try-out does, with Microsoft's renderer, at a phone's width and a desktop's:
 * `node scripts/card-gallery.ts [folder] [only cards whose name holds this]`. A sheet shows several states of a card at once.
 */
const WIDTHS = { phone: 390, desktop: 700 } as const;
/** States side by side on one sheet, at a phone's width. */
const ON_A_SHEET = 4;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const [folder = join(ROOT, 'data', 'card-gallery'), only = ''] = process.argv.slice(2);

/** What the page of the gallery may load, by its path. */
const FILES: readonly (readonly [prefix: string, directory: string])[] = [
  ['/page/', join(ROOT, 'src/channels/tryout/page')],
  ['/renderer/', join(ROOT, 'node_modules/adaptivecards/dist')],
];
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
const SHEETS = ['base', 'card'].map((name) => `<link rel="stylesheet" href="/page/${name}.css">`).join('');

const PAGE = `<!doctype html><html lang="en-GB"><meta charset="utf-8">${SHEETS}
<style>body{margin:0;display:block;height:auto;overflow:visible;background:var(--surface-low,#f3f3f7)}
.sheet{display:flex;flex-wrap:wrap;gap:16px;padding:12px;align-items:flex-start}.state{width:var(--wide)}
.state h2{font:600 12px sans-serif;margin:0 0 4px;color:#555}</style>
<script src="/renderer/adaptivecards.min.js"></script><main class="sheet"></main>
<script type="module">
import { cardView } from '/page/card-view.js';
window.show = (states, wide) => {
  const sheet = document.querySelector('.sheet');
  sheet.style.setProperty('--wide', wide + 'px');
  sheet.replaceChildren(...states.map(({ name, card }) => {
    const state = document.createElement('section');
    state.className = 'state';
    const heading = document.createElement('h2');
    heading.textContent = name;
    state.append(heading, cardView(card, async () => ''));
    return state;
  }));
};
window.ready = true;
</script></html>`;

if (chromiumPath === undefined) {
  console.error(`The gallery ${HOW_TO_SWITCH_ON}`);
  process.exitCode = 1;
} else {
  await draw();
}

async function draw(): Promise<void> {
  const renderer = createRenderer({ cardsDirectory: join(ROOT, 'cards') });
  const samples = readSamples({ cardsDirectory: join(ROOT, 'cards') }).filter(({ card }) => card.includes(only));
  mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await openGallery(page);
    for (const [card, states] of Map.groupBy(samples, (sample) => sample.card)) {
      const drawn = states.map(({ name, data }) => ({
        name,
        card: renderer.render({ card, data, summary: name }).card,
      }));
      for (const [device, width] of Object.entries(WIDTHS)) {
        for (const [index, one] of drawn.entries()) {
          await page.setViewportSize({ width, height: 800 });
          await show(page, [one], width - 24);
          const number = String(index + 1).padStart(2, '0');
          await page.screenshot({ path: join(folder, `${fileName(card)}-${number}-${device}.png`), fullPage: true });
        }
      }
      for (let from = 0; from < drawn.length; from += ON_A_SHEET) {
        await page.setViewportSize({ width: ON_A_SHEET * WIDTHS.phone, height: 800 });
        await show(page, drawn.slice(from, from + ON_A_SHEET), WIDTHS.phone - 24);
        await page.screenshot({
          path: join(folder, `${fileName(card)}-sheet-${1 + from / ON_A_SHEET}.png`),
          fullPage: true,
        });
      }
      console.log(`${card}: ${names(states)}`);
    }
  } finally {
    await browser.close();
  }
}

async function openGallery(page: Page): Promise<void> {
  page.on('pageerror', (fault) => console.error(fault));
  await page.route('http://gallery.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: PAGE });
    const found = FILES.find(([prefix]) => pathname.startsWith(prefix));
    const file = found && join(found[1], pathname.slice(found[0].length));
    if (!file || !existsSync(file)) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({
      contentType: TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain',
      body: readFileSync(file),
    });
  });
  await page.goto('http://gallery.test/');
  await page.waitForFunction('window.ready === true');
}

async function show(page: Page, states: readonly unknown[], wide: number): Promise<void> {
  await page.evaluate(`window.show(${JSON.stringify(states)}, ${wide})`);
}

function fileName(card: string): string {
  return card.replaceAll('/', '-');
}

function names(states: readonly Sample[]): string {
  return states.map(({ name }, index) => `${index + 1} ${name}`).join('; ');
}
