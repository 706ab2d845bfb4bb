import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Authorize, HTTPReceiver, type InstallationStore, type Logger, type webApi } from '@slack/bolt';
import type { Server } from 'restify';
import { PUBLIC_SLACK_API_URL, type SeveralWorkspaces } from './config.ts';
import { teamOf } from './installations.ts';
import type { Log } from './log.ts';
import { BOT_SCOPES } from './scopes.ts';

/** How a workspace takes the bot in: the two addresses a browser visits, and the installations that come of it. */
export interface Installing {
  readonly authorize: Authorize<boolean>;
  mount(server: Server): void;
}

type Installer = NonNullable<HTTPReceiver['installer']>;

export function createInstalling(parts: {
  readonly workspaces: SeveralWorkspaces;
  readonly apiUrl: string;
  readonly installations: InstallationStore;
  readonly clientOptions: webApi.WebClientOptions;
  readonly log: Log;
  readonly logger: Logger;
}): Installing {
  const { workspaces, log } = parts;
  const { installer } = new HTTPReceiver({
    // Bolt gives its installer to its own receiver only; that receiver is made for it, and never started.
    signingSecret: 'never used',
    clientId: workspaces.clientId,
    clientSecret: workspaces.clientSecret,
    stateSecret: workspaces.stateSecret,
    installationStore: parts.installations,
    scopes: [...BOT_SCOPES],
    logger: parts.logger,
    installerOptions: {
      clientOptions: parts.clientOptions,
      directInstall: true,
      ...(parts.apiUrl === PUBLIC_SLACK_API_URL ? {} : { authorizationUrl: authorizationUrl(parts.apiUrl) }),
    },
  });
  if (!installer) throw new Error('Bolt made no installer');
  const installOptions = {
    scopes: [...BOT_SCOPES],
    ...(workspaces.redirectUrl === undefined ? {} : { redirectUri: workspaces.redirectUrl }),
  };

  const callback: Parameters<Installer['handleCallback']>[2] = {
    async afterInstallation(installation, _options, _request, response) {
      const team = teamOf(installation);
      if (team !== undefined && workspaces.allowedTeams.includes(team)) return true;
      log.warn({ team }, 'a workspace that is not on the list tried to install the bot');
      page(response, 403, NOT_ALLOWED);
      return false;
    },
    success(installation, _options, _request, response) {
      log.info({ team: teamOf(installation) }, 'the bot was installed in a workspace');
      page(response, 200, INSTALLED);
    },
    failure(error, _options, _request, response) {
      log.warn({ code: error.code }, 'an installation was not finished');
      page(response, 400, NOT_INSTALLED);
    },
  };

  return {
    authorize: installer.authorize,
    mount(server) {
      const serve = (work: (request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
        return async (request: IncomingMessage, response: ServerResponse) => {
          try {
            await work(request, response);
          } catch (fault) {
            log.error({ err: fault }, 'an installation failed');
            page(response, 500, NOT_INSTALLED);
          }
        };
      };
      server.get(
        '/slack/install',
        serve((request, response) => installer.handleInstallPath(request, response, undefined, installOptions)),
      );
      server.get(
        '/slack/oauth_redirect',
        serve((request, response) => installer.handleCallback(request, response, callback, installOptions)),
      );
    },
  };
}

/** What stands in for Slack has its own page to ask for consent, beside its Web API. */
function authorizationUrl(apiUrl: string): string {
  return new URL('/oauth/v2/authorize', apiUrl).href;
}

const INSTALLED = ['The bot is installed', 'Open Slack, find the bot under Apps, and say hello to it.'];
const NOT_ALLOWED = [
  'This workspace is not on the list',
  'The people who run this bot say which workspaces may use it. Please ask the partnership office to add yours.',
];
const NOT_INSTALLED = [
  'That did not work',
  'Nothing was installed. Please begin again from the link you were given; if it happens again, tell the partnership office.',
];

/** A page of fixed words: nothing from the request is ever on it. */
function page(response: ServerResponse, status: number, [title, text]: readonly string[]): void {
  if (response.headersSent) return;
  const body = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><body style="font:1.1rem/1.5 system-ui;max-width:34rem;margin:4rem auto;padding:0 1rem"><h1 style="font-size:1.5rem">${title}</h1><p>${text}</p></body></html>`;
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(body);
}
