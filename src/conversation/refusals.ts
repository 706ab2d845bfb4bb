import type { Reply } from '../core/feature.ts';
import type { Refusal } from '../core/refusal.ts';

/** A refusal as the person sees it. Always restricted: in a channel even a refusal would say that something was asked. */
export function refusalReply(refusal: Refusal): Reply {
  return {
    card: 'conversation/refusal',
    data: { sentence: refusal.sentence },
    summary: refusal.sentence,
    sensitivity: 'restricted',
  };
}

const FAULT =
  'Something went wrong at my end, and I couldn’t finish that. Nothing you have sent me before is lost. Please try again ' +
  'in a minute; if it happens again, tell the partnership team.';

export function faultReply(): Reply {
  return { card: 'conversation/refusal', data: { sentence: FAULT }, summary: FAULT, sensitivity: 'restricted' };
}
