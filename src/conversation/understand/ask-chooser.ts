import { setTimeout } from 'node:timers/promises';
import type { IntentName } from '../../core/intent.ts';
import type { Chooser } from './chooser.ts';

/** Picks one of the offered intents for a message in doubt; `undefined` leaves the doubt to the person. Never rejects. */
export type AskChooser = (text: string, offered: readonly IntentName[]) => Promise<IntentName | undefined>;

export interface AskChooserParts {
  readonly chooser: Chooser;
  /** Takes names, numbers and addresses out; `undefined` for what must not be shown to anybody. */
  readonly mask: (text: string) => string | undefined;
  /** Settles when it has been waited for long enough; a second, unless told. */
  readonly patience?: () => Promise<unknown>;
}

const PATIENCE_MS = 1000;

/**
 * The only way to a chooser. It is handed the message without names and digits and the intents that would be offered, and nothing
 * else: no person, no school, no level, no earlier message. What it says counts only when it is one of those intents, said in time.
 */
export function chooserAsker({ chooser, mask, patience = waitASecond }: AskChooserParts): AskChooser {
  return async (text, offered) => {
    const masked = offered.length < 2 ? undefined : mask(text);
    if (masked === undefined) return undefined;
    const said: unknown = await Promise.race([choice(chooser, masked, offered), patience().then(() => undefined)]);
    return offered.find((intent) => intent === said);
  };
}

/** A chooser that throws, at once or later, has said nothing. */
async function choice(chooser: Chooser, masked: string, offered: readonly IntentName[]): Promise<unknown> {
  try {
    return await chooser.choose(masked, [...offered]);
  } catch {
    return undefined;
  }
}

function waitASecond(): Promise<unknown> {
  return setTimeout(PATIENCE_MS, undefined, { ref: false });
}
