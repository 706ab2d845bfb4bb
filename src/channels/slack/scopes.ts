/** What the bot asks of a workspace, and nothing more. Each has its reason in manifest/slack/README.md. */
export const BOT_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'im:history',
  'im:write',
  'mpim:history',
  'users:read',
  'users:read.email',
] as const;
