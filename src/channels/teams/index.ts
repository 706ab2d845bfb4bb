export { createTeamsChannel, type TeamsChannel } from './channel.ts';
export { TeamsConfig } from './config.ts';
export { readTeamsSettings } from './settings.ts';
