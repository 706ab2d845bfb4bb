import type { Temporal } from 'temporal-polyfill';
import { sortableInstant } from '../../../core/clock.ts';
import type { PersonId } from '../../../core/ids.ts';
import { Refusal } from '../../../core/refusal.ts';
import { Entry, SupportRequest, type Who } from '../schema.ts';
import { apply } from './apply.ts';
import type { RequestCommand } from './commands.ts';
import type { Hat } from './hats.ts';
import { refusalOf } from './refusals.ts';
import { whoseMove } from './whose-move.ts';

export interface Actor {
  readonly who: Who;
  readonly hats: ReadonlySet<Hat>;
}

export interface Decided {
  readonly request: SupportRequest;
  readonly entry: Entry;
}

/** What a command makes of a request, with its line of history; or why not. Pure: the same in, the same out. */
export function decide(
  request: SupportRequest,
  command: RequestCommand,
  actor: Actor,
  now: Temporal.Instant,
): Decided | Refusal {
  const refused = refusalOf(request, command.do, actor.hats);
  if (refused) return refused;
  const at = sortableInstant(now);
  const changed = apply(request, command, { ...actor.who, at }, actor.hats);
  if (changed instanceof Refusal) return changed;
  const entries = request.entries + 1;
  return {
    request: SupportRequest.parse({ ...changed, entries, waitingFor: waitingFor(changed) }),
    entry: Entry.parse({
      v: 1,
      ref: request.ref,
      n: entries,
      did: command.do,
      by: actor.who,
      at,
      from: request.state,
      to: changed.state,
      ...saidOf(command),
    }),
  };
}

/** Whose move it is. A question asked is the requester's to answer. A provider is found by its school, not here. */
export function waitingFor(request: SupportRequest): readonly PersonId[] {
  if (!request.open) return [];
  const asked = request.question ? [request.requester.person] : [];
  if ('routed' in request) return [...new Set([...asked, ...request.routed.line])];
  return [...new Set([...asked, ...whoseMove(request)])];
}

function saidOf(command: RequestCommand): { readonly said?: string } {
  switch (command.do) {
    case 'decline':
    case 'escalate':
    case 'withdraw':
    case 'reassign':
    case 'refuse_proposal':
    case 'take_back':
    case 'part_ways':
    case 'stop':
      return command.reason === '' ? {} : { said: command.reason };
    case 'ask':
    case 'answer':
    case 'question_terms':
    case 'answer_terms':
      return { said: command.text };
    case 'amend':
      return { said: command.said };
    case 'review_midpoint':
      return { said: command.midpoint.next };
    case 'record_visit':
      return { said: command.visit.did };
    case 'complete':
      return { said: command.review };
    default:
      return {};
  }
}
