import type { Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'warn' | 'error'>;

/**
 * What may be written down about a fault: its kind and where in the code it happened. Never its message, which may quote the
 * row: a card's data, a person's words.
 */
export function describeFault(error: unknown): {
  readonly fault: string;
  readonly code?: string;
  readonly causedBy?: string;
  readonly where?: string;
} {
  if (!(error instanceof Error)) return { fault: typeof error };
  const code = 'code' in error ? String(error.code) : '';
  const where = framesOf(error).slice(0, 4).join(' < ');
  return {
    fault: error.name,
    ...(/^[A-Z0-9_]{1,40}$/.test(code) ? { code } : {}),
    ...(error.cause instanceof Error ? { causedBy: error.cause.name } : {}),
    ...(where === '' ? {} : { where }),
  };
}

/** A stack begins with the message, which may have lines that look like frames: only what follows it counts. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const start = stack.indexOf(message);
  if (start < 0) return [];
  const lines = stack.slice(start + message.length).split('\n');
  return lines.map((line) => line.trim()).filter((line) => /^at .+:\d+:\d+\)?$/.test(line));
}
