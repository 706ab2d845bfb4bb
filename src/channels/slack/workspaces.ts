import { type Authorize, type AuthorizeResult, webApi } from '@slack/bolt';
import type { SlackConfig } from './config.ts';

/** Whose token speaks in which workspace, and the client that carries it. */
export interface Workspaces {
  readonly authorize: Authorize<boolean>;
  /** The client for one workspace. Rejects when the bot is not installed there. */
  client(team: string): Promise<webApi.WebClient>;
}

const REMEMBERED = 500;

/**
 * How every call to Slack is made: once. The SDK's own way, ten tries over half an hour behind one queue, would say things
 * twice and long after they were asked; who calls decides what happens next.
 */
export function clientOptions(
  config: Pick<SlackConfig, 'apiUrl'>,
  fetch: webApi.FetchFunction,
  logger: webApi.WebClientOptions['logger'],
) {
  return {
    fetch,
    slackApiUrl: config.apiUrl,
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(logger ? { logger } : {}),
  } satisfies webApi.WebClientOptions;
}

/** `installed` finds the installation of a workspace when there are several. */
export function createWorkspaces(
  config: SlackConfig,
  options: webApi.WebClientOptions,
  installed?: Authorize<boolean>,
): Workspaces {
  const { workspaces } = config;
  const authorize: Authorize<boolean> =
    workspaces.kind === 'one'
      ? async (): Promise<AuthorizeResult> => ({ botToken: workspaces.botToken })
      : (installed ?? (() => Promise.reject(new Error('no installations'))));
  const clients = new Map<string, webApi.WebClient>();

  function clientFor(token: string): webApi.WebClient {
    const known = clients.get(token);
    if (known) return known;
    const made = new webApi.WebClient(token, options);
    // Tokens that rotate would pile up.
    if (clients.size >= REMEMBERED) clients.clear();
    clients.set(token, made);
    return made;
  }

  return {
    authorize,
    async client(team) {
      const isEnterpriseInstall = team.startsWith('E');
      const { botToken } = await authorize({
        teamId: isEnterpriseInstall ? undefined : team,
        enterpriseId: isEnterpriseInstall ? team : undefined,
        isEnterpriseInstall,
      });
      if (botToken === undefined) throw new Error('the bot has no token in that workspace');
      return clientFor(botToken);
    },
  };
}
