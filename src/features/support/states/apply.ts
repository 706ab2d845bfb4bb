import { Refusal } from '../../../core/refusal.ts';
import type { InState, Routed, Stamp, State, SupportRequest, Who } from '../schema.ts';
import { applyWork } from '../work/apply-work.ts';
import type { RequestCommand } from './commands.ts';
import { filedPart } from './filed-part.ts';
import type { Hat } from './hats.ts';
import type { STEPS } from './steps.ts';

type From<D extends keyof typeof STEPS> = InState<(typeof STEPS)[D]['from'][number] & State>;

/** The record after a command the table of steps allows. */
export function apply(
  request: SupportRequest,
  command: RequestCommand,
  by: Stamp,
  hats: ReadonlySet<Hat>,
): SupportRequest | Refusal {
  switch (command.do) {
    case 'accept':
      return { ...filedPart(request), invited: withOne(request, by), open: true, state: 'assigned', owner: by };
    case 'decline':
      return {
        ...waitingAgain(request, command.next),
        state: 'submitted',
        passed: [...request.passed, { ...by, reason: command.reason }],
      };
    case 'escalate':
      return {
        ...waitingAgain(request, command.next),
        state: 'escalated',
        escalated: { ...by, reason: command.reason },
      };
    case 'reassign':
      return reassign(request as From<'reassign'>, command.to, by);
    case 'ask': {
      const question = { ...by, text: command.text };
      if (request.state !== 'submitted') return { ...request, question };
      return { ...request, state: 'acknowledged', acknowledged: by, question };
    }
    case 'answer': {
      if (!request.question) {
        return new Refusal('already_done', 'There is no question waiting for an answer. Nothing has changed just now.');
      }
      const { question: _answered, ...rest } = request;
      return rest;
    }
    case 'withdraw': {
      const owner = 'owner' in request && request.owner ? { owner: request.owner } : {};
      const withdrawn = { ...by, reason: command.reason };
      return { ...filedPart(request), question: undefined, open: false, state: 'withdrawn', withdrawn, ...owner };
    }
    case 'lapse':
      return { ...filedPart(request), question: undefined, open: false, state: 'lapsed', lapsedAt: by.at };
    case 'amend':
      if (command.said === '') {
        return new Refusal('already_done', 'That is what it says already. Nothing has changed just now.');
      }
      return { ...request, wish: command.wish };
    default:
      return partnering(request, command, by, hats);
  }
}

type Partnering = Exclude<
  RequestCommand,
  { do: 'accept' | 'decline' | 'escalate' | 'reassign' | 'ask' | 'answer' | 'withdraw' | 'lapse' | 'amend' }
>;

function partnering(
  request: SupportRequest,
  command: Partnering,
  by: Stamp,
  hats: ReadonlySet<Hat>,
): SupportRequest | Refusal {
  switch (command.do) {
    case 'match': {
      const { owner } = request as From<'match'>;
      return { ...filedPart(request), open: true, state: 'matching', owner };
    }
    case 'propose': {
      const { owner } = request as From<'propose'>;
      const number = request.proposals + 1;
      const proposal = { ...command.proposal, number, by };
      return { ...filedPart(request), open: true, state: 'proposed', owner, proposals: number, proposal };
    }
    case 'consent': {
      const { owner, proposal } = request as From<'consent'>;
      if (proposal.number !== command.proposal) return anotherProposal();
      return { ...filedPart(request), open: true, state: 'accepted', owner, partner: { ...proposal, consented: by } };
    }
    case 'refuse_proposal': {
      const { owner, proposal } = request as From<'refuse_proposal'>;
      if (proposal.number !== command.proposal) return anotherProposal();
      const { offer, school, number } = proposal;
      const turnedDown = [
        ...request.turnedDown,
        { offer, school, number, why: command.conflict ? ('conflict' as const) : ('no' as const) },
      ];
      return { ...filedPart(request), open: true, state: 'matching', owner, turnedDown };
    }
    case 'take_back': {
      const { owner, proposal } = request as From<'take_back'>;
      if (proposal.number !== command.proposal) return anotherProposal();
      const { offer, school, number } = proposal;
      const turnedDown = [...request.turnedDown, { offer, school, number, why: 'no_answer' as const }];
      return { ...filedPart(request), open: true, state: 'matching', owner, turnedDown };
    }
    default:
      return applyWork(request, command, by, hats);
  }
}

/** Before a partner is put forward the new owner begins afresh; after, the work goes on with another owner. */
function reassign(request: From<'reassign'>, to: Who, by: Stamp): SupportRequest | Refusal {
  const owner = { ...to, at: by.at };
  const invited = withOne(request, to);
  if ('owner' in request && request.owner.person === to.person) {
    return new Refusal('already_done', `${to.name} has it already. Nothing has changed just now.`);
  }
  switch (request.state) {
    case 'submitted':
    case 'acknowledged':
    case 'escalated':
    case 'assigned':
    case 'reassigned':
    case 'matching':
      return { ...filedPart(request), invited, open: true, state: 'reassigned', owner, handedOver: by };
    default:
      return { ...request, invited, owner };
  }
}

function waitingAgain(request: SupportRequest, next: Routed) {
  const invited = [...new Set([...request.invited, ...next.line])];
  return { ...filedPart(request), invited, open: true as const, routed: next };
}

function withOne(request: SupportRequest, who: Who) {
  return [...new Set([...request.invited, who.person])];
}

function anotherProposal(): Refusal {
  return new Refusal('out_of_date', 'That was an earlier proposal and no longer stands. Nothing has changed just now.');
}
