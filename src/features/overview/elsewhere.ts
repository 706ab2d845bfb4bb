import { focusesInWords, type SupportRequest } from '../support/index.ts';
import { timesTaken } from './figures/times.ts';
import { byMainFocus, isUnmet } from './figures/unmet.ts';
import type { WorkingDays } from './figures/working-days.ts';
import type { Parts } from './parts.ts';
import type { Line, Section } from './section.ts';
import { countsInGroups, FEWEST_SCHOOLS, isLargeEnough } from './small-groups.ts';
import type { Survey } from './survey.ts';
import { workingDaysInWords } from './words.ts';

/**
 * The rest of the authority, for an adviser who may read none of these requests: what partners are short of, and how long
 * things take, where a figure stands for five schools or more. One table only: of two, one could be taken from the other.
 */
export function elsewhere({ focuses }: Pick<Parts, 'focuses'>, survey: Survey, days: WorkingDays): readonly Section[] {
  const { times } = survey;
  const unmet = survey.elsewhere.filter((request) => isUnmet(request, times.matched));
  const met = survey.elsewhere.filter((request) => !isUnmet(request, times.matched));
  const groups = new Map([
    ...[...byMainFocus(unmet)].map(
      ([focus, those]) => [`${focusesInWords(focuses, [focus])}: no partner`, those] as const,
    ),
    ...(met.length > 0 ? [['A partner was found', met] as const] : []),
  ]);
  const rows = countsInGroups(groups, 'All others');
  // The same words for none as for a few.
  if (!rows) return [{ heading: HEADING, note: 'Too few schools to say anything without pointing at one.', lines: [] }];
  return [
    {
      heading: HEADING,
      note: `Other advisers’ requests. Every figure here stands for ${FEWEST_SCHOOLS} schools or more.`,
      lines: [
        ...rows.map(({ label, count }) => ({ label, value: String(count), size: count })),
        median('From sent to picked up', survey.elsewhere, times.accepted, days),
        median('From sent to a partner’s yes', survey.elsewhere, times.matched, days),
      ],
    },
  ];
}

const HEADING = 'Elsewhere in the authority';

/** Without how many it is the median of, or how many still wait: those would be counts of their own. */
function median(
  label: string,
  requests: readonly SupportRequest[],
  firsts: ReadonlyMap<string, string>,
  days: WorkingDays,
): Line {
  const happened = requests.filter(({ ref }) => firsts.has(ref));
  if (!isLargeEnough(happened)) return { label, value: 'Too few to say' };
  return { label, value: workingDaysInWords(timesTaken(happened, firsts, days).median ?? 0), detail: 'Median' };
}
