import type { Asking, Call } from '../../core/feature.ts';
import { grantsOn } from '../../core/people.ts';
import { schoolSaid } from '../categories/index.ts';
import type { Parts } from './parts.ts';

const OWN =
  /^\W*(please )?(show me )?(what (have|was|were) (i|I)( ever)? (been |be )?(shown|seen|looked at)|what have you (ever )?shown me|my (own )?audit (trail|log))\b/i;
const WHO =
  /\bwho(['’]s| has| have| had| else has| else)? (ever )?(been )?(looked? at|looking at|look(ed)? up|seen|saw|viewed|opened|accessed|read|shown|asked about|refused|told no about|turned down for)\b(.*)$/i;
const TRAIL = /\baudit (trail|log)( (for|of|on|at|about))?\b(.*)$/i;

/** "Who has looked at Northcliffe's category?", "what have I been shown?": nothing else is said quite like that. */
export function recogniseTrailQuestion(parts: Parts, text: string, asking: Asking): Call | undefined {
  if (text.length > 200) return undefined;
  if (OWN.test(text)) return { verb: 'audit.mine', data: {} };
  const object = (WHO.exec(text) ?? TRAIL.exec(text))?.at(-1);
  if (object === undefined) return undefined;
  const school = schoolSaid(parts.directory, object)?.id ?? spokenOf(object, asking);
  return school === undefined ? undefined : { verb: 'audit.school', data: { school } };
}

/** "Our category" is one's own school; "it" or "this school" the one just spoken of. */
function spokenOf(object: string, { viewer, today, topic }: Asking): string | undefined {
  if (/\b(it|this|that|their|them)\b/i.test(object)) return topic.school;
  if (!/\b(our|my|us)\b/i.test(object) || !/\b(category|level|band|tier|record|card|school|visits)\b/i.test(object)) {
    return undefined;
  }
  const own = viewer ? grantsOn(viewer, today).flatMap(({ scope }) => (scope.type === 'school' ? [scope.id] : [])) : [];
  return own[0];
}
