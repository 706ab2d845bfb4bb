import { type App, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { JsonRecord } from '../../core/json.ts';
import type { Deliveries } from './deliveries.ts';
import type { Log } from './log.ts';

/** Bolt's socket, with what comes over it written down before Slack is told that it arrived. */
export function createSocket(parts: {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly deliveries: Deliveries;
  readonly log: Log;
  readonly logger: Logger;
}): Receiver {
  const { appToken, apiUrl, deliveries, log, logger } = parts;
  const socket = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
  });
  // Bolt acknowledges an event before anybody has seen it, so what it hands on comes here first.
  const first: Pick<App, 'processEvent'> = {
    async processEvent({ body, ack }) {
      const payload = JsonRecord.safeParse(body);
      if (!payload.success) return;
      try {
        await deliveries.take(payload.data, async (instead) => ack(instead));
      } catch (fault) {
        log.error({ err: fault }, 'a delivery could not be written down; Slack will repeat it');
      }
    },
  };
  return {
    init: () => socket.init(first as App),
    start: () => socket.start(),
    stop: () => socket.stop(),
  };
}
