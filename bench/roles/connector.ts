import http from 'node:http';
import { announceServer } from '../harness.ts';

/** The Bot Connector's end of a conversation, as little of it as takes a reply. */
const reply = Buffer.from('{"id":"1"}');

announceServer(
  http.createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': reply.length });
      response.end(reply);
    });
  }),
);
