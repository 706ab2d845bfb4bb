import { Refusal } from '../../core/refusal.ts';
import type { RequestCommand } from './commands.ts';
import type { InState, Routed, State, SupportRequest, Who } from './schema.ts';
import type { STEPS } from './steps.ts';

export interface Stamp extends Who {
  readonly at: string;
}

type From<D extends keyof typeof STEPS> = InState<(typeof STEPS)[D]['from'][number] & State>;

/** The record after a command the table of steps allows. */
export function apply(request: SupportRequest, command: RequestCommand, by: Stamp): SupportRequest | Refusal {
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
    default:
      return partnering(request, command, by);
  }
}

type Partnering = Exclude<
  RequestCommand,
  { do: 'accept' | 'decline' | 'escalate' | 'reassign' | 'ask' | 'answer' | 'withdraw' | 'lapse' }
>;

function partnering(request: SupportRequest, command: Partnering, by: Stamp): SupportRequest | Refusal {
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
      const turnedDown = [...request.turnedDown, { offer, school, number }];
      return { ...filedPart(request), open: true, state: 'matching', owner, turnedDown };
    }
    case 'agree_terms':
      return { ...(request as From<'agree_terms'>), state: 'terms_agreed', terms: command.terms };
    case 'start':
      return { ...(request as From<'start'>), state: 'active', startedOn: command.on.toString() };
    case 'review_midpoint':
      return {
        ...(request as From<'review_midpoint'>),
        state: 'midpoint_reviewed',
        midpoint: { ...by, text: command.text },
      };
    case 'complete':
      return { ...(request as From<'complete'>), state: 'completed', finalReview: { ...by, text: command.review } };
    case 'evaluate':
      return { ...(request as From<'evaluate'>), state: 'evaluated', impact: command.impact };
    case 'close':
      return { ...(request as From<'close'>), state: 'closed', open: false, closed: by };
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

/** What every state keeps. */
function filedPart(request: SupportRequest) {
  const {
    v,
    ref,
    wish,
    requester,
    submittedAt,
    entries,
    invited,
    passed,
    question,
    proposals,
    turnedDown,
    waitingFor,
  } = request;
  return {
    v,
    ref,
    wish,
    requester,
    submittedAt,
    entries,
    invited,
    passed,
    ...(question ? { question } : {}),
    proposals,
    turnedDown,
    waitingFor,
  };
}
