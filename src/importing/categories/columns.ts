import type { Column, TableKind } from '../reading/columns.ts';

/** Room for every criterion a framework has and more. */
export const MOST_REASONS = 30;
type ReasonNumber = number;

export type CategoryColumn =
  | 'school'
  | 'year'
  | 'level'
  | 'state'
  | `${'proposed' | 'ratified' | 'communicated'}_${'by' | 'at'}`
  | 'planHalfDays'
  | `reason_${ReasonNumber}`
  | `note_${ReasonNumber}`;

const reasons = Object.fromEntries(
  Array.from({ length: MOST_REASONS }, (_, at) => at + 1).flatMap((number): [string, Column][] => [
    [`reason_${number}`, { names: [`reason_${number}`] }],
    [`note_${number}`, { names: [`note_${number}`] }],
  ]),
);

export const CATEGORIES: TableKind<CategoryColumn> = {
  name: 'the categories file',
  columns: {
    school: { names: ['school', 'urn'], required: true },
    year: { names: ['academic_year', 'academic year', 'year'], required: true },
    level: { names: ['level'], required: true },
    state: { names: ['state'], required: true },
    proposed_by: { names: ['proposed_by'], required: true },
    proposed_at: { names: ['proposed_at'], required: true },
    ratified_by: { names: ['ratified_by'], required: true },
    ratified_at: { names: ['ratified_at'], required: true },
    communicated_by: { names: ['communicated_by'], required: true },
    communicated_at: { names: ['communicated_at'], required: true },
    planHalfDays: { names: ['plan_half_days', 'action_plan_half_days'] },
    ...reasons,
  },
};
