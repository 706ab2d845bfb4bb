import type { IntentName } from '../../../core/intent.ts';
import type { Lean } from '../../dates/index.ts';

const PAST: ReadonlySet<IntentName> = new Set([
  'record_visit',
  'record_impact',
  'post_peer_review_findings',
  'show_findings',
  'explain_category',
  'thanks',
]);
const TO_COME: ReadonlySet<IntentName> = new Set([
  'request_support',
  'offer_support',
  'next_review_group',
  'accept_request',
  'decline_request',
  'set_reminder_preferences',
  'handoff_to_human',
  'reassign_request',
  'withdraw_request',
  'entitlement_visits',
  'find_support',
  'who_is_adviser',
]);

/** Past or to come, by what the wish implies; words of planning or of looking back in the message itself weigh more. */
export function leanOf(intent: IntentName | undefined, text: string): Lean {
  const said = text.toLowerCase();
  const planned =
    /\b(?:will|going to|gonna|booked?|pencil|plan(?:ned|ning)?|schedul\w*|put me down|due|upcoming|coming|arrang\w*|set up|move|reschedul\w*|cancel\w*|visiting|can'?t make|won'?t|i'?ll|we'?ll|see you|next)\b/.test(
      said,
    );
  const done =
    /\b(?:was|were|went|been|visited|had|did|saw|met|spent|attended|completed|done|since|happened|last|ago|wrote|sent|came)\b/.test(
      said,
    );
  if (intent && PAST.has(intent)) return planned && !done ? 'future' : 'past';
  if (intent && TO_COME.has(intent))
    return done && !planned && /\b(?:since|ago|last|was|were|came|sent|put in|asked)\b/.test(said) ? 'past' : 'future';
  if (done && !planned) return 'past';
  return planned ? 'future' : 'either';
}
