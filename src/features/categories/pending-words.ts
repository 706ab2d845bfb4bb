const DECIDED = /\b(proposed|proposals?|ratified|pending|decided|agreed)\b/i;
const UNTOLD =
  /\b(not|n['’]t|un|yet to be|awaiting|waiting to be|still to be)[ -]?(yet |been |being )*(communicated|shared|told|announced|published|sent)\b|\buncommunicated\b/i;
const LEVELS_PROPOSED =
  /\b(proposed|ratified|pending) (levels?|categor\w+|tiers?|bands?|changes? of (level|category))\b/i;

/** "What is proposed but not yet shared?", "uncommunicated levels": levels decided that no school has been told. */
export function asksForPending(text: string): boolean {
  return LEVELS_PROPOSED.test(text) || UNTOLD.test(text) || (DECIDED.test(text) && /\bnot yet\b/i.test(text));
}
