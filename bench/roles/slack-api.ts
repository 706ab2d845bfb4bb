import { createServer } from 'node:http';
import { announceServer } from '../harness.ts';

/** A Slack that takes everything, and says how many messages it has been given when asked. */
let messages = 0;
const server = createServer((request, response) => {
  const isMessage = request.url === '/api/chat.postMessage';
  request.resume().on('end', () => {
    if (isMessage) messages += 1;
    const count = request.url === '/count';
    const body = count
      ? JSON.stringify({ messages })
      : '{"ok":true,"channel":"D0DEMO01","ts":"1795400000.000001","user_id":"U0BOT","bot_id":"B0BOT","team_id":"T0DEMO"}';
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
});
announceServer(server);
