import type { Impact, Midpoint, Terms, WorkVisit } from './work-schema.ts';

/** What can be done once a partner has said yes: from the terms to the end. */
export type WorkCommand =
  /** Terms are put to both headteachers; again, and they are asked afresh. */
  | { readonly do: 'put_terms'; readonly terms: Terms }
  | { readonly do: 'agree_terms'; readonly number: number }
  | { readonly do: 'question_terms'; readonly number: number; readonly text: string }
  | { readonly do: 'answer_terms'; readonly text: string }
  /** It cannot be with this partner after all: another is looked for. */
  | { readonly do: 'part_ways'; readonly reason: string }
  /** `on`: an ISO date. */
  | { readonly do: 'start'; readonly on: string }
  /** `beyond`: the adviser says that more was given than was agreed. */
  | { readonly do: 'record_visit'; readonly visit: Omit<WorkVisit, 'by'>; readonly beyond?: boolean }
  | { readonly do: 'review_midpoint'; readonly midpoint: Pick<Midpoint, 'working' | 'appropriate' | 'next'> }
  | { readonly do: 'complete'; readonly review: string }
  | { readonly do: 'evaluate'; readonly impact: Impact }
  /** `spent`: pence really paid from the pot, when there is one. */
  | { readonly do: 'close'; readonly spent?: number }
  /** Closed without its reviews, with the reason. */
  | { readonly do: 'stop'; readonly reason: string; readonly spent?: number };
