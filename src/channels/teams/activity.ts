import { z } from 'zod';

const Account = z.object({
  id: z.string().min(1).max(500),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
});

/** What Teams sends, in the fields this channel uses. Loose: anything else it says is dropped at the door. */
export const Activity = z.object({
  type: z.string().min(1),
  id: z.string().min(1).nullish(),
  replyToId: z.string().nullish(),
  timestamp: z.string().nullish(),
  channelId: z.string().min(1),
  /** Without it botbuilder would not compare the address with the token's, so it is never optional. */
  serviceUrl: z.string().min(1).max(2_000),
  from: Account,
  recipient: Account,
  conversation: z.object({
    id: z.string().min(1).max(1_000),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string().nullish() }).nullish(),
      team: z.object({ id: z.string().nullish() }).nullish(),
    })
    .nullish(),
  text: z.string().nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  value: z.unknown().optional(),
  membersAdded: z.array(Account).nullish(),
  entities: z.array(z.unknown()).nullish(),
  attachments: z.array(z.object({ contentType: z.string().nullish() })).nullish(),
});
export type Activity = z.infer<typeof Activity>;
