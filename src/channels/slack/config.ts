import { z } from 'zod';
import { isLoopbackHost } from './loopback.ts';

export const PUBLIC_SLACK_API_URL = 'https://slack.com/api/';

const Address = z.string().refine((text) => {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname));
}, 'must start with https:// (plain http is only for this machine)');

const TeamId = z.string().regex(/^[TE][A-Z0-9]{2,20}$/, 'must be ids such as T0123ABCD, with commas');

const OneWorkspace = z.strictObject({ kind: z.literal('one'), botToken: z.string().min(1) });
const SeveralWorkspaces = z.strictObject({
  kind: z.literal('several'),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Signs what travels through the installer's browser, and locks the tokens kept in the store. */
  stateSecret: z.string().min(1),
  /**
   * The only workspaces that may install the bot. A workspace's owner decides what e-mail addresses its people have, so a
   * workspace nobody chose could make its people into anybody.
   */
  allowedTeams: z.array(TeamId).min(1),
  redirectUrl: Address.optional(),
});

/** Where the bot runs in Slack, and how Slack reaches it: by signed requests, or over a socket it opens itself. */
export const SlackConfig = z
  .strictObject({
    workspaces: z.discriminatedUnion('kind', [OneWorkspace, SeveralWorkspaces]),
    signingSecret: z.string().min(1).optional(),
    /** An app-level token. Given, the bot opens a socket and needs no public address. */
    appToken: z.string().min(1).optional(),
    /** Always ends in a slash. */
    apiUrl: Address.default(PUBLIC_SLACK_API_URL).transform((url) => (url.endsWith('/') ? url : `${url}/`)),
  })
  .refine((config) => config.signingSecret !== undefined || config.appToken !== undefined, {
    path: ['signingSecret'],
    message: 'is needed, unless SLACK_APP_TOKEN is set',
    // Asked even when other settings are wrong, so that everything missing is named at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  });
export type SlackConfig = z.infer<typeof SlackConfig>;
export type SeveralWorkspaces = z.infer<typeof SeveralWorkspaces>;
