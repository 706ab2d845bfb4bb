import type { PersonId } from '../../../core/ids.ts';
import type { InState, State } from '../schema.ts';

type Waiting = 'submitted' | 'acknowledged' | 'escalated';
type Over = 'closed' | 'withdrawn' | 'lapsed';
type Owned = InState<Exclude<State, Waiting | Over>>;

/** Whose move it is once somebody has it: a headteacher's name here is whoever asked or said yes. */
export function whoseMove(request: Owned): readonly PersonId[] {
  const owner = request.owner.person;
  const requester = request.requester.person;
  switch (request.state) {
    case 'accepted': {
      const { draft, partner } = request;
      if (!draft) return [owner];
      return [
        ...(draft.questions.length > 0 ? [owner] : []),
        ...(draft.agreed.requester ? [] : [requester]),
        ...(draft.agreed.partner ? [] : [partner.consented.person]),
      ];
    }
    case 'terms_agreed':
      return [owner, request.partner.consented.person];
    case 'active':
    case 'midpoint_reviewed':
      return [requester, request.partner.consented.person, owner];
    case 'completed':
      return [requester, owner];
    default:
      return [owner];
  }
}
