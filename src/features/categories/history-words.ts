import type { Entities } from '../../core/intent.ts';

const HISTORY =
  /\b(history|over the years|over time|previous(ly)?|former(ly)?|used to be|in the past|years? before)\b/i;
const CHANGED = /\b(when|has|have|hasn.?t|did|how often|ever|last)\b.*\bchang(e|ed|es|ing)\b/i;
const WAS = /\b(were|was|been|had)\b/i;

export interface AskedPeriod {
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
}

/** "When did our category change?", "what category were we in 2024?": a question about how a school's level came to be. */
export function asksForHistory(text: string, entities: Pick<Entities, 'dates'>, today: string): boolean {
  if (/^\s*(why|how come)\b/i.test(text)) return false;
  if (HISTORY.test(text) || CHANGED.test(text)) return true;
  if (!WAS.test(text)) return false;
  const period = askedPeriod(text, entities, today);
  return /\bbefore\s*\??\s*$/i.test(text) || (period !== undefined && period.from < today);
}

/** The time asked about. "Since 2023" and "from 2023" run on to today. `undefined`: none was said, or it is yet to come. */
export function askedPeriod(text: string, { dates }: Pick<Entities, 'dates'>, today: string): AskedPeriod | undefined {
  const [said] = dates;
  if (!said || said.from > today) return undefined;
  const runsOn = /\b(since|from|after)\b/i.test(said.text) || /\bsince\b/i.test(text);
  return { from: said.from, to: runsOn ? today : said.to };
}
