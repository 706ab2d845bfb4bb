import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../../core/calendar.ts';
import { londonDate } from '../../../core/clock.ts';
import type { Sla } from '../../../core/framework-process.ts';
import type { InState, SupportRequest } from '../schema.ts';

/** What somebody owes the work, and from which day it is late. */
export interface Due {
  /** Which thing it is, and never another: "visit.7.2027-01-12". Gone from the list once it is done. */
  readonly key: string;
  readonly kind: 'terms' | 'question' | 'agree' | 'begin' | 'visit' | 'midpoint' | 'final' | 'evaluate' | 'close';
  readonly by: 'owner' | 'requester' | 'partner';
  readonly on: Temporal.PlainDate;
}

export interface WorkRules {
  readonly calendar: Pick<Calendar, 'addWorkingDays' | 'isSchoolDay' | 'nextWorkingDay'>;
  readonly sla: Pick<Sla, 'contactWorkingDays' | 'recordOfVisitWorkingDays' | 'midpointReview'>;
}

/** Where the authority has set no time: "within 5 working days" is others' practice for a record of visit (domain.md §10). */
export const USUAL_WORKING_DAYS = 5;
/** Work of less than this many days from first to last is over before a mid-point would help. */
const TOO_SHORT_DAYS = 14;

type Agreed = InState<'terms_agreed' | 'active' | 'midpoint_reviewed'>;

/** What the work is owed as it stands, whether or not the day has come. Pure. */
export function workDue(request: SupportRequest, rules: WorkRules): readonly Due[] {
  const contact = rules.sla.contactWorkingDays ?? USUAL_WORKING_DAYS;
  const after = (at: string, days = contact) =>
    rules.calendar.addWorkingDays(londonDate(Temporal.Instant.from(at)), days);
  switch (request.state) {
    case 'accepted':
      return beforeAgreement(request, after);
    case 'terms_agreed': {
      const on = Temporal.PlainDate.from(request.terms.from);
      return [
        { key: `begin.${request.agreed.number}`, kind: 'begin', by: 'owner', on },
        ...visitsDue(request, [], rules),
      ];
    }
    case 'active':
    case 'midpoint_reviewed':
      return [...visitsDue(request, request.visits, rules), ...reviewsDue(request, rules)];
    case 'completed':
      return [{ key: 'evaluate', kind: 'evaluate', by: 'requester', on: after(request.finalReview.at) }];
    case 'evaluated':
      return [{ key: 'close', kind: 'close', by: 'owner', on: after(request.evaluated.at) }];
    default:
      return [];
  }
}

function beforeAgreement(
  { draft, partner }: InState<'accepted'>,
  after: (at: string) => Temporal.PlainDate,
): readonly Due[] {
  if (!draft) {
    return [{ key: `terms.${partner.number}`, kind: 'terms', by: 'owner', on: after(partner.consented.at) }];
  }
  const { number, questions } = draft;
  const asked = questions.at(-1);
  const sides = (['requester', 'partner'] as const).filter((side) => !draft.agreed[side]);
  return [
    ...(asked
      ? [{ key: `question.${number}.${questions.length}`, kind: 'question', by: 'owner', on: after(asked.at) } as const]
      : []),
    ...sides.map((by) => ({ key: `agree.${number}.${by}`, kind: 'agree', by, on: after(draft.by.at) }) as const),
  ];
}

/** One record for each agreed day; where no day was agreed, at least one by the middle. */
function visitsDue({ terms, agreed }: Agreed, recorded: readonly unknown[], rules: WorkRules): readonly Due[] {
  const within = rules.sla.recordOfVisitWorkingDays ?? USUAL_WORKING_DAYS;
  const due = (which: string, day: Temporal.PlainDate): Due => ({
    key: `visit.${agreed.number}.${which}`,
    kind: 'visit',
    by: 'partner',
    on: rules.calendar.addWorkingDays(day, within),
  });
  if (terms.days.length === 0) return recorded.length > 0 ? [] : [due('first', middleOf(terms, rules.calendar))];
  return terms.days.slice(recorded.length).map((day) => due(day, Temporal.PlainDate.from(day)));
}

function reviewsDue(request: InState<'active' | 'midpoint_reviewed'>, rules: WorkRules): readonly Due[] {
  const { terms, agreed } = request;
  const after = rules.calendar.nextWorkingDay(Temporal.PlainDate.from(terms.to));
  const final: Due = { key: `final.${agreed.number}`, kind: 'final', by: 'requester', on: after };
  if (request.state !== 'active' || !hasMiddle(terms, rules)) return [final];
  const on = middleOf(terms, rules.calendar);
  return [{ key: `midpoint.${agreed.number}`, kind: 'midpoint', by: 'requester', on }, final];
}

/** Whether the authority holds mid-point reviews, and the work is long enough for one. */
export function hasMiddle(dates: { readonly from: string; readonly to: string }, { sla }: Pick<WorkRules, 'sla'>) {
  return sla.midpointReview && daysOf(dates) >= TOO_SHORT_DAYS;
}

/** Half way from the first day to the last; the school day before, should it fall on none. */
export function middleOf(
  dates: { readonly from: string; readonly to: string },
  calendar: WorkRules['calendar'],
): Temporal.PlainDate {
  const from = Temporal.PlainDate.from(dates.from);
  const half = from.add({ days: Math.floor(daysOf(dates) / 2) });
  for (let day = half; Temporal.PlainDate.compare(day, from) >= 0; day = day.subtract({ days: 1 })) {
    if (calendar.isSchoolDay(day)) return day;
  }
  return half;
}

function daysOf({ from, to }: { readonly from: string; readonly to: string }): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}
