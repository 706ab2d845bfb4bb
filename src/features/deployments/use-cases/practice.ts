import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { counted } from '../../../core/wording.ts';
import {
  findRequests,
  focusesInWords,
  type InState,
  KIND_WORDS,
  type SupportRequest,
  usedHalfDays,
} from '../../support/index.ts';
import type { Parts } from '../parts.ts';

export const ShowPractice = z.strictObject({
  focuses: z.array(z.string().max(100)).max(10).optional(),
  /** Words to find focuses in, when nothing has read them yet. */
  about: z.string().max(400).optional(),
});

const MOST_ROWS = 8;
type Evaluated = InState<'evaluated' | 'closed'>;

/**
 * What has worked, from work whose headteacher said it may be shared. No school is named in it: who was helped is for that
 * school to tell, and the adviser can bring people together (domain.md §22).
 */
export function showPractice(parts: Parts) {
  return async (wanted: z.infer<typeof ShowPractice>, _asking: Asking): Promise<Reply> => {
    const focuses = wanted.focuses ?? focusesIn(parts.focuses, wanted.about ?? '');
    const found = await findRequests(parts.store, [
      { field: 'impact.shareable', eq: true },
      { field: 'state', in: ['evaluated', 'closed'] },
    ]);
    const shared = found.filter(isEvaluated).filter(({ terms }) => isAbout(terms.focuses, focuses));
    const what = focuses.length > 0 ? focusesInWords(parts.focuses, focuses) : '';
    const title = what === '' ? 'What has worked' : `What has worked: ${what}`;
    const lead =
      shared.length === 0
        ? `Nobody has shared anything${what === '' ? '' : ' about that'} yet.`
        : 'From work that headteachers said may be shared. No school is named; their adviser can put you in touch.';
    const rows = shared.slice(0, MOST_ROWS).map((request) => rowOf(parts, request));
    return {
      card: 'deployments/practice',
      data: { title, lead, rows, offers: focuses.length > 0, focuses },
      summary: [`${title}.`, lead, ...rows.map(({ name, change }) => `${name}: ${change}.`)].join(' '),
      sensitivity: 'open',
      options: [{ label: 'Find who offers support', verb: 'support.find', data: { focuses: focuses.slice(0, 4) } }],
    };
  };
}

function rowOf(parts: Parts, request: Evaluated & { readonly impact: NonNullable<Evaluated['impact']> }) {
  const { terms, impact, wish, owner } = request;
  const halfDays = counted(usedHalfDays(request.visits), { singular: 'half-day', plural: 'half-days' });
  return {
    name: focusesInWords(parts.focuses, terms.focuses),
    what: `${KIND_WORDS[wish.kind]}, ${halfDays}. Measured by: ${terms.measure}`,
    change: `${impact.baseline} → ${impact.result}`,
    source: `Source: ${impact.source}. ${impact.wouldRecommend ? 'The headteacher would recommend it.' : ''}`
      .trim()
      .replaceAll('..', '.'),
    ask: `Ask ${owner.name}`,
  };
}

function isEvaluated(
  request: SupportRequest,
): request is Evaluated & { readonly impact: NonNullable<Evaluated['impact']> } {
  return (request.state === 'evaluated' || request.state === 'closed') && request.impact?.shareable === true;
}

function isAbout(of: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((key) => of.includes(key));
}

/** Focuses whose name or key stands in the words. */
function focusesIn(focuses: Readonly<Record<string, string>>, about: string): readonly string[] {
  const words = ` ${about.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `;
  const says = (name: string) => words.includes(` ${name.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `);
  return Object.entries(focuses)
    .filter(([key, name]) => says(key) || says(name))
    .map(([key]) => key);
}
