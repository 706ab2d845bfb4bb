import { RegisteredBot } from './config.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The settings a registered bot is started with, and what each fills in. */
const SETTINGS = {
  TEAMS_APP_ID: ['appId'],
  TEAMS_APP_PASSWORD: ['password'],
  TEAMS_APP_TYPE: ['type'],
  TEAMS_TENANT_ID: ['tenantId'],
  TEAMS_ALLOWED_TENANTS: ['allowedTenants'],
  TEAMS_SERVICE_URLS: ['allowedServiceUrls'],
  TEAMS_OPENID_METADATA_URL: ['openId', 'metadataUrl'],
  TEAMS_TOKEN_ISSUER: ['openId', 'issuer'],
  TEAMS_LOGIN_URL: ['login', 'url'],
  TEAMS_LOGIN_SCOPE: ['login', 'scope'],
} as const;

/** A registered bot read from settings, or every problem with them, each a sentence that names the setting. */
export function readTeamsSettings(
  env: Env,
): { readonly config: RegisteredBot } | { readonly problems: readonly string[] } {
  const parsed = RegisteredBot.safeParse({
    mode: 'teams',
    appId: text(env.TEAMS_APP_ID),
    password: text(env.TEAMS_APP_PASSWORD),
    type: text(env.TEAMS_APP_TYPE),
    tenantId: text(env.TEAMS_TENANT_ID),
    allowedTenants: list(env.TEAMS_ALLOWED_TENANTS),
    allowedServiceUrls: list(env.TEAMS_SERVICE_URLS),
    openId: pair({ metadataUrl: text(env.TEAMS_OPENID_METADATA_URL), issuer: text(env.TEAMS_TOKEN_ISSUER) }),
    login: pair({ url: text(env.TEAMS_LOGIN_URL), scope: text(env.TEAMS_LOGIN_SCOPE) }),
  });
  if (parsed.success) return { config: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => {
    const name = settingAt(path);
    return text(env[name]) === undefined ? `${name} is not set.` : `${name} is not right: ${message}.`;
  });
  return { problems: [...new Set(problems)] };
}

function settingAt(path: readonly PropertyKey[]): string {
  const found = Object.entries(SETTINGS).find(([, at]) => at.every((step, depth) => path[depth] === step));
  return found ? found[0] : path.join('.');
}

function text(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

function list(value: string | undefined): string[] | undefined {
  const items = (value ?? '').split(',').map((item) => item.trim());
  return items.some(Boolean) ? items.filter(Boolean) : undefined;
}

function pair<T extends Readonly<Record<string, string | undefined>>>(both: T): T | undefined {
  return Object.values(both).some((value) => value !== undefined) ? both : undefined;
}
