import type { App } from './app.ts';

/** What whoever starts the bot is told once it runs: where it is, and what to do next. */
export function greeting(
  app: Pick<App, 'isDemo' | 'inTeams' | 'inSlack' | 'loaded'>,
  address: string,
): readonly string[] {
  const { name } = app.loaded.partnership;
  if (app.isDemo) {
    return [
      `${name} is running as a demonstration. Open ${address} and pick somebody to be.`,
      app.inSlack
        ? `It answers Slack at ${address}/slack/events as well.`
        : 'To try it in Slack on this machine, stop it and run: npm run tryout:slack',
    ];
  }
  return [
    `${name} is running.`,
    ...(app.inTeams ? [`Teams reaches it at ${address}/api/messages behind your own address.`] : []),
    ...(app.inSlack
      ? [`Slack reaches it at ${address}/slack/events behind your own address, or over its socket.`]
      : []),
  ];
}
