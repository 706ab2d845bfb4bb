import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { TryoutRefusal } from './refusal.ts';
import type { Handler } from './routes.ts';
import { ALWAYS } from './routes.ts';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
} as const satisfies Record<string, string>;

/**
 * Only our own scripts and styles, none written into the page, nothing loaded from anywhere else. Trusted Types leave one
 * way to turn text into markup: Microsoft's card renderer, which gets only what our own markdown writer made.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types adaptivecards#markdownPassthroughPolicy adaptivecards#restoreContentsPolicy adaptivecards#deprecatedExportedFunctionPolicy',
].join('; ');

interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly etag: string;
}

/** Every file of the page by the name it is asked for, read once. What is not in this list cannot be asked for. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const folder = join(import.meta.dirname, 'page');
  const own = readdirSync(folder)
    .filter((name) => extname(name) in TYPES)
    .map((name) => [name, join(folder, name)] as const);
  const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  return new Map([...own, ['adaptivecards.min.js', renderer] as const].map(([name, path]) => [name, pageFile(path)]));
}

export function servePageFile(files: ReadonlyMap<string, PageFile>, name?: string): Handler {
  return (req, res) => {
    const file = files.get(name ?? String(req.params.file));
    if (file === undefined) throw new TryoutRefusal(404, 'no_such_file', 'There is no such page.');
    const headers = {
      ...ALWAYS,
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-cache',
      'Content-Type': file.type,
      ETag: file.etag,
    };
    if (req.headers['if-none-match'] === file.etag) {
      res.writeHead(304, headers);
      res.end();
      return;
    }
    res.writeHead(200, { ...headers, 'Content-Length': file.bytes.length });
    res.end(file.bytes);
  };
}

function pageFile(path: string): PageFile {
  const bytes = readFileSync(path);
  const type = TYPES[extname(path) as keyof typeof TYPES];
  return { type, bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}
