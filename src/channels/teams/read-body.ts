import type { IncomingMessage } from 'node:http';

/** Teams' own messages stay under 28 KB; a form filled in can be longer. */
export const LARGEST_BODY = 256 * 1024;

export type Body = { readonly read: 'whole'; readonly json: unknown } | { readonly read: 'too_long' | 'not_json' };

/**
 * The body as JSON, never more of it than the limit. Own code because restify's parser unpacks gzip without a limit, and
 * writes uploaded files to disk, before anybody has asked who is calling.
 */
export async function readJson(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return { read: 'too_long' };
  const bytes = await readBytes(request);
  if (!bytes) return { read: 'too_long' };
  try {
    return { read: 'whole', json: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return { read: 'not_json' };
  }
}

function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  // A parser mounted in front would have taken the words already, and nothing more would ever come.
  if (request.readableEnded)
    throw new Error('the body was read before the Teams channel could: mount it without a parser');
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) {
        chunks.push(chunk);
        return;
      }
      request.off('data', onData);
      resolve(undefined);
    };
    request.on('data', onData);
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    request.once('error', reject);
  });
}
