import type { Option, Reply } from '../../core/feature.ts';
import { dayOf } from '../../core/wording.ts';
import { type Hat, type InState, refusalOf, type SupportRequest } from '../support/index.ts';
import type { Parts } from './parts.ts';
import { termsInSections } from './work-facts.ts';

type From = Pick<Parts, 'focuses' | 'partnership' | 'files'>;

/** Requests that have terms, agreed or to be agreed. */
export type Termed = InState<
  'accepted' | 'terms_agreed' | 'active' | 'midpoint_reviewed' | 'completed' | 'evaluated' | 'closed'
>;

/** The terms as they stand, who has agreed to them, and what the reader may do about them. Nothing when none were put. */
export function termsView(
  parts: From,
  request: SupportRequest,
  hats: ReadonlySet<Hat>,
  lead: readonly string[] = [],
): Reply | undefined {
  const standing = standingTerms(request);
  if (!standing) return undefined;
  const { request: termed, terms, number, agreed, questions } = standing;
  const schools = { supported: termed.wish.schoolName, partner: termed.partner.schoolName };
  const pots = hats.has('owner') || hats.has('overseer') ? parts.partnership.pots : [];
  const sections = termsInSections({ focuses: parts.focuses, pots }, terms, schools);
  const options = buttons(parts, termed, hats, { number, questions: questions.length });
  const who = (['requester', 'partner'] as const).map((side) => ({
    school: side === 'requester' ? schools.supported : schools.partner,
    by: agreed[side],
  }));
  const title = `${request.ref}: the terms`;
  return {
    card: 'deployments/terms',
    data: {
      title,
      subtitle: `${schools.supported}, helped by ${schools.partner}`,
      paragraphs: lead.map((text) => ({ text })),
      sections,
      agreed: who.map(({ school, by }) => ({
        text: by ? `${school}: agreed by ${by.name} on ${dayOf(by.at)}` : `${school}: not agreed yet`,
      })),
      questions: questions.map(({ name, text }) => ({ text: `${name} asks: “${text}”` })),
      hasQuestions: questions.length > 0,
      actions: options.map(({ label, verb, data }) => ({ label, verb, data })),
      hasActions: options.length > 0,
    },
    summary: [
      `${title}.`,
      ...lead,
      ...who.map(({ school, by }) => (by ? `${school} has agreed.` : `${school} has not agreed yet.`)),
    ].join(' '),
    sensitivity: 'restricted',
    options,
    topic: { school: request.wish.school },
    disclosures: [{ school: request.wish.school, outcome: 'disclosed', what: `terms of ${request.ref}` }],
  };
}

function standingTerms(request: SupportRequest) {
  if (request.state === 'accepted') {
    const { draft } = request;
    return draft && { request, ...draft };
  }
  if (!('agreed' in request)) return undefined;
  return { request, terms: request.terms, number: request.agreed.number, agreed: request.agreed, questions: [] };
}

function buttons(
  parts: From,
  request: Termed,
  hats: ReadonlySet<Hat>,
  { number, questions }: { readonly number: number; readonly questions: number },
): readonly Option[] {
  const may = (deed: Parameters<typeof refusalOf>[1]) => refusalOf(request, deed, hats) === undefined;
  const about = { request: request.ref };
  const mine = (['requester', 'partner'] as const).filter((side) => hats.has(side));
  const stillToAgree = request.state === 'accepted' && mine.some((side) => !request.draft?.agreed[side]);
  const all: readonly (readonly [boolean, string, string, Option['data']])[] = [
    [may('agree_terms') && stillToAgree, 'Agree to these terms', 'deployments.agree', { ...about, number }],
    [may('question_terms'), 'Ask about them', 'deployments.start-question', about],
    [may('answer_terms') && questions > 0, 'Answer', 'deployments.start-answer', about],
    [may('put_terms'), 'Change the terms', 'deployments.terms-form', about],
    [
      parts.files !== undefined && request.state !== 'accepted',
      'Put the dates in my diary',
      'deployments.calendar',
      about,
    ],
    [true, 'The whole request', 'support.show', about],
  ];
  return all.filter(([is]) => is).map(([, label, verb, data]) => ({ label, verb, data }));
}
