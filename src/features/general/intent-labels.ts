import type { Terms } from '../../core/framework-vocabulary.ts';
import type { IntentName } from '../../core/intent.ts';

/** How each meaning is offered when the bot asks back: the person's own terms, a few words, never a menu's. */
export function intentLabel(intent: IntentName, terms: Terms): string {
  const level = terms.level.singular;
  const labels = {
    ask_category: `The ${level}`,
    explain_category: `Why that ${level}`,
    entitlement_visits: 'Visits promised, had and left',
    expectations: 'What we receive and what’s expected',
    who_is_adviser: 'Who the adviser is',
    list_criteria: 'The criteria',
    challenge_category: 'Something is wrong',
    warning_notice_info: 'Warning notices',
    next_review_group: 'Review group dates',
    review_group_remit: 'What a review group does',
    request_support: 'Ask for support',
    offer_support: 'Offer support',
    find_support: 'Find who offers support',
    request_status: 'How a request is going',
    withdraw_request: 'Withdraw a request',
    accept_request: 'Say yes to a request',
    decline_request: 'Say no to a request',
    reassign_request: 'Pass a request on',
    record_visit: 'Record a visit',
    record_impact: 'Record what changed',
    post_peer_review_findings: 'Post peer-review findings',
    show_findings: 'See peer-review findings',
    alliance_summary: 'About an alliance',
    set_reminder_preferences: 'Reminder settings',
    data_export: 'A copy of what’s held',
    handoff_to_human: 'Talk to a person',
    help: 'What you can do',
    greeting: 'Just saying hello',
    thanks: 'Just saying thanks',
    out_of_scope: 'Something else',
  } as const satisfies Record<IntentName, string>;
  return labels[intent];
}
