import { dayOf, listed, longDate } from '../../../core/wording.ts';
import type { InState, SupportRequest } from '../schema.ts';
import { usedHalfDays } from './apply-work.ts';
import type { Midpoint } from './work-schema.ts';

type Fact = { readonly title: string; readonly value: string };
type Begun = InState<'active' | 'midpoint_reviewed' | 'completed' | 'evaluated' | 'closed'>;

/** How the work stands, in lines of the request's own card. None before terms are put. */
export function workFacts(request: SupportRequest): readonly Fact[] {
  const rows: readonly (readonly [string, string])[] = [
    ['Terms', termsLine(request)],
    ...('visits' in request ? workRows(request) : []),
  ];
  return rows.filter(([, value]) => value !== '').map(([title, value]) => ({ title, value }));
}

function termsLine(request: SupportRequest): string {
  if (request.state === 'accepted') {
    const { draft } = request;
    if (!draft) return 'Not put yet';
    const waiting = [
      ...(draft.agreed.requester ? [] : [request.wish.schoolName]),
      ...(draft.agreed.partner ? [] : [request.partner.schoolName]),
    ];
    return `Put on ${dayOf(draft.by.at)}; waiting for ${listed(waiting)}`;
  }
  if (!('agreed' in request)) return '';
  const { terms, agreed } = request;
  const last = agreed.requester.at > agreed.partner.at ? agreed.requester.at : agreed.partner.at;
  return `Agreed on ${dayOf(last)}: ${longDate(terms.from)} to ${longDate(terms.to)}`;
}

function workRows(request: Begun): readonly (readonly [string, string])[] {
  const { visits, terms } = request;
  const midpoint = 'midpoint' in request ? request.midpoint : undefined;
  const finalReview = 'finalReview' in request ? request.finalReview : undefined;
  const impact = 'impact' in request ? request.impact : undefined;
  return [
    ['Half-days given', `${usedHalfDays(visits)} of ${terms.halfDays} agreed`],
    ['Visits', listed(visits.map(({ date }) => longDate(date)))],
    [
      'Half way',
      midpoint ? `${WORKING[midpoint.working]}${midpoint.appropriate ? '' : ', and not the right support'}` : '',
    ],
    ['Final review', finalReview?.text ?? ''],
    ['What changed', impact ? `${impact.baseline} → ${impact.result} (${impact.source})` : ''],
    ['Closed', request.state === 'closed' && request.stopped ? `Without its reviews: ${request.stopped.reason}` : ''],
  ];
}

const WORKING = {
  yes: 'Working',
  partly: 'Working in part',
  no: 'Not working yet',
} as const satisfies Record<Midpoint['working'], string>;
