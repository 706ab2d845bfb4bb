export type { BlockKit } from './block-kit.ts';
export { createSlackChannel, type SlackChannel, type SlackChannelParts } from './channel.ts';
export { SlackConfig } from './config.ts';
export { readSlackSettings, type SlackSettings } from './settings.ts';
