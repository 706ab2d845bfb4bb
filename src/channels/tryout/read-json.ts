import type { IncomingMessage } from 'node:http';
import type { ZodType } from 'zod';
import { TryoutRefusal } from './refusal.ts';

/** Reads at most `mostBytes` of a JSON body. Refuses other kinds of body: a form on another web site can only send those. */
export async function readJson(req: IncomingMessage & { body?: unknown }, mostBytes: number): Promise<unknown> {
  if (!/^application\/json(?:;|$)/i.test(req.headers['content-type'] ?? '')) {
    throw new TryoutRefusal(415, 'not_json', 'Send the request as application/json.');
  }
  if (typeof req.body === 'object' && req.body !== null) return req.body;
  const tooBig = new TryoutRefusal(413, 'too_big', `That is too long: ${mostBytes} bytes at most.`);
  if (Number(req.headers['content-length'] ?? 0) > mostBytes) throw tooBig;
  const chunks: Buffer[] = [];
  let size = 0;
  // Left as it is, the loop would cut the connection on its way out, and the refusal would never arrive.
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > mostBytes) throw tooBig;
    chunks.push(chunk as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new TryoutRefusal(400, 'not_json', 'That was not readable as JSON.');
  }
}

export function parseWith<T>(schema: ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new TryoutRefusal(
    400,
    'invalid_input',
    `${issue === undefined || issue.path.length === 0 ? 'The request' : `“${issue.path.join('.')}”`} is not as expected: ${issue?.message ?? 'unknown reason'}.`,
  );
}
