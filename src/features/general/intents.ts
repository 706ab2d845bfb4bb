import type { Call, Feature } from '../../core/feature.ts';
import type { IntentName } from '../../core/intent.ts';

const LATER: readonly IntentName[] = [
  'next_review_group',
  'record_visit',
  'record_impact',
  'post_peer_review_findings',
  'show_findings',
  'alliance_summary',
  'set_reminder_preferences',
  'data_export',
];

/** Greetings, help and people; and, for whatever no other feature answers, a true word on who does. Listed last in `app`. */
export function generalIntents(): Feature['hears'] {
  return {
    greeting: () => ({ verb: 'general.greet', data: {} }),
    help: () => ({ verb: 'general.help', data: {} }),
    thanks: (heard) => ({
      verb: 'general.thanks',
      data: { put_right: /\b(but|not what|wrong|no use|didn.?t help)\b/i.test(heard.text) },
    }),
    out_of_scope: () => ({ verb: 'general.out-of-scope', data: {} }),
    handoff_to_human: () => ({ verb: 'general.handoff', data: {} }),
    ...Object.fromEntries(LATER.map((intent) => [intent, (): Call => ({ verb: 'general.later', data: { intent } })])),
  };
}
