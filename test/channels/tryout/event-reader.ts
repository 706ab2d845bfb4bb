export interface StreamEvent {
  readonly id?: string;
  readonly name: string;
  readonly data: { readonly [key: string]: unknown };
}

/** Reads Server-Sent Events as a browser would, without its reconnecting. */
export async function openEvents(url: string, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const response = await fetch(url, { headers, signal: stop.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const waiting: StreamEvent[] = [];

  async function next(): Promise<StreamEvent | undefined> {
    while (waiting.length === 0) {
      const read = await reader?.read();
      if (read === undefined || read.done) return undefined;
      const frames = (rest + read.value).split('\n\n');
      rest = frames.pop() ?? '';
      waiting.push(...frames.filter((frame) => !frame.startsWith(':')).map(readFrame));
    }
    return waiting.shift();
  }

  return {
    response,
    next,
    /** Everything up to and including the first of that name. */
    async until(name: string): Promise<StreamEvent[]> {
      const seen: StreamEvent[] = [];
      for (;;) {
        const event = await next();
        if (event === undefined) return seen;
        seen.push(event);
        if (event.name === name) return seen;
      }
    },
    close: () => stop.abort(),
  };
}

function readFrame(frame: string): StreamEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1];
  const id = field('id');
  return { ...(id === undefined ? {} : { id }), name: field('event') ?? '', data: JSON.parse(field('data') ?? '{}') };
}
