import { command, type Feature } from '../../core/feature.ts';
import type { Partnership } from '../../core/partnership.ts';
import { codeIn } from './code.ts';
import { ABOUT_THE_LIST, ExplainList, explainList } from './use-cases/explain-list.ts';
import { ChoosePerson, choosePerson, IssueCode, issueCode, type Parts } from './use-cases/issue-code.ts';
import { RedeemCode, redeemCode } from './use-cases/redeem-code.ts';

export type { Secrets } from './code.ts';

/** Who is who: one-time codes that tie a platform identity to a person. */
export function people(parts: Parts & { readonly partnership: Partnership }): Feature {
  return {
    key: 'people',
    commands: [
      command({ verb: 'people.choose-person', kind: 'read', schema: ChoosePerson, run: choosePerson(parts) }),
      command({ verb: 'people.issue-code', kind: 'write', schema: IssueCode, run: issueCode(parts) }),
      command({ verb: 'people.redeem-code', kind: 'write', schema: RedeemCode, run: redeemCode(parts) }),
      command({ verb: 'people.explain-list', kind: 'read', schema: ExplainList, run: explainList(parts) }),
    ],
    hears: {},
    recognises: (text) => {
      const code = codeIn(text);
      if (code) return { verb: 'people.redeem-code', data: { code } };
      const wanted = CODE_FOR.exec(text);
      if (wanted) return { verb: 'people.choose-person', data: { name: (wanted[1] ?? '').slice(0, 200) } };
      return ABOUT_THE_LIST.test(text) ? { verb: 'people.explain-list', data: {} } : undefined;
    },
  };
}

/** "Link code for Jo Smith", "give someone a link code", "one-time code for the head of Beckwith". */
const CODE_FOR =
  /^(?:please |can (?:you|i) |could (?:you|i) )*(?:give|make|issue|get|send|have)?\s*(?:me |someone |somebody )?(?:an?|the)?\s*(?:new )?(?:link|linking|one[- ]time|sign[- ]?in)[ -]code(?:\s+for\s+(.+?))?[\s?.!]*$/i;
