import { z } from 'zod';
import type { SchoolId } from '../../../core/ids.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Parts } from '../parts.ts';
import { MOST_HALF_DAYS, MOST_WORDS, SupportKind, Wish } from '../schema.ts';

/** What the card carries and what was filled in, as platforms send it: everything is words. */
export const RequestForm = z.strictObject({
  form: z.string().min(1).max(300),
  school: z.string().max(100),
  focus: z.string().max(100),
  also: z.string().max(100).optional(),
  kind: z.string().max(40),
  halfDays: z.union([z.number(), z.string().max(20)]).optional(),
  yearGroups: z.string().max(5000).optional(),
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  outcome: z.string().max(100_000).optional(),
  tried: z.string().max(100_000).optional(),
  chairMayKnow: z.union([z.boolean(), z.string().max(10)]).optional(),
  /** Pressed after being told that one like it is open. */
  asWell: z.boolean().optional(),
});
export type RequestForm = z.infer<typeof RequestForm>;

/** The same for a request that was sent: its school stays what it was. */
export const AmendForm = RequestForm.omit({ form: true, school: true, asWell: true }).extend({
  request: z.string().max(40),
});
export type AmendForm = z.infer<typeof AmendForm>;

/** A form that cannot be sent as it is, and the sentence that says why, to show above it. */
export class FormProblem extends Error {
  override readonly name = 'FormProblem';
}

/** The wish a form expresses. Throws `FormProblem` for what can be put right on the form. */
export function wishOf(
  parts: Pick<Parts, 'focuses'>,
  form: Omit<RequestForm, 'form' | 'school' | 'asWell'>,
  school: { readonly id: SchoolId; readonly name: string },
  today: string,
): Wish {
  const focuses = [...new Set([form.focus, form.also ?? ''])].filter((key) => key !== '' && key !== NO_OTHER);
  if (focuses.length === 0 || focuses.some((key) => !Object.hasOwn(parts.focuses, key))) {
    throw new FormProblem('Please choose what it is about.');
  }
  const kind = SupportKind.safeParse(form.kind);
  if (!kind.success) throw new FormProblem('Please choose the kind of help.');
  const halfDays = halfDaysOf(form.halfDays);
  const outcome = (form.outcome ?? '').trim();
  const tried = (form.tried ?? '').trim();
  if (outcome === '') throw new FormProblem('Please say in a sentence what should be different afterwards.');
  if (outcome.length > MOST_WORDS || tried.length > MOST_WORDS) {
    throw new FormProblem(
      `Please keep each answer to ${MOST_WORDS} characters; the rest can wait for the conversation.`,
    );
  }
  const from = dateOf(form.from);
  const to = dateOf(form.to);
  if (from && to && to < from) throw new FormProblem('The last day is before the first. Please check the dates.');
  if (to && to < today) throw new FormProblem('Those dates have passed. Please check them.');
  return Wish.parse({
    school: school.id,
    schoolName: school.name,
    focuses,
    kind: kind.data,
    ...(halfDays === undefined ? {} : { halfDays }),
    yearGroups: (form.yearGroups ?? '').trim().slice(0, 200),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    outcome,
    tried,
    chairMayKnow: form.chairMayKnow === true || form.chairMayKnow === 'true',
  });
}

export const NO_OTHER = 'none';

function halfDaysOf(said: RequestForm['halfDays']): number | undefined {
  // Clients send an empty number as "NaN"; bounds on the input itself would stop it from being left empty.
  if (said === undefined || said === '' || String(said) === 'NaN') return undefined;
  const count = Number(said);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_HALF_DAYS) return count;
  throw new FormProblem(
    `Half-days are a whole number from 1 to ${MOST_HALF_DAYS}; leave it empty if you don’t know yet.`,
  );
}

function dateOf(said: string | undefined): string | undefined {
  if (said === undefined || said === '') return undefined;
  const date = z.iso.date().safeParse(said);
  if (date.success) return date.data;
  throw new FormProblem('Please give dates as a day, a month and a year.');
}

/** Refuses words that must not be written here, before anything is kept or shown again (domain.md §22). */
export function mustBeKeepable(parts: Pick<Parts, 'spotConcern' | 'partnership'>, ...texts: readonly string[]): void {
  const concern = texts.map((text) => parts.spotConcern(text)).find((found) => found && GRAVE.includes(found));
  if (!concern) return;
  const { safeguarding, emergency, adviserTeam } = parts.partnership.contacts;
  if (concern === 'staff_capability') {
    throw new Refusal(
      'invalid_input',
      `Anything about a member of staff’s capability, conduct or health is best said on the phone: please ring your adviser or ${adviserTeam.name}. I haven’t kept what you wrote, and nothing has been sent.`,
    );
  }
  throw new Refusal(
    'invalid_input',
    `I can’t take anything about a child here. I haven’t kept what you wrote, and nothing has been sent. If a child may be at risk, ring ${safeguarding.name} on ${safeguarding.phone}, or ${emergency.phone} in an emergency. Otherwise, please ask again without names or details that could point to a child.`,
  );
}

const GRAVE: readonly string[] = ['safeguarding', 'pupil_detail', 'staff_capability'];
