import type { z } from 'zod';
import { academicYearOf, endOf } from '../../../core/academic-year.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { longDate, pounds } from '../../../core/wording.ts';
import {
  type FoundRequest,
  findReadableRequest,
  focusChoices,
  focusesInWords,
  holdsOf,
  leftOf,
  NO_OTHER,
  reconcilePots,
  refusalOf,
  resolveRef,
  type ShowRequest,
  type Terms,
} from '../../support/index.ts';
import type { Parts } from '../parts.ts';
import { NO_POT, type TermsForm } from '../terms-form.ts';

/** What stands on the form before anybody writes: the terms as they are, or what was asked for. */
type Filled = { readonly [Field in keyof Omit<TermsForm, 'request' | 'form'>]-?: string };

/** Shows the terms to fill in or to change. Nothing is put to anybody until the button is pressed. */
export function showTermsForm(parts: Parts) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const found = await findReadableRequest(parts.store, await resolveRef(parts.store, wanted.request, asking), asking);
    const refused = refusalOf(found.request, 'put_terms', found.hats);
    if (refused) throw refused;
    return termsFormReply(parts, found, filledFrom(found.request, asking), asking.now);
  };
}

/** The form with what was filled in, and why it cannot be taken as it is. */
export async function askTermsAgain(
  parts: Parts,
  found: FoundRequest,
  form: TermsForm,
  problem: string,
  now: Asking['now'],
): Promise<Reply> {
  const { request: _request, ...said } = form;
  const filled = { ...EMPTY, ...Object.fromEntries(Object.entries(said).map(([key, value]) => [key, String(value)])) };
  return termsFormReply(parts, found, filled, now, problem);
}

async function termsFormReply(
  parts: Parts,
  { request }: FoundRequest,
  filled: Filled,
  now: Asking['now'],
  problem?: string,
): Promise<Reply> {
  const partner = 'partner' in request ? request.partner : undefined;
  const halfDays = Number(filled.halfDays);
  const pots = await potChoices(parts, request.ref, now);
  return {
    card: 'deployments/terms-form',
    data: {
      ...filled,
      request: request.ref,
      title: `Terms for ${request.ref}`,
      about: `${focusesInWords(parts.focuses, request.wish.focuses)}: ${request.wish.schoolName}, helped by ${partner?.schoolName ?? ''}`,
      problem: problem ?? '',
      hasProblem: problem !== undefined,
      promised: `${partner?.schoolName ?? ''} said yes to ${partner?.halfDays ?? 0} half-day${partner?.halfDays === 1 ? '' : 's'}.`,
      focuses: focusChoices(parts.focuses),
      others: [{ title: 'Nothing else', value: NO_OTHER }, ...focusChoices(parts.focuses)],
      hasHalfDays: Number.isInteger(halfDays) && halfDays > 0,
      halfDays: Number.isInteger(halfDays) ? halfDays : 0,
      supported: request.wish.schoolName,
      partner: partner?.schoolName ?? '',
      pots: [{ title: 'No pot', value: NO_POT }, ...pots],
      hasPots: pots.length > 0,
    },
    summary: `${problem ? `${problem} ` : ''}Terms for ${request.ref}: fill them in, then put them to both headteachers. Nothing is put to anybody yet.`,
    sensitivity: 'restricted',
    topic: { school: request.wish.school },
  };
}

/** With how much is left in each: what this request holds already counts as its own. */
async function potChoices(parts: Parts, ref: string, now: Asking['now']) {
  await reconcilePots(parts.store, parts.partnership.pots, now);
  return Promise.all(
    parts.partnership.pots.map(async ({ key, name, pence }) => {
      const others = (await holdsOf(parts.store, key)).filter(({ request }) => request !== ref);
      return { value: key, title: `${pounds(leftOf(pence, others))} left: ${name}` };
    }),
  );
}

const EMPTY: Filled = {
  focus: '',
  also: NO_OTHER,
  outcome: '',
  measure: '',
  baseline: '',
  target: '',
  halfDays: '',
  from: '',
  to: '',
  days: '',
  leadSupported: '',
  leadPartner: '',
  cost: '',
  whoPays: '',
  pot: NO_POT,
};

function filledFrom(request: FoundRequest['request'], { today }: Asking): Filled {
  const terms = request.state === 'accepted' ? request.draft?.terms : 'terms' in request ? request.terms : undefined;
  if (terms) return filledWith(terms);
  const { wish } = request;
  const from = wish.from && wish.from >= today.toString() ? wish.from : today.toString();
  return {
    ...EMPTY,
    focus: wish.focuses[0] ?? '',
    also: wish.focuses[1] ?? NO_OTHER,
    outcome: wish.outcome,
    halfDays: String('partner' in request ? request.partner.halfDays : (wish.halfDays ?? '')),
    from,
    to: wish.to && wish.to >= from ? wish.to : endOf(academicYearOf(today)).toString(),
  };
}

function filledWith(terms: Terms): Filled {
  const { focuses, halfDays, days, leads, cost, pot, ...rest } = terms;
  return {
    ...rest,
    focus: focuses[0] ?? '',
    also: focuses[1] ?? NO_OTHER,
    halfDays: String(halfDays),
    days: days.map(longDate).join(', '),
    leadSupported: leads.supported,
    leadPartner: leads.partner,
    cost: cost === 0 ? '' : pounds(cost).slice(1),
    pot: pot ?? NO_POT,
  };
}
