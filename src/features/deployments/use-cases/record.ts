import { z } from 'zod';
import type { Asking, Call, Reply } from '../../../core/feature.ts';
import type { IntentName } from '../../../core/intent.ts';
import {
  type Deed,
  findRequests,
  focusesInWords,
  hatsOf,
  headedSchools,
  readRequest,
  refusalOf,
  resolveRef,
  type SupportRequest,
  view,
} from '../../support/index.ts';
import type { Parts } from '../parts.ts';
import { showCloseForm } from './close.ts';
import { showImpactForm } from './impact.ts';
import { showMidpointForm } from './midpoint.ts';
import { startSayingWork } from './say-something.ts';
import { showVisitForm } from './visit.ts';

/** What was said about a visit or about what changed, before it is known which work it is about. */
export const RecordInWords = z.strictObject({
  what: z.enum(['visit', 'impact']),
  request: z.string().max(40).optional(),
  /** Schools named: the one visited, or the one that was helped. */
  schools: z.array(z.string().max(100)).max(20).optional(),
  date: z.string().max(40).optional(),
  halfDays: z.number().optional(),
  midpoint: z.boolean().optional(),
});
type RecordInWords = z.infer<typeof RecordInWords>;

/** Deeds that words about what changed can mean, the one that is due first. */
const IMPACT: readonly Deed[] = ['evaluate', 'complete', 'review_midpoint', 'close'];
const MOST_CHOICES = 5;

/**
 * From words to the right form, when the asker has work under way that it fits: one fits, and its form is shown; several, and
 * they are asked. With none it is what it was without this feature (`otherwise`); for an adviser who names no school, who may
 * mean a visit of their own, they are asked.
 */
export function recordInWords(parts: Parts, otherwise: (intent: IntentName, asking: Asking) => Promise<Reply>) {
  const forms = formsOf(parts);
  return async (wanted: RecordInWords, asking: Asking): Promise<Reply> => {
    const intent = wanted.what === 'visit' ? 'record_visit' : 'record_impact';
    const fitting = await workThatFits(parts, wanted, asking);
    const choices = fitting.map(({ request, deed }) => choiceOf(parts, request, deed, wanted));
    const [only] = choices;
    if (!only) return otherwise(intent, asking);
    const mayBeOwnVisit = wanted.what === 'visit' && isAdvisersOwn(wanted, fitting, asking);
    if (choices.length === 1 && !mayBeOwnVisit) return forms[only.form](only.call.data, asking);
    const other = { label: 'A visit of my own as an adviser', verb: 'general.later', data: { intent } };
    return view({
      title: 'Which do you mean?',
      paragraphs: [
        mayBeOwnVisit
          ? 'This could be about support under way, or a visit of your own.'
          : 'You have more than one under way.',
      ],
      options: [
        ...choices.slice(0, MOST_CHOICES).map(({ label, call }) => ({ label, ...call })),
        ...(mayBeOwnVisit ? [other] : []),
      ],
    });
  };
}

interface Fit {
  readonly request: SupportRequest;
  readonly deed: Deed;
}

async function workThatFits(parts: Parts, wanted: RecordInWords, asking: Asking): Promise<readonly Fit[]> {
  const { viewer } = asking;
  if (!viewer) return [];
  const named = new Set(wanted.schools ?? []);
  const asked = await candidates(parts, wanted, asking);
  return asked
    .filter(
      (request) => named.size === 0 || [request.wish.school, partnerOf(request)].some((id) => id && named.has(id)),
    )
    .flatMap((request): readonly Fit[] => {
      const hats = hatsOf(request, viewer, asking.today);
      const deeds: readonly Deed[] = wanted.what === 'visit' ? ['record_visit'] : impactDeeds(request, wanted, asking);
      const deed = deeds.find((one) => refusalOf(request, one, hats) === undefined);
      return deed ? [{ request, deed }] : [];
    });
}

/** Half way, "how it goes" is the mid-point's; once the last day has come it is the final review's. */
function impactDeeds(request: SupportRequest, wanted: RecordInWords, { today }: Asking): readonly Deed[] {
  const ended = 'terms' in request && request.terms.to <= today.toString();
  const early = request.state === 'active' && !ended && wanted.midpoint !== false;
  return wanted.midpoint || early ? ['review_midpoint', ...IMPACT] : IMPACT;
}

async function candidates(parts: Parts, wanted: RecordInWords, asking: Asking): Promise<readonly SupportRequest[]> {
  if (wanted.request !== undefined) {
    const held = await readRequest(parts.store, await resolveRef(parts.store, wanted.request, asking));
    return held ? [held.request] : [];
  }
  const open = { field: 'open', eq: true } as const;
  const schools = headedSchools(parts, asking).map(({ id }) => id);
  const found = await Promise.all([
    findRequests(parts.store, [open, { field: 'owner.person', eq: asking.viewer?.id ?? '' }]),
    ...(schools.length === 0
      ? []
      : [
          findRequests(parts.store, [open, { field: 'partner.school', in: schools }]),
          findRequests(parts.store, [open, { field: 'wish.school', in: schools }]),
        ]),
  ]);
  return [...new Map(found.flat().map((request) => [request.ref, request])).values()];
}

/** An adviser visits schools of their own accord too: without a request or a school that is being helped, it could be either. */
function isAdvisersOwn(wanted: RecordInWords, fitting: readonly Fit[], asking: Asking): boolean {
  if (wanted.request !== undefined) return false;
  return fitting.some(({ request }) => 'owner' in request && request.owner?.person === asking.viewer?.id);
}

type Form = 'visit' | 'midpoint' | 'final' | 'impact' | 'close';

function choiceOf(
  parts: Pick<Parts, 'focuses'>,
  request: SupportRequest,
  deed: Deed,
  wanted: RecordInWords,
): { readonly label: string; readonly form: Form; readonly call: Call } {
  const form = FORM_OF[deed] ?? 'visit';
  const visit = form === 'visit' ? heardOfVisit(wanted) : {};
  return {
    label: `${request.ref}: ${focusesInWords(parts.focuses, request.wish.focuses)}, ${request.wish.schoolName}`,
    form,
    call: { verb: FORM_VERBS[form], data: { request: request.ref, ...visit } },
  };
}

const FORM_OF: Partial<Record<Deed, Form>> = {
  record_visit: 'visit',
  review_midpoint: 'midpoint',
  complete: 'final',
  evaluate: 'impact',
  close: 'close',
};

const FORM_VERBS = {
  visit: 'deployments.visit-form',
  midpoint: 'deployments.midpoint-form',
  final: 'deployments.start-final',
  impact: 'deployments.impact-form',
  close: 'deployments.close-form',
} as const satisfies Record<Form, string>;

function heardOfVisit({ date, halfDays }: RecordInWords) {
  return { ...(date === undefined ? {} : { date }), ...(halfDays === undefined ? {} : { halfDays }) };
}

function formsOf(parts: Parts): Readonly<Record<Form, (data: Call['data'], asking: Asking) => Promise<Reply>>> {
  const request = (data: Call['data']) => ({ request: String(data.request) });
  const visit = showVisitForm(parts);
  const midpoint = showMidpointForm(parts);
  const final = startSayingWork(parts, 'complete');
  const impact = showImpactForm(parts);
  const close = showCloseForm(parts, 'close');
  return {
    visit: ({ date, halfDays, ...data }, asking) =>
      visit(
        {
          ...request(data),
          ...(typeof date === 'string' ? { date } : {}),
          ...(typeof halfDays === 'number' ? { halfDays } : {}),
        },
        asking,
      ),
    midpoint: (data, asking) => midpoint(request(data), asking),
    final: (data, asking) => final(request(data), asking),
    impact: (data, asking) => impact(request(data), asking),
    close: (data, asking) => close(request(data), asking),
  };
}

function partnerOf(request: SupportRequest) {
  return 'partner' in request ? request.partner.school : undefined;
}
