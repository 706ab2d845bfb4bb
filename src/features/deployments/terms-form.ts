import { z } from 'zod';
import type { Pot } from '../../core/partnership-pots.ts';
import { FormProblem, NO_OTHER, Terms } from '../support/index.ts';
import { dayIn, daysIn, halfDaysIn, penceIn, Said, textIn } from './form-words.ts';

const text = z.string().max(100_000).optional();

/** Terms as they are filled in. */
export const TermsForm = z.strictObject({
  request: z.string().max(40),
  focus: z.string().max(100),
  also: z.string().max(100).optional(),
  outcome: text,
  measure: text,
  baseline: text,
  target: text,
  halfDays: Said,
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  days: z.string().max(2000).optional(),
  leadSupported: text,
  leadPartner: text,
  cost: Said,
  whoPays: text,
  pot: z.string().max(100).optional(),
});
export type TermsForm = z.infer<typeof TermsForm>;

export const NO_POT = 'none';

/** Everything in a form that somebody wrote. */
export function wordsOfTerms(form: TermsForm): readonly string[] {
  const { outcome, measure, baseline, target, leadSupported, leadPartner, whoPays } = form;
  return [outcome, measure, baseline, target, leadSupported, leadPartner, whoPays].map((words) => words ?? '');
}

/** The terms a form expresses. Throws `FormProblem` for what can be put right on the form. */
export function termsOf(
  parts: { readonly focuses: Readonly<Record<string, string>>; readonly pots: readonly Pot[] },
  form: TermsForm,
  today: string,
): Terms {
  const focuses = [...new Set([form.focus, form.also ?? NO_OTHER])].filter((key) => key !== NO_OTHER);
  if (focuses.length === 0 || focuses.some((key) => !Object.hasOwn(parts.focuses, key))) {
    throw new FormProblem('Please choose what the work is about.');
  }
  const from = dayIn(form.from, 'Please give the first day.');
  const to = dayIn(form.to, 'Please give the last day.');
  if (to < from) throw new FormProblem('The last day is before the first. Please check the dates.');
  if (to < today) throw new FormProblem('Those dates have passed. Please check them.');
  const cost = penceIn(form.cost);
  const pot = form.pot === undefined || form.pot === '' || form.pot === NO_POT ? undefined : form.pot;
  if (pot !== undefined) mustPayFor(parts.pots, pot, from);
  if (pot !== undefined && cost === 0) throw new FormProblem('A pot is chosen, and nothing is to be paid from it.');
  const whoPays = (form.whoPays ?? '').trim();
  return Terms.parse({
    focuses,
    outcome: textIn(form.outcome, 'Please say what should be different afterwards.'),
    measure: textIn(form.measure, 'Please say what it will be measured by.'),
    baseline: textIn(form.baseline, 'Please say where that stands today.'),
    target: textIn(form.target, 'Please say where it should get to.'),
    halfDays: halfDaysIn(form.halfDays),
    from,
    to,
    days: daysIn(form.days, { from, to }),
    leads: {
      supported: leadIn(form.leadSupported, 'Please say who leads it in the school that asked, by role.'),
      partner: leadIn(form.leadPartner, 'Please say who leads it in the school that helps, by role.'),
    },
    cost,
    whoPays: whoPays === '' && cost === 0 ? 'Nothing is to be paid' : textIn(whoPays, 'Please say who pays.'),
    ...(pot === undefined ? {} : { pot }),
  });
}

function leadIn(said: string | undefined, problem: string): string {
  const lead = textIn(said, problem);
  if (lead.length > 200) throw new FormProblem('Please name who leads it in a few words.');
  return lead;
}

function mustPayFor(pots: readonly Pot[], key: string, begins: string): void {
  const pot = pots.find((one) => one.key === key);
  if (!pot) throw new FormProblem('Please choose one of the pots in the list.');
  if ((pot.from && begins < pot.from) || (pot.to && begins > pot.to)) {
    throw new FormProblem(`${pot.name} does not pay for work that begins on that day. Please choose another pot.`);
  }
}
