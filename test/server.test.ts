import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { close, createHttpServer, listen } from '../src/server.ts';
import { openMovingStore } from './conversation/turn.ts';

async function serve(): Promise<number> {
  const server = createHttpServer({ store: openMovingStore().store, isReady: () => true });
  onTestFinished(() => close(server));
  return listen(server, 0, '127.0.0.1');
}

/** The first line of the answer. */
function ask(port: number, target: string, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    let said = '';
    socket.on('data', (bytes) => {
      said += bytes;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(said.split('\r\n')[0] ?? ''));
  });
}

it.each([
  ['a port that is none', '/healthz', 'localhost:none'],
  ['a name that is none', '/healthz', 'a b'],
  ['a target that is none', 'http://[', 'localhost'],
])('refuses a request with %s, and answers the next', async (_, target, host) => {
  const port = await serve();
  expect(await ask(port, target, host)).toMatch(/ 400 /);
  expect(await ask(port, '/healthz', 'localhost')).toMatch(/ 200 /);
});
