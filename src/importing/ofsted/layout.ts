import type { Column, TableKind } from '../reading/columns.ts';
import type { AreaKey } from './areas.ts';

/** The inspections a row may tell of. */
export type Block = 'card' | 'graded' | 'previous' | 'ungraded';

type Fact =
  | 'number'
  | 'kind'
  | 'date'
  | 'published'
  | 'concern'
  | 'overall'
  | 'safeguarding'
  | 'safeguarding.date'
  | 'outcome'
  | 'relates'
  | 'urn'
  | 'name'
  | 'type'
  | AreaKey
  | `${AreaKey}.date`;

export type OfstedColumn = 'urn' | 'laestab' | 'name' | 'link' | 'concern' | `${Block}.${Fact}`;

export type OfstedColumns = Partial<Record<OfstedColumn, Column>>;

export interface OfstedLayout extends TableKind<OfstedColumn> {
  readonly era: 'renewed' | 'oeif' | 'legacy';
}

export const schoolColumns: OfstedColumns = {
  urn: { names: ['URN'], required: true },
  laestab: { names: ['LAESTAB'] },
  name: { names: ['School name'], required: true },
  link: { names: ['Web Link (opens in new window)', 'Web link'] },
};

/** "School name at time of latest full inspection" and its neighbours: which school one of the inspections was of. */
export function belongingColumns(block: Block, inspections: readonly [string, ...string[]]): OfstedColumns {
  const [first, ...others] = inspections;
  const names = (heading: (of: string) => string): Column['names'] => [heading(first), ...others.map(heading)];
  return {
    [`${block}.relates`]: { names: names((of) => `Does ${of} relate to the URN of the current school?`) },
    [`${block}.urn`]: { names: names((of) => `URN at time of ${inHeading(of)}`) },
    [`${block}.name`]: { names: names((of) => `School name at time of ${inHeading(of)}`) },
    [`${block}.type`]: { names: names((of) => `School type at time of ${inHeading(of)}`) },
  };
}

/** "Does the latest full inspection relate …" but "URN at time of latest full inspection". */
function inHeading(inspection: string): string {
  return inspection === 'the ungraded inspection' ? inspection : inspection.replace(/^the /, '');
}

export const ungradedColumns: OfstedColumns = {
  'ungraded.number': {
    names: ['Latest ungraded inspection number', 'Latest ungraded inspection number since last graded inspection'],
  },
  'ungraded.date': { names: ['Date of latest ungraded inspection'] },
  'ungraded.published': { names: ['Ungraded inspection publication date'] },
  'ungraded.outcome': { names: ['Ungraded inspection overall outcome'] },
  ...belongingColumns('ungraded', ['the ungraded inspection']),
};

/** "Previous quality of education", "Latest OEIF quality of education": the heading inside a longer one. */
export function within(before: string, heading: string): string {
  return `${before} ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`;
}
