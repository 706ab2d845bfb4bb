import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import {
  FormProblem,
  type FoundRequest,
  mustBeKeepable,
  type ShowRequest,
  type SupportRequest,
} from '../../support/index.ts';
import { doWork, findToDo } from '../do-work.ts';
import { textIn } from '../form-words.ts';
import type { Parts } from '../parts.ts';

const text = z.string().max(100_000).optional();
export const ImpactForm = z.strictObject({
  request: z.string().max(40),
  baseline: text,
  result: text,
  source: text,
  recommend: z.string().max(10).optional(),
  shareable: z.union([z.boolean(), z.string().max(10)]).optional(),
});
type ImpactForm = z.infer<typeof ImpactForm>;

/** Asks what changed: from where it stood to where it is, and how that is known (domain.md §16a). */
export function showImpactForm(parts: Parts) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const found = await findToDo(parts, wanted.request, 'evaluate', asking);
    const baseline = 'terms' in found.request ? found.request.terms.baseline : '';
    return formReply(found, { baseline, result: '', source: '', recommend: '', shareable: 'false' });
  };
}

/** Records the impact, which ends the work but for the adviser's closing it. */
export function recordImpact(parts: Parts) {
  const work = doWork(parts);
  return async (form: ImpactForm, asking: Asking): Promise<Reply> => {
    const { baseline = '', result = '', source = '' } = form;
    mustBeKeepable(parts, baseline, result, source);
    const shareable = form.shareable === true || form.shareable === 'true';
    try {
      if (form.recommend !== 'yes' && form.recommend !== 'no') {
        throw new FormProblem('Please say whether you would recommend it.');
      }
      const impact = {
        baseline: textIn(baseline, 'Please say where it stood at the beginning.'),
        result: textIn(result, 'Please say where it stands now.'),
        source: textIn(source, 'Please say how that is known.'),
        wouldRecommend: form.recommend === 'yes',
        shareable,
      };
      return await work(
        form.request,
        asking,
        ({ request }) => {
          if (shareable) mustNameNoSchool(parts, request, impact);
          return { do: 'evaluate', impact };
        },
        () => 'Thank you. It is recorded, and the adviser is asked to close it.',
      );
    } catch (error) {
      if (!(error instanceof FormProblem)) throw error;
      const found = await findToDo(parts, form.request, 'evaluate', asking);
      const filled = { baseline, result, source, recommend: form.recommend ?? '', shareable: String(shareable) };
      return formReply(found, filled, error.message);
    }
  };
}

/** What is shared as practice says what worked and never where: that a school was helped is its own to tell. */
function mustNameNoSchool(
  parts: Pick<Parts, 'directory'>,
  request: SupportRequest,
  impact: { readonly baseline: string; readonly result: string; readonly source: string },
): void {
  const schools = [request.wish.school, ...('partner' in request ? [request.partner.school] : [])];
  const names = schools.flatMap((id) => {
    const entry = parts.directory.get(id);
    return entry ? [entry.name, ...entry.aliases.filter((alias) => alias.length > MOST_INITIALS)] : [];
  });
  const measure = 'terms' in request ? request.terms.measure : '';
  const words = [impact.baseline, impact.result, impact.source, measure].join(' ').toLowerCase();
  if (!names.some((name) => words.includes(name.toLowerCase()))) return;
  throw new FormProblem(
    'To share it as practice, please leave the names of schools out of it; or leave it unshared. What it is measured by counts too.',
  );
}

/** "NC" is in too many words to be looked for. */
const MOST_INITIALS = 3;

function formReply({ request }: FoundRequest, filled: Record<string, string>, problem?: string): Reply {
  const measure = 'terms' in request ? request.terms.measure : '';
  const target = 'terms' in request ? request.terms.target : '';
  return {
    card: 'deployments/impact-form',
    data: {
      ...filled,
      request: request.ref,
      title: `What changed: ${request.ref}`,
      measured: `Measured by: ${measure}. Hoped for: ${target}.`.replaceAll('..', '.'),
      problem: problem ?? '',
      hasProblem: problem !== undefined,
    },
    summary: `${problem ? `${problem} ` : ''}What changed for ${request.ref}: where it stood, where it stands now, and how that is known.`,
    sensitivity: 'restricted',
    topic: { school: request.wish.school },
  };
}
