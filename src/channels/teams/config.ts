import { z } from 'zod';
import { isLoopbackHost } from './loopback.ts';

/** Where Teams itself takes replies. Government clouds have others, named in README.md; they are settings. */
export const PUBLIC_TEAMS_SERVICE_URLS = ['https://smba.trafficmanager.net/'] as const;

const ServiceUrlPrefix = z.string().refine((text) => {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname));
}, 'must start with https:// (plain http is only for this machine)');

export const RegisteredBot = z
  .strictObject({
    mode: z.literal('teams'),
    /** The bot's application (client) id in Microsoft Entra. */
    appId: z.guid(),
    type: z.enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']).default('SingleTenant'),
    /** The client secret. A managed identity has none. */
    password: z.string().min(1).optional(),
    /** The authority's tenant, in which the bot is registered. */
    tenantId: z.guid(),
    /** Tenants whose people are answered; the authority's own unless told. Others are politely refused. */
    allowedTenants: z.array(z.guid()).min(1).optional(),
    /** What a reply address must begin with. */
    allowedServiceUrls: z
      .array(ServiceUrlPrefix)
      .min(1)
      .default([...PUBLIC_TEAMS_SERVICE_URLS]),
    /** Who signs what Teams sends. Left out: the public cloud. */
    openId: z.strictObject({ metadataUrl: z.url(), issuer: z.string().min(1) }).optional(),
    /** Where the bot gets its own token. Left out: the public cloud. */
    login: z.strictObject({ url: z.url(), scope: z.string().min(1) }).optional(),
  })
  .refine((bot) => (bot.type === 'UserAssignedMSI') === (bot.password === undefined), {
    path: ['password'],
    message: 'is needed for SingleTenant and MultiTenant, and must be left out for UserAssignedMSI',
    // Asked even when other settings are wrong, so that everything missing is named at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .transform((bot) => ({ ...bot, allowedTenants: (bot.allowedTenants ?? [bot.tenantId]).map(lowerCase) }));

/**
 * How the channel runs. `demo`: no credentials, and only this machine is answered. `teams`: a registered bot, and only what
 * the Bot Framework signed for it is answered.
 */
export const TeamsConfig = z.union([z.strictObject({ mode: z.literal('demo') }), RegisteredBot]);
export type TeamsConfig = z.infer<typeof TeamsConfig>;
export type RegisteredBot = z.infer<typeof RegisteredBot>;

function lowerCase(text: string): string {
  return text.toLowerCase();
}
