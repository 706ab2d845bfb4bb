import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { fingerprint } from '../../../core/fingerprint.ts';
import { Refusal } from '../../../core/refusal.ts';
import { longDate } from '../../../core/wording.ts';
import {
  FormProblem,
  type FoundRequest,
  mustBeKeepable,
  type SupportRequest,
  usedHalfDays,
} from '../../support/index.ts';
import { doWork, findToDo } from '../do-work.ts';
import { dayIn, halfDaysIn, Said, textIn } from '../form-words.ts';
import type { Parts } from '../parts.ts';

/** What was heard of a visit, to start from. */
export const StartVisit = z.strictObject({
  request: z.string().max(40),
  date: z.string().max(40).optional(),
  halfDays: z.number().optional(),
});
type StartVisit = z.infer<typeof StartVisit>;

export const VisitForm = z.strictObject({
  request: z.string().max(40),
  form: z.string().min(1).max(300),
  date: z.string().max(40).optional(),
  halfDays: Said,
  did: z.string().max(100_000).optional(),
  beyond: z.union([z.boolean(), z.string().max(10)]).optional(),
  /** Pressed after being told that one of that day is recorded. */
  asWell: z.boolean().optional(),
});
type VisitForm = z.infer<typeof VisitForm>;

/** Shows a record of a visit to fill in. Nothing is recorded until the button is pressed. */
export function showVisitForm(parts: Parts) {
  return async (wanted: StartVisit, asking: Asking): Promise<Reply> => {
    const found = await findToDo(parts, wanted.request, 'record_visit', asking);
    const today = asking.today.toString();
    const date = wanted.date !== undefined && wanted.date <= today ? wanted.date : today;
    return formReply(found, { date, halfDays: wanted.halfDays ?? 1, did: '', form: asking.turnId });
  };
}

/** Records it once, however often the card is sent; the first one begins the work. */
export function recordVisit(parts: Parts) {
  const work = doWork(parts);
  return async (form: VisitForm, asking: Asking): Promise<Reply> => {
    mustBeKeepable(parts, form.did ?? '');
    const id = fingerprint(JSON.stringify([asking.viewer?.id, form.form]));
    try {
      const visit = {
        id,
        date: dayIn(form.date, 'Please give the day of the visit.'),
        halfDays: halfDaysIn(form.halfDays),
        did: textIn(form.did, 'Please say in a sentence what was done.'),
      };
      return await work(
        form.request,
        asking,
        ({ request }) => {
          mayBeAnother(request, visit, form);
          return { do: 'record_visit', visit, beyond: form.beyond === true || form.beyond === 'true' };
        },
        saidOfVisits,
      );
    } catch (error) {
      if (!(error instanceof FormProblem) && !(error instanceof Refusal && error.code === 'invalid_input')) throw error;
      const found = await findToDo(parts, form.request, 'record_visit', asking);
      const { date = '', did = '', form: key } = form;
      const problem = error instanceof Refusal ? error.sentence : error.message;
      const halfDays = Number(form.halfDays);
      return formReply(found, { date, did, halfDays, form: key }, problem, error instanceof SameDay);
    }
  };
}

class SameDay extends FormProblem {}

/** Two visits on one day are possible; one visit written down by two people is likelier. */
function mayBeAnother(request: SupportRequest, visit: { readonly id: string; readonly date: string }, form: VisitForm) {
  const that = 'visits' in request ? request.visits.find(({ date }) => date === visit.date) : undefined;
  if (!that || that.id === visit.id || form.asWell) return;
  throw new SameDay(
    `${that.by.name} has recorded a visit on ${longDate(visit.date)} already. If this is another one, press the second button.`,
  );
}

function formReply(
  { request, hats }: FoundRequest,
  filled: { readonly date: string; readonly halfDays: number; readonly did: string; readonly form: string },
  problem?: string,
  sameDay = false,
): Reply {
  const agreed = 'terms' in request ? request.terms.halfDays : 0;
  const used = usedHalfDays('visits' in request ? request.visits : []);
  const between = 'partner' in request ? `${request.partner.schoolName} at ${request.wish.schoolName}` : '';
  const so = `${used} of ${agreed} half-days are recorded so far.`;
  return {
    card: 'deployments/visit-form',
    data: {
      ...filled,
      halfDays: Number.isInteger(filled.halfDays) && filled.halfDays > 0 ? filled.halfDays : 1,
      request: request.ref,
      title: `Record a visit for ${request.ref}`,
      between,
      so,
      problem: problem ?? '',
      hasProblem: problem !== undefined,
      mayGoBeyond: hats.has('owner'),
      sameDay,
    },
    summary: `${problem ? `${problem} ` : ''}A visit for ${request.ref}, ${between}: fill it in and press the button. ${so}`,
    sensitivity: 'restricted',
    topic: { school: request.wish.school },
  };
}

function saidOfVisits(after: SupportRequest): string {
  if (!('visits' in after)) return 'Recorded.';
  const used = usedHalfDays(after.visits);
  const agreed = after.terms.halfDays;
  return used > agreed
    ? `Recorded. That makes ${used} half-days, ${used - agreed} more than the ${agreed} agreed.`
    : `Recorded: ${used} of ${agreed} half-days so far. The others are being told.`;
}
