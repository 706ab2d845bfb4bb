import type { Pot } from '../../core/partnership-pots.ts';
import { dayAndDate, listed, longDate, pounds } from '../../core/wording.ts';
import { focusesInWords, type Terms } from '../support/index.ts';

export type Section = {
  readonly heading: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
};

/**
 * Terms in words, in the order in which people ask: what for, when and who, and the money. `pots` are those the reader may know
 * of: what a pot is for can tell how a school stands (domain.md §22), so of any other not even its name is said.
 */
export function termsInSections(
  parts: { readonly focuses: Readonly<Record<string, string>>; readonly pots: readonly Pot[] },
  terms: Terms,
  schools: { readonly supported: string; readonly partner: string },
): readonly Section[] {
  const pot = parts.pots.find(({ key }) => key === terms.pot)?.name ?? '';
  return [
    section('What it is for', [
      ['About', focusesInWords(parts.focuses, terms.focuses)],
      ['What should be different', terms.outcome],
      ['Measured by', terms.measure],
      ['Today', terms.baseline],
      ['To get to', terms.target],
    ]),
    section('When and who', [
      ['Half-days', String(terms.halfDays)],
      ['Dates', `${longDate(terms.from)} to ${longDate(terms.to)}`],
      ['Days agreed', listed(terms.days.map(dayAndDate))],
      [`Leads at ${schools.supported}`, terms.leads.supported],
      [`Leads at ${schools.partner}`, terms.leads.partner],
    ]),
    section('What it costs', [
      ['Cost', terms.cost === 0 ? 'Nothing' : pounds(terms.cost)],
      ['Who pays', terms.whoPays],
      ['Paid from', pot],
    ]),
  ];
}

function section(heading: string, rows: readonly (readonly [string, string])[]): Section {
  const facts = rows.filter(([, value]) => value !== '').map(([title, value]) => ({ title, value }));
  return { heading, facts };
}
