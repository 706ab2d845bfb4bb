import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { z } from 'zod';
import type { RegisteredBot } from './config.ts';

/** The bot's own token for the Bot Connector. `fresh` asks for a new one although the last has not run out. */
export type BotToken = (fresh?: boolean) => Promise<string>;

const PUBLIC_LOGIN = {
  url: 'https://login.microsoftonline.com/botframework.com',
  scope: 'https://api.botframework.com',
} as const;

const Credentials = z.custom<{ getToken(forceRefresh?: boolean): Promise<string> }>(
  (value) => typeof value === 'object' && value !== null && 'getToken' in value,
);

/** botbuilder keeps the token until five minutes before it runs out; callers at that moment share one request for the next. */
export function botToken(bot: RegisteredBot): BotToken {
  const { url, scope } = bot.login ?? PUBLIC_LOGIN;
  const credentials = credentialFactory(bot)
    .createCredentials(bot.appId, scope, url, bot.login === undefined)
    .then((made) => Credentials.parse(made));
  let asking: Promise<string> | undefined;
  return (fresh = false) => {
    asking ??= credentials
      .then((made) => made.getToken(fresh))
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
}

export function credentialFactory(bot: RegisteredBot): ConfigurationServiceClientCredentialFactory {
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: bot.appId,
    MicrosoftAppType: bot.type,
    MicrosoftAppTenantId: bot.tenantId,
    ...(bot.password === undefined ? {} : { MicrosoftAppPassword: bot.password }),
  });
}
