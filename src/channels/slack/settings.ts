import { SlackConfig } from './config.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The settings the bot is started with in Slack, and what each fills in. */
const SETTINGS = {
  SLACK_BOT_TOKEN: ['workspaces', 'botToken'],
  SLACK_SIGNING_SECRET: ['signingSecret'],
  SLACK_APP_TOKEN: ['appToken'],
  SLACK_API_URL: ['apiUrl'],
  SLACK_CLIENT_ID: ['workspaces', 'clientId'],
  SLACK_CLIENT_SECRET: ['workspaces', 'clientSecret'],
  SLACK_STATE_SECRET: ['workspaces', 'stateSecret'],
  SLACK_ALLOWED_TEAMS: ['workspaces', 'allowedTeams'],
  SLACK_REDIRECT_URL: ['workspaces', 'redirectUrl'],
} as const;

/** The bot in Slack read from settings, or every problem with them, each a sentence that names the setting. */
export type SlackSettings = { readonly config: SlackConfig } | { readonly problems: readonly string[] };

/** `undefined` when no setting of Slack's is there: the bot then runs without it. */
export function readSlackSettings(env: Env): SlackSettings | undefined {
  if (Object.keys(SETTINGS).every((name) => text(env[name]) === undefined)) return undefined;
  const several = text(env.SLACK_CLIENT_ID) ?? text(env.SLACK_CLIENT_SECRET);
  if (several !== undefined && text(env.SLACK_BOT_TOKEN) !== undefined) {
    return { problems: ['SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for several: set one of them.'] };
  }
  const parsed = SlackConfig.safeParse({
    workspaces: several === undefined ? { kind: 'one', botToken: text(env.SLACK_BOT_TOKEN) } : severalFrom(env),
    signingSecret: text(env.SLACK_SIGNING_SECRET),
    appToken: text(env.SLACK_APP_TOKEN),
    apiUrl: text(env.SLACK_API_URL),
  });
  if (parsed.success) return { config: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => {
    const name = settingAt(path);
    return text(env[name]) === undefined ? `${name} is not set.` : `${name} is not right: it ${message}.`;
  });
  return { problems: [...new Set(problems)] };
}

function severalFrom(env: Env): object {
  const teams = (env.SLACK_ALLOWED_TEAMS ?? '').split(',').map((team) => team.trim());
  return {
    kind: 'several',
    clientId: text(env.SLACK_CLIENT_ID),
    clientSecret: text(env.SLACK_CLIENT_SECRET),
    stateSecret: text(env.SLACK_STATE_SECRET),
    allowedTeams: teams.some(Boolean) ? teams.filter(Boolean) : undefined,
    redirectUrl: text(env.SLACK_REDIRECT_URL),
  };
}

function settingAt(path: readonly PropertyKey[]): string {
  const found = Object.entries(SETTINGS).find(([, at]) => at.every((step, depth) => path[depth] === step));
  return found ? found[0] : path.join('.');
}

function text(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}
