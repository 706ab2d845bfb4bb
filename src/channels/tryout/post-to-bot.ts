import type { Activity } from './activity.ts';

/** How the bot took an activity. `problem` is a sentence for the page. */
export type Taken =
  | { readonly outcome: 'taken'; readonly body: unknown }
  | { readonly outcome: 'failed'; readonly problem: string; readonly status?: number; readonly cause?: unknown };

const PATIENCE_MS = 15_000;

/** Posts an activity to the bot's one door, as Teams would. Never rejects. */
export async function postToBot(url: string, activity: Activity): Promise<Taken> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    text = await response.text();
  } catch (cause) {
    const late = cause instanceof Error && cause.name === 'TimeoutError';
    return {
      outcome: 'failed',
      problem: late
        ? 'The bot took too long to answer. Please try again in a moment.'
        : 'The bot could not be reached. Is it still running?',
      cause,
    };
  }
  if (!response.ok) {
    return {
      outcome: 'failed',
      status: response.status,
      problem:
        response.status >= 500
          ? 'The bot had a problem of its own with that. Please try again.'
          : 'The bot did not accept that message.',
    };
  }
  return { outcome: 'taken', body: readBody(text) };
}

function readBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
