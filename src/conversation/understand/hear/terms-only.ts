import type { IntentName } from '../../../core/intent.ts';
import { focusesIn } from '../entities/focuses.ts';

/** What carries on when only its terms are said again: another day, other half-days, another focus. */
const CARRIES_ON: Partial<Record<IntentName, IntentName>> = {
  request_support: 'request_support',
  offer_support: 'offer_support',
  find_support: 'request_support',
  accept_request: 'accept_request',
  record_visit: 'record_visit',
  record_impact: 'record_impact',
  entitlement_visits: 'entitlement_visits',
  next_review_group: 'next_review_group',
  set_reminder_preferences: 'set_reminder_preferences',
};

const BY_FOCUS: ReadonlySet<IntentName> = new Set(['request_support', 'offer_support', 'find_support', 'record_visit']);

const SMALL = new Set(
  `yes yep yeah yup aye ok okay sure fine go ahead no nope nah not but and or if possible ideally preferably maybe perhaps please pls thanks then
  that's that thats this these the a an it its it's be is was can could will would should we i you us me make made do have on in at by for from to of
  only just actually rather about what how than with up sorry erm er oh well better best works suits any another other different same more less`.split(
    /\s+/,
  ),
);

/** Words that set terms: when, how long, how many. */
const TERM =
  /^(?:(?:mon|tues?|wed(?:nes)?|weds|thurs?|thur|fri|satur|sat|sun)(?:days?)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|today|tomorrow|tonight|yesterday|next|last|week|weeks|fortnight|month|months|terms?|half|halves|days?|date|dates|times?|mornings?|afternoons?|evenings?|lunchtime|am|pm|noon|midday|oclock|easter|christmas|xmas|whitsun|new|year|spring|summer|autumn|winter|before|after|until|till|between|since|earlier|sooner|later|instead|first|second|third|fourth|one|two|three|four|five|six|seven|eight|nine|ten|couple|few|\d{1,4}(?:st|nd|rd|th|am|pm)?|\d{1,2}[/.:]\d{1,2}(?:[/.]\d{2,4})?|½)$/;

/** "The second one" chooses; it sets no terms. */
const A_CHOICE =
  /\b(?:first|second|third|fourth|last|other|top|bottom|next)(?: (?:one|two|of them))?(?: (?:please|pls|then))?\W*$/;

/** Past so many words it is a message of its own. */
const SHORT = 10;

/**
 * The wish a bare change of terms belongs to: "yes please, but after Easter", "not that date", "Tuesday instead", "6 half days",
 * "phonics". `undefined` when anything else is said, or nothing that takes terms was being spoken of.
 */
export function termsOnly(said: string, talkedOf: IntentName | undefined): IntentName | undefined {
  const wish = talkedOf && CARRIES_ON[talkedOf];
  if (!talkedOf || !wish || A_CHOICE.test(said)) return undefined;
  const words = said.match(/[a-z0-9½']+(?:[/.:][0-9]+)*/g) ?? [];
  if (words.length === 0 || words.length > SHORT) return undefined;
  const telling = words.filter((word) => !SMALL.has(word));
  if (telling.length === 0) return undefined;
  if (telling.every((word) => TERM.test(word))) return wish;
  const subject = telling.filter((word) => !TERM.test(word)).join(' ');
  return BY_FOCUS.has(talkedOf) && telling.length <= 3 && focusesIn(subject).length === 1 ? wish : undefined;
}
