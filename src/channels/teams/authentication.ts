import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Clock } from '../../core/clock.ts';
import { unprovenClaims } from './bearer-token.ts';
import { credentialFactory } from './bot-token.ts';
import type { RegisteredBot, TeamsConfig } from './config.ts';

/** The caller did not prove that it is Teams, speaking to this bot. Says nothing more, to anybody. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** The signing keys could not be fetched, so nobody can say whether the token is good. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

type Result = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type CreateTokenClient = ConfigurationBotFrameworkAuthentication['createUserTokenClient'];
type TokenClient = ReturnType<CreateTokenClient>;

const PUBLIC_ISSUER = 'https://api.botframework.com';
const REMEMBERED = 500;

/**
 * botbuilder's check of who is calling, with its gaps closed: only the channel's own issuer, only this bot, only Teams, and
 * always the service URL the token was made for. A token seen to be good is good until it runs out, so its signature is
 * worked out once and not for every turn; nor is a client built for every turn.
 */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #bot: RegisteredBot | undefined;
  readonly #clock: Clock;
  readonly #known = new Map<string, { readonly result: Result; readonly untilMs: number }>();
  #anonymous: Promise<Result> | undefined;
  #tokenClient: TokenClient | undefined;

  constructor(config: TeamsConfig, clock: Clock) {
    const bot = config.mode === 'teams' ? config : undefined;
    super(bot ? options(bot) : {}, bot && credentialFactory(bot));
    this.#bot = bot;
    this.#clock = clock;
  }

  override authenticateRequest(activity: Activity, header: string): Promise<Result> {
    if (this.#bot) return this.#prove(this.#bot, activity, header);
    this.#anonymous ??= super.authenticateRequest(activity, '').then(keepingClients);
    return this.#anonymous;
  }

  override createUserTokenClient(identity: Parameters<CreateTokenClient>[0]): TokenClient {
    this.#tokenClient ??= super.createUserTokenClient(identity);
    return this.#tokenClient;
  }

  async #prove(bot: RegisteredBot, activity: Activity, header: string): Promise<Result> {
    const claims = unprovenClaims(header);
    if (
      claims?.iss !== (bot.openId?.issuer ?? PUBLIC_ISSUER) ||
      claims.aud !== bot.appId ||
      claims.serviceurl !== activity.serviceUrl ||
      activity.channelId !== 'msteams'
    ) {
      throw new TokenRefused();
    }
    const known = this.#known.get(header);
    if (known && this.#clock.now().epochMilliseconds < known.untilMs) return known.result;
    const result = await super.authenticateRequest(activity, header).then(keepingClients, refuse);
    const oldest = this.#known.size >= REMEMBERED ? this.#known.keys().next() : undefined;
    if (oldest && !oldest.done) this.#known.delete(oldest.value);
    this.#known.set(header, { result, untilMs: claims.exp * 1_000 });
    return result;
  }
}

/** Only a fetch that failed is somebody else's trouble. Whatever else goes wrong, the token has not been proven. */
function refuse(fault: unknown): never {
  const { name, statusCode } = fault instanceof Error ? (fault as Error & { statusCode?: number }) : {};
  throw name === 'FetchError' || statusCode === 500
    ? new KeysUnavailable('signing keys', { cause: fault })
    : new TokenRefused();
}

function keepingClients(result: Result): Result {
  const clients = new Map<string, ReturnType<NonNullable<Result['connectorFactory']>['create']>>();
  const factory = result.connectorFactory;
  if (!factory) return result;
  return {
    ...result,
    connectorFactory: {
      create: (serviceUrl, audience) => {
        const client = clients.get(serviceUrl) ?? factory.create(serviceUrl, audience);
        if (clients.size >= REMEMBERED) clients.clear();
        clients.set(serviceUrl, client);
        return client;
      },
    },
  };
}

function options(bot: RegisteredBot): Record<string, string | boolean> {
  return {
    MicrosoftAppId: bot.appId,
    MicrosoftAppTenantId: bot.tenantId,
    ...(bot.openId || bot.login
      ? {
          ToBotFromChannelOpenIdMetadataUrl:
            bot.openId?.metadataUrl ?? 'https://login.botframework.com/v1/.well-known/openidconfiguration',
          ToBotFromChannelTokenIssuer: bot.openId?.issuer ?? PUBLIC_ISSUER,
          ToBotFromEmulatorOpenIdMetadataUrl: bot.openId?.metadataUrl ?? PUBLIC_ISSUER,
          ToChannelFromBotLoginUrl: bot.login?.url ?? 'https://login.microsoftonline.com/botframework.com',
          ToChannelFromBotOAuthScope: bot.login?.scope ?? PUBLIC_ISSUER,
          OAuthUrl: PUBLIC_ISSUER,
          ValidateAuthority: false,
          CallerId: 'urn:botframework:azure',
        }
      : {}),
  };
}
