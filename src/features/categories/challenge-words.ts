import type { Asking, Call } from '../../core/feature.ts';
import type { Parts } from './parts.ts';
import { schoolSaid } from './school-said.ts';
import { ownSchools } from './which-school.ts';

const CHECK = /\b(accuracy|fact(s|ual)?) check\b|\bcheck(ing)? (the|our|my|these) facts\b|\bfactual accuracy\b/i;
const BY_WHEN = /\b(when|how long|by when|clos(e|es|ed|ing)|ends?|deadline|until|till|last day|working days?)\b/i;
const CHALLENGE = /\b(challenges?|appeal)\b/i;
const STANDS =
  /\bwhere('?s|’s| is| are)\b|\bhappen(ed|ing)\b|\bany (news|word|answer|progress|update|outcome)\b|\bhow('?s|’s| is| are)\b.*\b(going|getting on|doing)\b|\bstatus\b|\b(has|have|was|is|been)\b.*\b(answered|decided|settled|upheld|resolved|dealt with|looked at)\b|\bwhen will\b|\boutcome\b/i;

/** "Where is our challenge?" or "when does the accuracy check close?", where a message asks either and raises nothing. */
export function challengeQuestion(text: string): 'challenges' | 'accuracy' | undefined {
  if (CHECK.test(text) && BY_WHEN.test(text)) return 'accuracy';
  return CHALLENGE.test(text) && STANDS.test(text) ? 'challenges' : undefined;
}

/** Where the words leave no doubt whose: a school named in full, or the speaker's one own. Anything else is left to understanding. */
export function recogniseChallengeQuestion(parts: Parts, text: string, asking: Asking): Call | undefined {
  const about = text.length > 200 ? undefined : challengeQuestion(text);
  if (!about || !asking.viewer) return undefined;
  const call = (school: string): Call => ({ verb: 'categories.challenges', data: { school, about } });
  const named = schoolSaid(parts.directory, text);
  if (named) return call(named.id);
  const [own, another] = ownSchools(asking);
  const theirs = /\b(our|ours|my|we|us)\b/i.test(text) || about === 'accuracy';
  return own && !another && theirs && !/\b(at|for|from|of) [A-Z]/.test(text) ? call(own) : undefined;
}
