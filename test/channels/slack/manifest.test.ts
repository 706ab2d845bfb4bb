import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { BOT_SCOPES } from '../../../src/channels/slack/scopes.ts';
import { shortcutInput } from '../../../src/channels/slack/shortcuts.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TYPES = join(ROOT, 'node_modules/@slack/web-api');
const README = readFileSync(join(ROOT, 'manifest/slack/README.md'), 'utf8');

/** Documented by Slack, and not yet among the scopes in its types. */
const NOT_IN_THE_TYPES = 'assistant:write';

interface Manifest {
  display_information: { name: string; description: string; long_description: string; background_color: string };
  features: {
    assistant_view: { assistant_description: string };
    bot_user: { display_name: string };
    shortcuts: { type: string; name: string; callback_id: string; description: string }[];
    slash_commands: { command: string; description: string; usage_hint: string; url: string }[];
  };
  oauth_config: { redirect_urls: string[]; scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { request_url: string; bot_events: string[] };
    interactivity: { request_url: string };
  };
}

const read = (): Manifest => JSON.parse(readFileSync(join(ROOT, 'manifest/slack/manifest.json'), 'utf8'));

/** Made from Slack's own types; slow, so it is kept for each version of them. */
async function manifestSchema(): Promise<object> {
  const { version } = JSON.parse(readFileSync(join(TYPES, 'package.json'), 'utf8')) as { version: string };
  const kept = join(ROOT, `node_modules/.cache/slack-manifest-schema-${version}.json`);
  if (!existsSync(kept)) {
    const { createGenerator } = await import('ts-json-schema-generator');
    const path = join(TYPES, 'dist/types/request/manifest.d.ts');
    const schema = createGenerator({
      path,
      type: 'Manifest',
      skipTypeCheck: true,
      additionalProperties: false,
    }).createSchema('Manifest');
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(`${kept}.${process.pid}`, JSON.stringify(schema));
    renameSync(`${kept}.${process.pid}`, kept);
  }
  const schema = JSON.parse(readFileSync(kept, 'utf8'));
  // `extends Record<string, unknown>` lets anything stand at the top; Slack does not.
  schema.definitions.Manifest.additionalProperties = false;
  return schema;
}

describe('The Slack manifest', () => {
  let isValid: (manifest: unknown) => string[];
  beforeAll(async () => {
    const validate = new Ajv({ allErrors: true, strict: false }).compile(await manifestSchema());
    isValid = (manifest) => {
      validate(manifest);
      return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
    };
  });

  const typed = () => {
    const manifest = read();
    const { scopes } = manifest.oauth_config;
    scopes.bot = scopes.bot.filter((scope) => scope !== NOT_IN_THE_TYPES);
    return manifest;
  };

  it('has the shape Slack’s own types give it', () => {
    expect(isValid(typed())).toEqual([]);
  });

  it.each<[string, (manifest: Manifest) => unknown]>([
    ['a scope there is none of', (manifest) => manifest.oauth_config.scopes.bot.push('channels:everything')],
    ['an event there is none of', (manifest) => manifest.settings.event_subscriptions.bot_events.push('message.all')],
    ['a setting there is none of', (manifest) => Object.assign(manifest.settings, { colour: 'teal' })],
    ['a part there is none of', (manifest) => Object.assign(manifest, { icons: {} })],
    ['a shortcut of no kind', (manifest) => Object.assign(manifest.features.shortcuts[0] ?? {}, { type: 'local' })],
  ])('is told apart from one with %s', (_what, spoil) => {
    const manifest = typed();
    spoil(manifest);
    expect(isValid(manifest)).not.toEqual([]);
  });

  it('keeps within every length Slack writes down', () => {
    const { display_information: shown, features } = read();
    const within = (text: string, most: number, least = 1) =>
      expect([text, text.length >= least && text.length <= most]).toEqual([text, true]);
    within(shown.name, 35);
    within(shown.description, 140);
    within(shown.long_description, 4_000, 174);
    expect(shown.background_color).toMatch(/^#[0-9A-F]{6}$/i);
    within(features.assistant_view.assistant_description, 300);
    within(features.bot_user.display_name, 80);
    expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]+$/);
    expect(features.shortcuts.length).toBeLessThanOrEqual(10);
    for (const shortcut of features.shortcuts) {
      within(shortcut.name, 24);
      within(shortcut.callback_id, 255);
      within(shortcut.description, 150);
    }
    for (const command of features.slash_commands) {
      within(command.command, 32);
      within(command.description, 2_000);
      within(command.usage_hint, 1_000);
    }
  });

  it('asks for the scopes the bot asks for when it is installed, and each has a reason', () => {
    expect(read().oauth_config.scopes).toEqual({ bot: [...BOT_SCOPES] });
    for (const scope of BOT_SCOPES) expect(README).toMatch(new RegExp(`^\\| \`${scope}\` \\| .{20,}`, 'm'));
    const reasons = [...README.matchAll(/^\| `([a-z_]+:[a-z.]+|commands)` \|/gm)].map(([, scope]) => scope);
    expect(reasons).toEqual([...BOT_SCOPES]);
  });

  it('says what comes of every event it asks for', () => {
    for (const event of read().settings.event_subscriptions.bot_events) expect(README).toContain(`\`${event}\``);
  });

  it('names no shortcut that leads nowhere', () => {
    for (const { callback_id, type } of read().features.shortcuts) {
      expect(shortcutInput(callback_id, type === 'message' ? 'Words.' : undefined)).toBeDefined();
    }
  });

  it('sends everything to the one address', () => {
    const { features, oauth_config, settings } = read();
    const urls = [
      ...features.slash_commands.map(({ url }) => url),
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
    ];
    expect(new Set(urls)).toEqual(new Set(['https://partnership-bot.example.org/slack/events']));
    expect(oauth_config.redirect_urls).toEqual(['https://partnership-bot.example.org/slack/oauth_redirect']);
    expect(README).toContain('four times');
  });
});
