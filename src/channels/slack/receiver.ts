import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, HTTPResponseAck, type Logger, type Receiver } from '@slack/bolt';
import type { Clock } from '../../core/clock.ts';
import type { Deliveries } from './deliveries.ts';
import { admit } from './door.ts';
import type { Log } from './log.ts';
import { refuseRequest } from './respond.ts';

/** Bolt's receiver for a server that is not Bolt's own. */
export interface HttpReceiver extends Receiver {
  /** Answers one HTTP request. Reads the body itself, so no parser may stand in front. Never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export function createHttpReceiver(parts: {
  readonly signingSecret: string;
  readonly deliveries: Deliveries;
  /** The real time: a demonstration may move its own. */
  readonly clock: Clock;
  readonly log: Log;
  readonly logger: Logger;
}): HttpReceiver {
  const { signingSecret, deliveries, clock, log, logger } = parts;
  let stopping = false;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (stopping) return refuseRequest(response, 'stopping');
    const atTheDoor = await admit(request, signingSecret, clock);
    if (atTheDoor.let === 'out') {
      const retry = HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request);
      log.warn({ kind: atTheDoor.kind, retry }, 'a request to the Slack channel was refused');
      return refuseRequest(response, atTheDoor.kind);
    }
    if (atTheDoor.let === 'ssl_check') return HTTPModuleFunctions.buildSSLCheckResponse(response);
    const { payload } = atTheDoor;
    if (payload.type === 'url_verification') {
      return HTTPModuleFunctions.buildUrlVerificationResponse(response, payload);
    }
    const ack = new HTTPResponseAck({
      logger,
      processBeforeResponse: false,
      httpRequest: request,
      httpRequestBody: payload,
      httpResponse: response,
    });
    try {
      await deliveries.take(payload, ack.bind());
    } finally {
      // Nobody answers it after this, so Bolt need not wait to say so.
      ack.ack();
    }
    if (!response.headersSent) refuseRequest(response, 'fault');
  }

  return {
    init() {},
    async start() {
      stopping = false;
    },
    async stop() {
      stopping = true;
    },
    async handle(request, response) {
      try {
        await serve(request, response);
      } catch (fault) {
        log.error({ err: fault }, 'a request to the Slack channel failed');
        refuseRequest(response, 'fault');
      }
    },
  };
}
