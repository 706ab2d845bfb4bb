import { createEmulator, type Emulator } from 'emulate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NotInstalled, storeInstallations, TeamNotAllowed } from '../../../src/channels/slack/installations.ts';
import { BOT_SCOPES } from '../../../src/channels/slack/scopes.ts';
import { createSeal } from '../../../src/channels/slack/seal.ts';
import { event } from './support/payload.ts';
import { SIGNING_SECRET } from './support/sign.ts';
import { type SlackBot, says, startSlackBot } from './support/slack-bot.ts';

/** The one workspace the emulator has. */
const TEAM = 'T000000001';

let emulator: Emulator;
let bot: SlackBot;

async function start(allowedTeams: readonly string[]): Promise<void> {
  emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        strict_scopes: true,
        tokens: [{ token: 'xoxp-looking-on' }],
        users: [{ name: 'ruth.ellison', real_name: 'Ruth Ellison', email: 'ruth.ellison@calderbrook.example' }],
        oauth_apps: [
          { client_id: '1.2', client_secret: 'client secret', name: 'Partnership Bot', redirect_uris: [REDIRECT] },
        ],
      },
    },
  });
  bot = await startSlackBot({
    hear: async () => says({ summary: 'Category 3.' }),
    config: () => ({
      signingSecret: SIGNING_SECRET,
      apiUrl: `${emulator.url}/api`,
      workspaces: {
        kind: 'several',
        clientId: '1.2',
        clientSecret: 'client secret',
        stateSecret: 'state secret',
        allowedTeams,
        redirectUrl: REDIRECT,
      },
    }),
  });
}

/** What is registered with Slack; a browser there would be sent back here. The tests follow it to the bot by hand. */
const REDIRECT = 'https://bot.calderbrook.example/slack/oauth_redirect';

beforeEach(() => start([TEAM]));
afterEach(async () => {
  await bot.close();
  await emulator.close();
});

const at = (path: string) => new URL(path, bot.url).href;

/** A browser that goes to the install address, picks Ruth, and is sent back. */
async function install(tamper: (back: { url: URL; cookie: string }) => void = () => {}): Promise<Response> {
  const begun = await fetch(at('/slack/install'), { redirect: 'manual' });
  const authorize = new URL(begun.headers.get('location') ?? '');
  const page = await (await fetch(authorize)).text();
  const ruth = page.slice(page.indexOf('Ruth Ellison') - 3_000, page.indexOf('Ruth Ellison'));
  const user = /name="user_id" value="([^"]+)"/.exec(ruth.slice(ruth.lastIndexOf('<form')))?.[1] ?? '';
  const asked = authorize.searchParams;
  const picked = await fetch(`${emulator.url}/oauth/v2/authorize/callback`, {
    method: 'POST',
    body: new URLSearchParams({ ...Object.fromEntries(asked), user_id: user }),
    redirect: 'manual',
  });
  const back = {
    url: new URL(picked.headers.get('location') ?? ''),
    cookie: begun.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  };
  tamper(back);
  return fetch(at(`/slack/oauth_redirect${back.url.search}`), { headers: { cookie: back.cookie } });
}

const installations = async () => (await bot.store.query({ type: 'slack-installation' })).items;

const message = (team: string) =>
  event(
    'message-im',
    { channel: 'C000000001', channel_type: 'im', user: 'U000000001' },
    { team_id: team, authorizations: [{ team_id: team, user_id: 'U0BOT', is_bot: true }] },
  );

describe('Installing the bot in a workspace', () => {
  it('sends the browser to Slack, asking for the least the bot needs', async () => {
    const begun = await fetch(at('/slack/install'), { redirect: 'manual' });
    const to = new URL(begun.headers.get('location') ?? '');
    expect([begun.status, to.origin + to.pathname]).toEqual([302, `${emulator.url}/oauth/v2/authorize`]);
    expect(to.searchParams.get('scope')?.split(',')).toEqual([...BOT_SCOPES]);
    expect(to.searchParams.get('redirect_uri')).toBe(REDIRECT);
    expect(begun.headers.getSetCookie()[0]).toMatch(/Secure; HttpOnly/);
  });

  it('keeps the installation, and answers there with its own token from then on', async () => {
    const done = await install();
    expect(done.status).toBe(200);
    expect(await done.text()).toContain('The bot is installed');
    expect(await installations()).toHaveLength(1);
    await bot.deliver(message(TEAM));
    expect(bot.logged.filter(({ level }) => level !== 'info')).toEqual([]);
    const history = await fetch(`${emulator.url}/api/conversations.history`, {
      method: 'POST',
      body: new URLSearchParams({ channel: 'C000000001' }),
      headers: { authorization: 'Bearer xoxp-looking-on' },
    });
    const { messages } = (await history.json()) as { messages: { text: string }[] };
    expect(messages.map(({ text }) => text)).toContain('Category 3.');
  });

  it('works once for each code Slack gave', async () => {
    let used = { search: '', cookie: '' };
    await install((back) => {
      used = { search: back.url.search, cookie: back.cookie };
    });
    const again = await fetch(at(`/slack/oauth_redirect${used.search}`), { headers: { cookie: used.cookie } });
    expect(again.status).toBe(400);
    expect(await installations()).toHaveLength(1);
  });

  it('keeps its token where a copy of the store does not show it', async () => {
    await install();
    const [kept] = await installations();
    expect(JSON.stringify(kept)).not.toContain('xoxb-');
    const locked = String(kept?.body.locked);
    expect(createSeal('state secret').open(locked)).toContain('xoxb-');
    expect(() => createSeal('another secret').open(locked)).toThrow();
  });

  it('lets go of it when Slack says that the bot was removed', async () => {
    await install();
    await bot.deliver({ ...message(TEAM), event: { type: 'app_uninstalled' }, event_id: 'Ev0GONE' });
    expect(await installations()).toEqual([]);
    const sent = await bot.channel.sender.send({ v: 1, team: TEAM, channel: 'C000000001' }, { summary: 'Hello?' });
    expect(sent).toMatchObject({ outcome: 'refused', reason: 'not_installed' });
  });

  it('is nothing for a workspace it was not installed in: what comes from there is left alone', async () => {
    await bot.deliver(message('T0STRANGE'));
    expect(bot.turns).toEqual([]);
  });
});

describe('The installations in the store', () => {
  const installation = (team: string) => ({
    team: { id: team },
    enterprise: undefined,
    user: { id: 'U1', token: undefined, scopes: [] },
  });
  const query = (teamId: string) => ({ teamId, enterpriseId: undefined, isEnterpriseInstall: false as const });
  const over = (allowedTeams: readonly string[]) =>
    storeInstallations({ store: bot.store, seal: createSeal('state secret'), allowedTeams });

  it('take none of a workspace that is not on the list', async () => {
    await expect(over([TEAM]).storeInstallation(installation('T0OTHER'))).rejects.toThrow(TeamNotAllowed);
    expect(await installations()).toEqual([]);
  });

  it('give none of a workspace that is no longer on it', async () => {
    await over([TEAM]).storeInstallation(installation(TEAM));
    expect(await over([TEAM]).fetchInstallation(query(TEAM))).toMatchObject({ team: { id: TEAM } });
    await expect(over(['T0OTHER']).fetchInstallation(query(TEAM))).rejects.toThrow(NotInstalled);
  });
});

describe('An installation is refused, and nothing kept,', () => {
  afterEach(async () => expect(await installations()).toEqual([]));

  it('when the workspace is not on the list', async () => {
    await bot.close();
    await emulator.close();
    await start(['T0OTHER']);
    const refused = await install();
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('not on the list');
    expect(bot.logged).toContainEqual(expect.objectContaining({ level: 'warn', fields: { team: TEAM } }));
  });

  it.each<[string, Parameters<typeof install>[0]]>([
    ['when it was begun in another browser', (back) => (back.cookie = '')],
    ['when its state was changed', (back) => back.url.searchParams.set('state', 'changed')],
    ['when it has no state', (back) => back.url.searchParams.delete('state')],
    ['when its code is not Slack’s', (back) => back.url.searchParams.set('code', 'guessed')],
    ['when the person said no', (back) => back.url.searchParams.set('error', 'access_denied')],
  ])('%s', async (_when, tamper) => {
    const refused = await install(tamper);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Nothing was installed');
  });
});
