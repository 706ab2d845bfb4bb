import type { Reply } from '../../../core/feature.ts';
import { focusesInWords } from '../focuses.ts';
import type { Parts } from '../parts.ts';
import type { InState } from '../schema.ts';
import { whenInWords } from './request-view.ts';
import { KIND_WORDS } from './words.ts';

/**
 * What the headteacher of a school that was put forward sees. Nothing on it comes from the school that asked but what it
 * is about, how much and when: not its name, its number, nor a word it wrote.
 */
export function proposalView(parts: Pick<Parts, 'focuses'>, request: InState<'proposed'>, lead = ''): Reply {
  const { proposal, wish } = request;
  const title = 'Could your school help another?';
  const data = { request: request.ref, proposal: proposal.number };
  const facts: readonly (readonly [string, string])[] = [
    ['About', focusesInWords(parts.focuses, wish.focuses)],
    ['Kind of help', wish.kind === 'other' ? '' : KIND_WORDS[wish.kind].replace(' with us', ' with them')],
    ['Half-days', `${proposal.halfDays}, set aside from your offer while you decide`],
    ['When', whenInWords(wish)],
    ['Asked by', `${request.owner.name}, the adviser`],
  ];
  const actions = [
    { label: 'Yes, we can help', verb: 'brokerage.consent', data },
    { label: 'No, not this time', verb: 'brokerage.start-refuse', data: { ...data, why: 'no' } },
    { label: 'There is a conflict of interest', verb: 'brokerage.start-refuse', data: { ...data, why: 'conflict' } },
  ];
  return {
    card: 'brokerage/proposal',
    data: {
      title,
      lead,
      hasLead: lead !== '',
      described: `${proposal.described} would be glad of your help.`,
      message: `${request.owner.name} writes: “${proposal.message}”`,
      facts: facts.filter(([, value]) => value !== '').map(([name, value]) => ({ title: name, value })),
      names:
        'Neither school is told the other’s name unless you say yes. Then you are both told, and agree together what happens. If you say no, only the adviser knows that it was you.',
      actions,
    },
    summary: `${title} ${lead === '' ? '' : `${lead} `}${proposal.described} would be glad of help with ${focusesInWords(parts.focuses, wish.focuses).toLowerCase()}.`,
    sensitivity: 'restricted',
    options: actions,
  };
}
