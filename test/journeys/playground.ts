import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { PLAYGROUND_BOT, type PlaygroundPerson, playgroundSettings } from './playground-settings.ts';

/** A person at Microsoft's own Teams-like client, talking to a bot that runs elsewhere on this machine. */
export interface Playground {
  /** Goes to one of the three places a bot can be in. The client then tells the bot it was added there. */
  open(place: 'personal' | 'group' | 'channel'): Promise<void>;
  /** Types and sends. Outside the personal chat the bot is mentioned first, as people must. */
  say(text: string): Promise<void>;
  /** The bot's newest message or card that holds this text; waits for it. */
  waitForCard(text: string): Promise<Locator>;
  /** Presses the newest button of that name. */
  clickButton(name: string): Promise<void>;
  /** Writes into the newest input with this label. A date as the client writes it: "January 12, 2027". */
  fill(label: string, text: string): Promise<void>;
  /** Picks from the newest list, or set of round buttons, with this label. */
  choose(label: string, option: string): Promise<void>;
  /** Ticks the newest box with this label. */
  tick(label: string): Promise<void>;
  /** What stands in the newest input with this label. */
  standing(label: string): Promise<string>;
  /** Everything the bot said in this place, as a reader would read it. In a channel, whole threads. */
  read(): Promise<string>;
  screenshot(path: string): Promise<void>;
  readonly page: Page;
  close(): Promise<void>;
}

const CLI = fileURLToPath(new URL('../../node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url));
const PATIENCE_MS = 20_000;
const PLACES = { personal: 'Personal Chat', group: 'Group Chat', channel: 'Announcements' } as const;

/**
 * Starts the Agents Playground as this person, in a folder of its own that is removed afterwards, and a browser on it.
 * `botUrl` is like http://127.0.0.1:3978/api/messages, and must answer already. Several people can share a browser, each with
 * a window of their own; whoever gives it closes it.
 */
export async function startPlayground(botUrl: string, person: PlaygroundPerson, shared?: Browser): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  await writeFile(join(folder, '.m365agentsplayground.yml'), playgroundSettings(person));
  const port = await freePort();
  const args = [CLI, '-e', botUrl, '-c', 'msteams', '-p', String(port), '--dt'];
  const client = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let browser = shared;
  let page: Page | undefined;
  const close = async () => {
    await (shared ? page?.close() : browser?.close());
    await end(client);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await listening(client);
    browser ??= await launchChromium();
    // Wide enough for the list of places to show beside the conversation.
    page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`http://localhost:${port}`);
    // It repeats every message, in every place, beside the conversation.
    await page.getByRole('button', { name: 'Hide log panel' }).click();
    return { ...drive(page), close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

function drive(page: Page): Omit<Playground, 'close'> {
  // A channel has a box for a new post, and one below each thread.
  const box = page.locator('[data-lexical-editor=true]').first();
  // What the bot said in a chat, and whole threads in a channel.
  const messages = page.locator('.fai-OutputCard, .fui-Card');
  // Beside its input, a label also names the little arrow that opens a list.
  const input = (label: string) => page.getByLabel(label).and(page.locator('input, textarea')).last();
  let mention = false;
  return {
    page,
    async open(place) {
      await page.locator(`[role=treeitem][aria-label*="${PLACES[place]}"]`).click();
      await box.waitFor();
      mention = place !== 'personal';
    },
    async say(text) {
      await box.click();
      if (mention) {
        await page.keyboard.type(`@${PLAYGROUND_BOT.name.split(' ', 1)}`, { delay: 50 });
        await page.getByRole('menuitem').filter({ hasText: PLAYGROUND_BOT.name }).click();
        await page.keyboard.type(' ');
      }
      await page.keyboard.type(text);
      await page
        .getByRole('button', { name: /^(Send Message|Post)$/ })
        .first()
        .click();
    },
    async waitForCard(text) {
      const message = messages.filter({ hasText: text }).last();
      await message.waitFor();
      return message;
    },
    async clickButton(name) {
      await page.getByRole('button', { name, exact: true }).last().click();
    },
    async fill(label, text) {
      await input(label).fill(text);
    },
    async choose(label, option) {
      const rounds = page.getByRole('radiogroup', { name: label });
      if ((await rounds.count()) > 0) {
        // The client draws its own circle over the button.
        await rounds.last().getByRole('radio', { name: option, exact: true }).check({ force: true });
        return;
      }
      await input(label).click();
      await page.getByRole('option', { name: option }).last().click();
    },
    async tick(label) {
      await input(label).check({ force: true });
    },
    standing: (label) => input(label).inputValue(),
    read: async () => (await messages.allInnerTexts()).join('\n'),
    async screenshot(path) {
      await page.screenshot({ path });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** It says so once it serves. It takes another port when its own is taken, which would be another person's. */
async function listening(client: ChildProcess): Promise<void> {
  if (!client.stdout) throw new Error('the playground has no output to read');
  const lines = createInterface({ input: client.stdout });
  const gone = once(client, 'exit').then(() => Promise.reject(new Error('the playground ended before it served')));
  const said = (async () => {
    for await (const line of lines) if (/^Listening on \d+/.test(line)) return;
  })();
  await Promise.race([said, gone]);
  client.stdout.resume();
}

async function end(client: ChildProcess): Promise<void> {
  if (client.exitCode !== null || client.signalCode !== null) return;
  const ended = once(client, 'exit');
  client.kill('SIGKILL');
  await ended;
}
