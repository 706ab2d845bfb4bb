import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { JsonObject } from '../../../../src/core/store.ts';
import { portOf } from '../../teams/support/port.ts';

/** Slack's end of Socket Mode: as much of a WebSocket as it takes to deliver and be told that it arrived. */
export interface SocketServer {
  readonly url: string;
  /** Resolves once somebody has opened the socket. */
  readonly opened: Promise<void>;
  send(envelope: JsonObject): void;
  /** What came back for an envelope; waits for it. */
  acknowledged(envelope: string): Promise<JsonObject>;
  close(): Promise<void>;
}

export async function startSocketServer(): Promise<SocketServer> {
  const server = createServer();
  const opened = Promise.withResolvers<void>();
  const acknowledgements = new Map<string, PromiseWithResolvers<JsonObject>>();
  const awaited = (id: string) => {
    const known = acknowledgements.get(id) ?? Promise.withResolvers<JsonObject>();
    acknowledgements.set(id, known);
    return known;
  };
  let socket: Duplex | undefined;
  server.on('upgrade', (request, connection) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    connection.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket = connection;
    connection.on('error', () => {});
    connection.on('data', (bytes: Buffer) => {
      for (const text of textsIn(bytes)) {
        const said = JSON.parse(text) as JsonObject;
        if (typeof said.envelope_id === 'string') awaited(said.envelope_id).resolve(said);
      }
    });
    connection.write(frame(JSON.stringify({ type: 'hello', num_connections: 1 })));
    opened.resolve();
  });
  const port = await portOf(server);
  return {
    url: `ws://127.0.0.1:${port}/link`,
    opened: opened.promise,
    send: (envelope) => void socket?.write(frame(JSON.stringify(envelope))),
    acknowledged: (id) => awaited(id).promise,
    close: async () => {
      socket?.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One unmasked text frame, as servers send them. */
function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, body.length])
      : Buffer.from([0x81, 126, body.length >> 8, body.length & 255]);
  return Buffer.concat([head, body]);
}

/** The texts in whole, masked, short frames, as this client sends them; anything else is passed over. */
function textsIn(bytes: Buffer): string[] {
  const texts: string[] = [];
  let at = 0;
  while (at + 6 <= bytes.length) {
    const isText = ((bytes[at] ?? 0) & 15) === 1;
    let length = (bytes[at + 1] ?? 0) & 127;
    at += 2;
    if (length === 126) {
      length = bytes.readUInt16BE(at);
      at += 2;
    }
    const mask = bytes.subarray(at, at + 4);
    const body = bytes.subarray(at + 4, at + 4 + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
    at += 4 + length;
    if (isText) texts.push(Buffer.from(body).toString());
  }
  return texts;
}
