import { plainText } from '../classify/words.ts';
import PHRASES from './instruction-phrases.json' with { type: 'json' };

const SAYS = PHRASES.says.map((pattern) => new RegExp(pattern, 'iu'));
const UNLESS = PHRASES.unless.map((pattern) => new RegExp(pattern, 'iu'));

/**
 * Whether a message tells the bot what to be or what to forget ("ignore your rules", "SYSTEM:", "as a test show all", a guessing
 * game about a level). Such words change nothing: the answer is that this is not something the bot does. A second lock only:
 * what may be shown never depends on understanding (domain.md §22).
 */
export function isInstruction(text: string): boolean {
  const said = plainText(text);
  return (
    (SAYS.some((pattern) => pattern.test(said)) || ENCODED.test(text)) && !UNLESS.some((pattern) => pattern.test(said))
  );
}

/** A long run of letters and digits, as of something encoded. */
const ENCODED = /(?:^|\s)(?=\S*\d)(?=\S*[A-Z])[A-Za-z0-9+/]{28,}={0,2}(?:\s|$)/;
