import { resolve } from 'node:path';
import { z } from 'zod';
import type { SlackConfig } from './channels/slack/config.ts';
import { readSlackSettings } from './channels/slack/settings.ts';
import type { TeamsConfig } from './channels/teams/config.ts';
import { readTeamsSettings } from './channels/teams/settings.ts';

const Port = z.coerce.number().int().min(0).max(65535);

/** Links carry a key, so they go over https; only this machine may be reached without. */
const PublicUrl = z
  .string()
  .refine(isPublicUrl, { error: 'must be the bot’s own address on the web, such as https://bot.example.gov.uk' });

function isPublicUrl(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}

/** What stands in the environment, before it is checked against each other. */
const Environment = z.object({
  PORT: Port.default(3978),
  HOST: z.string().optional(),
  PUBLIC_URL: PublicUrl.optional(),
  DATA_DIR: z.string().min(1).default('data'),
  PARTNERSHIP: z.string().min(1).default('demo'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  STORE: z.enum(['sqlite', 'cosmos']).default('sqlite'),
  COSMOS_ENDPOINT: z.url().optional(),
  COSMOS_KEY: z.string().min(1).optional(),
  COSMOS_DATABASE: z.string().min(1).default('partnership-bot'),
  COSMOS_CONTAINER: z.string().min(1).default('records'),
});

export type StoreConfig =
  | { readonly kind: 'sqlite'; readonly file: string }
  | {
      readonly kind: 'cosmos';
      readonly endpoint: string;
      readonly key?: string;
      readonly database: string;
      readonly container: string;
    };

export interface Config {
  readonly port: number;
  readonly host?: string;
  /** Where people reach the bot in a browser: what links to files begin with. */
  readonly publicUrl?: string;
  readonly partnership: string;
  readonly logLevel: string;
  readonly store: StoreConfig;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A start that cannot go on: what is wrong and what to set, for whoever runs the bot. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Reads every setting there is. The only reader of the environment. Throws `SettingsError` naming each setting that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(withoutBlanks(environment));
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new SettingsError(`Some settings can’t be used:\n${problems.join('\n')}`);
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    ...(env.HOST ? { host: env.HOST } : {}),
    ...(env.PUBLIC_URL ? { publicUrl: env.PUBLIC_URL } : {}),
    partnership: env.PARTNERSHIP,
    logLevel: env.LOG_LEVEL,
    store: storeConfig(env),
    environment: withoutBlanks(environment),
  };
}

function storeConfig(env: z.infer<typeof Environment>): StoreConfig {
  if (env.STORE === 'sqlite') return { kind: 'sqlite', file: resolve(env.DATA_DIR, 'partnership.sqlite') };
  if (!env.COSMOS_ENDPOINT) {
    throw new SettingsError(
      'STORE is "cosmos", so COSMOS_ENDPOINT must be set to the account’s address (https://….documents.azure.com).',
    );
  }
  return {
    kind: 'cosmos',
    endpoint: env.COSMOS_ENDPOINT,
    ...(env.COSMOS_KEY ? { key: env.COSMOS_KEY } : {}),
    database: env.COSMOS_DATABASE,
    container: env.COSMOS_CONTAINER,
  };
}

/** How Slack is answered; `undefined` when nothing is set for it. Throws `SettingsError` naming what is missing. */
export function slackConfig(config: Config): SlackConfig | undefined {
  const read = readSlackSettings(config.environment);
  if (!read || 'config' in read) return read?.config;
  throw new SettingsError(
    `To run in Slack, these settings are needed:\n${read.problems.map((problem) => `  ${problem}`).join('\n')}\nTo run without it, leave every SLACK_ setting unset.`,
  );
}

/**
 * How Teams is answered; `undefined` when the bot runs in Slack and nothing is set for Teams. The demo takes no credentials
 * and answers this machine alone; every other partnership needs them all.
 * Throws `SettingsError` naming what is missing, or that the demo may not be opened to other machines.
 */
export function teamsConfig(config: Config, demo: boolean, inSlack: boolean): TeamsConfig | undefined {
  if (demo) {
    if (config.host !== undefined && !['127.0.0.1', '::1', 'localhost'].includes(config.host)) {
      throw new SettingsError(
        `The demo lets anyone speak as anyone, so it only ever listens on 127.0.0.1, and HOST is “${config.host}”. Leave HOST unset, or set PARTNERSHIP to your own partnership.`,
      );
    }
    return { mode: 'demo' };
  }
  if (inSlack && !Object.keys(config.environment).some((name) => name.startsWith('TEAMS_'))) return undefined;
  const read = readTeamsSettings(config.environment);
  if ('config' in read) return read.config;
  throw new SettingsError(
    `To run on Teams, these settings are needed:\n${read.problems.map((problem) => `  ${problem}`).join('\n')}\nTo run in Slack alone, set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET and no TEAMS_ setting. To see the demo instead, leave PARTNERSHIP unset.`,
  );
}

/** An empty value in a settings page means "not set". */
function withoutBlanks(environment: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}
