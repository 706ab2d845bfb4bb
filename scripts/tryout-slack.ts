/**
 * Tries the bot in Slack on this machine: a Slack of one's own in the browser, with the demo's people as its users.
 *
 *   npm run tryout:slack
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { HOW_TO_INSTALL, localSlackPath, startLocalSlack } from './local-slack.ts';

const SLACK_PORT = Number(process.env.SLACK_PORT ?? 4300);
const BOT_PORT = Number(process.env.PORT ?? 3978);

if (localSlackPath === undefined) {
  console.log(
    `\nThis needs local-slack, a small stand-in for Slack (90 MB, for Linux on x64), which is not installed.\nInstall it with\n\n  ${HOW_TO_INSTALL}\n\nand run this again. It is kept out of the bot’s own packages.\n`,
  );
  process.exit(1);
}

const slack = await startLocalSlack({
  path: localSlackPath,
  port: SLACK_PORT,
  eventsUrl: `http://127.0.0.1:${BOT_PORT}/slack/events`,
});
const bot = spawn(process.execPath, [fileURLToPath(new URL('../src/main.ts', import.meta.url))], {
  stdio: 'inherit',
  env: { ...process.env, PARTNERSHIP: 'demo', PORT: String(BOT_PORT), ...slack.botSettings },
});
console.log(
  `\nSlack is at ${slack.url}\n\nPick whom to act as, top left, then write to partnership-bot under Apps, look at its Home tab, or mention it in #headteachers.\nStop both with Ctrl+C. Mind that local-slack can be reached from other machines on your network while it runs.\n`,
);

const stopped = once(bot, 'exit');
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => bot.kill(signal));
slack.process.once('exit', () => bot.kill('SIGTERM'));
const [code] = await stopped;
await slack.close();
process.exit(code === null ? 0 : Number(code));
