import { headingKey } from './columns.ts';

/** Headings that give a file away, and what to tell an officer who picked the wrong one. */
const SIGNS: readonly { readonly headings: readonly string[]; readonly says: string }[] = [
  { headings: ['EstablishmentName', 'EstablishmentStatus (name)'], says: 'the schools register (GIAS): use --gias' },
  { headings: ['LinkURN', 'LinkType'], says: 'the register’s links file: use --links' },
  { headings: ['URN', 'Ofsted phase'], says: 'Ofsted’s management information: use --ofsted' },
  { headings: ['email', 'role', 'scope'], says: 'the people file: use --people' },
  { headings: ['level', 'proposed_by'], says: 'the categories file: use --categories' },
  { headings: ['half_days', 'kind'], says: 'the visits file: use --visits' },
  { headings: ['school', 'area'], says: 'the partnership’s own details of its schools: use --schools' },
];

/** What a file looks like from its header, as a sentence's end; `undefined` when it looks like nothing we know. */
export function recognise(header: readonly string[]): string | undefined {
  const present = new Set(header.map(headingKey));
  return SIGNS.find((sign) => sign.headings.every((heading) => present.has(headingKey(heading))))?.says;
}
