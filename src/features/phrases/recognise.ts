import type { Asking, Call } from '../../core/feature.ts';
import type { Concern } from '../../core/intent.ts';
import { isOfficer, type Parts } from './parts.ts';

/** Whatever form a message has, these come first. */
const GRAVE: readonly Concern[] = ['safeguarding', 'distress', 'pupil_detail', 'staff_capability'];

const WHO =
  '(?:somebody|someone|anybody|anyone|people|they|heads?|a head|headteachers?|a headteacher|schools?|a school|we|i)';

/** "When somebody says 'ofsted grade' they mean what category are we" */
const MEANS = new RegExp(
  `^(?:please[, ]+)?(?:when|if|whenever) ${WHO} (?:says?|asks?|types?|writes?|put|puts|said) ?[:,]? ?(.+?)[,;]? (?:then )?(?:they|he|she|it|that|we|i)(?: really| actually)? means? ?[:,]? ?(.+)$`,
  'isu',
);
const FORGET = /^(?:please )?(?:forget|take back|remove|delete|undo) (?:the |our |my )?phrases? ?[:,]? ?(.+)$/isu;
const LIST = /^(?:(?:show|list|see|what are)(?: me)? )?(?:our|my|all|the|added)(?: added)? phrases$/iu;
const ADD = /^(?:please )?(?:add|teach you|new|make)(?: an?| the)?(?: new)? phrase$/iu;
const UNANSWERED =
  /^(?:(?:show me |list )?what (?:did|do|have|could|didn't|couldn't|haven't|don't) ?(?:you|n't you)?(?: not)? (?:understand|understood|get|answer|follow)|(?:the )?review queue|unanswered messages)(?: (?:this week|lately|recently|today))?$/iu;

/** Messages that are about phrases and about nothing else. */
export function recogniser(parts: Pick<Parts, 'spotConcern'>) {
  return (text: string, asking: Asking): Call | undefined => {
    const said = text.trim().replaceAll('’', "'").replace(/\s+/g, ' ');
    const means = MEANS.exec(said);
    if (means) {
      const concern = parts.spotConcern(text);
      if (concern && GRAVE.includes(concern)) return undefined;
      return {
        verb: 'phrases.suggest',
        data: { text: (means[1] ?? '').slice(0, 4000), meaning: (means[2] ?? '').slice(0, 4000) },
      };
    }
    if (!isOfficer(asking)) return undefined;
    const plain = said.replace(/[?.!\s]+$/, '');
    const forget = FORGET.exec(plain)?.[1];
    if (forget !== undefined) return { verb: 'phrases.start-forget', data: { text: forget.slice(0, 4000) } };
    if (LIST.test(plain)) return { verb: 'phrases.list', data: {} };
    if (ADD.test(plain)) return { verb: 'phrases.start', data: {} };
    return UNANSWERED.test(plain) ? { verb: 'phrases.unanswered', data: {} } : undefined;
  };
}
