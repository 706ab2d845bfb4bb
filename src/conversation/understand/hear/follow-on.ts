import type { IntentName, Topic } from '../../../core/intent.ts';
import { termsOnly } from './terms-only.ts';

/** What a one-line reply asks of what went before. */
export interface FollowOn {
  /** The wish it carries on or turns into, when that can be told from the topic. */
  readonly intent?: IntentName;
}

/**
 * Whether a message only makes sense with what went before: "yes", "the second one", "and visits?", "why?", "not that date",
 * "what about Hollin Lane?". With a topic, also what is now asked. `named`: the message names a school.
 */
export function followOn(text: string, topic: Topic | undefined, named: boolean): FollowOn | undefined {
  const said = text.toLowerCase().replace(/[’]/g, "'").replace(/\s+/g, ' ').trim();
  if (WHY.test(said)) {
    const intent = topic?.intent ? REASONS[topic.intent] : undefined;
    return intent ? { intent } : {};
  }
  if (SAME_OF_ANOTHER.test(said) || (named && NAME_ONLY.test(said)))
    return topic?.intent ? { intent: topic.intent } : {};
  const carried = termsOnly(said, topic?.intent);
  if (carried) return { intent: carried };
  if (REPLIES.some((pattern) => pattern.test(said))) return {};
  return ASIDE.test(said) && said.split(' ').length <= 6 ? {} : undefined;
}

const WHY =
  /^(?:but |and |ok |so |erm? |hang on,? )*(?:why|how come|why's that|why is that|why not|on what grounds|for what reason|what for|says who|based on what)(?: (?:is that|was that|though|so|then|is it|are we))?\s*[?!.]*$/;

const REASONS: Partial<Record<IntentName, IntentName>> = {
  ask_category: 'explain_category',
  explain_category: 'explain_category',
  expectations: 'explain_category',
  entitlement_visits: 'explain_category',
  challenge_category: 'explain_category',
  request_status: 'request_status',
  decline_request: 'request_status',
};

/** "What about hers?", "and Hollin Lane?", "same for Beckwith": the question again, of somebody else. */
const SAME_OF_ANOTHER =
  /^(?:and |ok |so |right |then )*(?:what|how) about (?:the (?:other|last|next|first) one|hers|his|theirs|mine|yours|ours|them|him|her|us|[\w' .&-]{2,40})\s*\??$|^(?:and )?(?:the )?same (?:for|again for|with|thing for) .{2,40}$|^and (?:hers|his|theirs|mine|ours|them|us|for us|the others?|the other (?:one|school|two)|for (?:the others?|them|him|her))\s*\??$|^ditto (?:for )?.{2,40}$/;

const NAME_ONLY = /^(?:and|or|also|what about|how about|for|ok|now) [\w' .&-]{2,40}\??$/;

const REPLIES: readonly RegExp[] = [
  /^(?:oh |ok |well |erm? |actually )*(?:yes|yep|yeah|yup|aye|ok|okay|sure|fine|go on|go on then|go ahead|please do|do it|that's right|correct|confirm(?:ed)?|agreed|sounds good|perfect|lovely|👍|y)(?:[ ,!.]+(?:please|pls|then|thanks|ta|that's (?:right|fine|it|the one|great)|go ahead|do it|that one|but .{2,60}|to (?:both|all|that|the .{2,30})|for .{2,40}|thank you))*\s*[!.]*$/,
  /^(?:oh |ok |well |erm? |actually |er |god )*(?:no|nope|nah|n|not that|not now|not yet|never mind|nvm|leave it|forget it|stop|cancel|don't|skip it|neither|none of (?:them|those|these))(?:[ ,!.]+(?:thanks|thank you|ta|please|that's wrong|not that (?:one|date|school|time)|the other one|neither|i meant .{2,60}|it'?s .{2,60}|leave it))*\s*[!.]*$/,
  /^(?:no,? |yes,? |ok,? |actually,? |just |i meant |i mean |erm,? )*(?:the )?(?:first|second|third|fourth|last|top|bottom|middle|other|latter|former|1st|2nd|3rd|4th|next)(?: (?:one|two|of them|option|of those|school|date|request))?(?: (?:please|pls|then|thanks|not the .{2,20}))?\s*[!.?]*$/,
  /^(?:option |number |no\.? ?|choice )?(?:\d|one|two|three|a|b|c)(?: (?:please|pls|then))?\s*[!.)]*$/,
  /^(?:no,? |erm,? |sorry,? |oh )*(?:not (?:that|this|those) (?:one|date|day|time|school|week|year|person|request)|wrong (?:one|date|day|school|person|year|way round)|a different (?:one|date|day|school)|another (?:one|date|day)|any other (?:date|day|time)s?|(?:the )?(?:week|day|month|one|term|year) (?:after|before)(?: that)?|earlier|later|sooner)(?: (?:please|pls|then))?\s*[!.?]*$/,
  /^(?:both|all|all of them|both of them|all three|neither|either|any|whichever|all (?:two|four)|just (?:that|this) one|that one|this one|those (?:two|ones)|them both)(?: (?:please|pls|then|thanks|will do|is fine))?\s*[!.]*$/,
  /^(?:and|or|also|plus) .{2,40}\?*$/,
  /^(?:tell me more|more(?: detail| info| please)?|go on|and\??|then what|what then|so\??|meaning\??|such as\??|like what\??|such as who\??|who\??|when\??|where\??|which\??|which one\??|how many\??|how\??|since when\??|says who\??|really\??|are you sure\??|what do you mean\??|in english please|eh\??|huh\??|again\??|remind me|same again|as before|as above|same as last time)\s*[!.?]*$/,
  /^(?:and |but )?(?:when|who|where|which|what|how many|how long|how much) (?:was|is|did|does|are|were|do|for|have) (?:that|it|he|she|they|those|them|this|these|his|her|hers|their|theirs)(?: .{0,25})?\s*\?*$/,
];

/** Short talk of "it", "that", "them", "hers" with nothing else to hold on to. */
const ASIDE =
  /\b(?:hers|theirs|that one|this one|those ones|the other one|the same|it then|that then|them instead|him instead|her instead|it instead)\b/;
