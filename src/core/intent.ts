import { z } from 'zod';
import type { SchoolId } from './ids.ts';

/** Everything a person can mean, at the grain at which the answer differs. Names are shared with the labelled messages. */
export const IntentName = z.enum([
  'ask_category',
  'explain_category',
  'entitlement_visits',
  'expectations',
  'who_is_adviser',
  'list_criteria',
  'challenge_category',
  'warning_notice_info',
  'next_review_group',
  'review_group_remit',
  'request_support',
  'offer_support',
  'find_support',
  'request_status',
  'withdraw_request',
  'accept_request',
  'decline_request',
  'reassign_request',
  'record_visit',
  'record_impact',
  'post_peer_review_findings',
  'show_findings',
  'alliance_summary',
  'set_reminder_preferences',
  'data_export',
  'handoff_to_human',
  'help',
  'greeting',
  'thanks',
  'out_of_scope',
]);
export type IntentName = z.infer<typeof IntentName>;

/** A stretch of the message that names a school, and who it could be. Best first; empty when the register holds nothing like it. */
export interface SchoolMention {
  readonly text: string;
  readonly candidates: readonly {
    readonly id: SchoolId;
    readonly name: string /** 0 to 1 */;
    readonly score: number;
  }[];
  /** `one`: safe to take the first. `several`: ask which. `none`: a name was said that the register does not hold. */
  readonly fit: 'one' | 'several' | 'none';
}

/** A date or time said in the message, read in Europe/London against the turn's clock and the authority's calendar. */
export interface DateMention {
  readonly text: string;
  /** ISO dates, first and last day; equal for a single day. */
  readonly from: string;
  readonly to: string;
  /** "HH:MM" when a time of day was said. */
  readonly time?: string;
  readonly timeTo?: string;
  /** True when two readings are about as likely and the person should be asked. */
  readonly unsure?: boolean;
}

/** What was said beside the wish itself. All optional: most messages carry few. */
export interface Entities {
  readonly schools: readonly SchoolMention[];
  /** "we", "our", "us": the speaker's own school. */
  readonly own: boolean;
  /** "my schools", "my patch", "all of mine"; or the whole authority. */
  readonly scope?: 'my_schools' | 'all';
  /** Level keys said ("cat 3" -> "3"), as the framework in force writes them. */
  readonly levels: readonly string[];
  readonly dates: readonly DateMention[];
  readonly halfDays?: number;
  /** Pounds. */
  readonly money?: number;
  /** "41", "SR-2026-0093". */
  readonly requestRefs: readonly string[];
  /** Keys of the partnership's review groups, and "JRG". */
  readonly reviewGroups: readonly string[];
  readonly alliances: readonly string[];
  /** Keys of the focus taxonomy: "phonics", "attendance". */
  readonly focuses: readonly string[];
  /** First names or full names said of colleagues. */
  readonly people: readonly string[];
  /** Criterion ids said: "xii". */
  readonly criteria: readonly string[];
  readonly yearGroups: readonly string[];
  /** "the second one" is 2; "the last one" is -1. */
  readonly ordinal?: number;
}

/** One thing asked for. A message can hold several. */
export interface Heard {
  /** The person's words for this ask. */
  readonly text: string;
  /** Likeliest first, at most three; confidences are calibrated shares that sum to at most 1. */
  readonly intents: readonly { readonly name: IntentName; readonly confidence: number }[];
  readonly entities: Entities;
  /** Sure enough to answer without asking back. */
  readonly sure: boolean;
}

/** Caught by rule before anything else, whatever else the message holds. */
export type Concern =
  | 'safeguarding'
  | 'distress'
  | 'wants_a_person'
  | 'complaint'
  | 'pupil_detail'
  | 'staff_capability';

export interface Understanding {
  readonly concern?: Concern;
  readonly asks: readonly Heard[];
  /** A one-line reply that only makes sense with what went before: "yes", "the second one", "and visits?". */
  readonly followsOn: boolean;
}

/** What was lately spoken about in this conversation; follow-ups lean on it. */
export interface Topic {
  readonly intent?: IntentName;
  readonly school?: SchoolId;
}
