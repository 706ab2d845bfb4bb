export { createTeamsChannel, type TeamsChannel, type TeamsChannelParts } from './channel.ts';
export { TeamsConfig } from './config.ts';
export { readTeamsSettings } from './settings.ts';
