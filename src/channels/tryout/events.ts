import type { ServerResponse } from 'node:http';
import type { Board, Numbered } from './board.ts';

/** Open event streams. `close` ends them all, so that the server can stop. */
export interface EventStreams {
  /**
   * Streams what happens in these conversations (all, when none is named) as Server-Sent Events. First comes what the page
   * has not seen: everything after `lastSeen`, or, when that is unknown or too long ago, `reset` and all kept messages.
   */
  open(res: ServerResponse, conversations: readonly string[], lastSeen: string | undefined): void;
  close(): void;
}

const HEARTBEAT_MS = 20_000;

/** `run` tells one run of the server from the next: event numbers of an earlier run mean nothing to this one. */
export function createEventStreams(board: Board, run: string): EventStreams {
  const open = new Set<ServerResponse>();
  return {
    open(res, conversations, lastSeen) {
      const wanted = ({ event }: Numbered) =>
        event.conversation === undefined || conversations.length === 0 || conversations.includes(event.conversation);
      const write = (numbered: Numbered) => {
        if (wanted(numbered)) res.write(frame(numbered.event.name, numbered.event.data, `${run}.${numbered.number}`));
      };

      res.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'same-origin',
      });
      const thisRun = lastSeen?.startsWith(`${run}.`) ?? false;
      const missed = thisRun ? board.since(Number(lastSeen?.slice(run.length + 1))) : undefined;
      if (missed !== undefined) {
        // Somebody who was typing then is not typing now.
        for (const numbered of missed) if (numbered.event.name !== 'typing') write(numbered);
      } else {
        res.write(frame('reset', { restarted: lastSeen !== undefined && !thisRun }));
        const kept =
          conversations.length === 0 ? board.messages() : conversations.flatMap((one) => board.messages(one));
        for (const message of kept) res.write(frame('message', message));
      }
      res.write(frame('ready', {}, `${run}.${board.lastNumber}`));

      const stopWatching = board.watch(write);
      const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS);
      heartbeat.unref();
      open.add(res);
      res.on('close', () => {
        stopWatching();
        clearInterval(heartbeat);
        open.delete(res);
      });
    },
    close() {
      for (const res of open) res.end();
    },
  };
}

function frame(name: string, data: object, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
