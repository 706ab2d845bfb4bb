import type { IncomingHttpHeaders } from 'node:http';

/** Fetchers that open a link because it was seen, not because its person pressed it. */
const PREVIEWERS =
  /slackbot|skypeuripreview|facebookexternalhit|twitterbot|linkedinbot|whatsapp|googlebot|bingbot|bingpreview/i;

/** Whether a request only looks ahead: a browser that prefetches, or a platform that makes a preview. */
export function looksAhead(headers: IncomingHttpHeaders): boolean {
  const purpose = [headers['sec-purpose'], headers.purpose, headers['x-purpose'], headers['x-moz']].flat().join(' ');
  return /prefetch|prerender|preview/i.test(purpose) || PREVIEWERS.test(headers['user-agent'] ?? '');
}
