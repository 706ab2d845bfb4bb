/** Longer than most answers take, shorter than a person waits before wondering. */
const AFTER_MS = 400;

/**
 * Shows that an answer is on its way once it has taken long enough. The rule is the same for every question and every
 * person, so that seeing it, or not, tells nothing. Gives back what ends it.
 */
export function typingAfter(show: () => Promise<unknown>, afterMs: number = AFTER_MS): () => void {
  const timer = setTimeout(() => void show(), afterMs);
  return () => clearTimeout(timer);
}
