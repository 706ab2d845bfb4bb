import type { AcademicYear } from '../../core/academic-year.ts';
import type { PersonId, SchoolId } from '../../core/ids.ts';
import type { RowSink } from '../writing/row-sink.ts';

export const VISIT_KINDS = ['core', 'shared_review', 'additional', 'joint_review_group', 'governing_body'] as const;
export type VisitKindInFile = (typeof VISIT_KINDS)[number];

/** A checked row of the visits file. */
export interface VisitRow {
  readonly line: number;
  readonly school: SchoolId;
  readonly academicYear: AcademicYear;
  /** ISO date. */
  readonly date: string;
  /** Always in half-days: 1 is a morning or an afternoon. */
  readonly halfDays: number;
  readonly kind: VisitKindInFile;
  /** `planned` when its day is still to come. */
  readonly status: 'held' | 'planned';
  /** Whether it counts towards what the framework promises; core and shared review do unless the file says otherwise. */
  readonly counted: boolean;
  readonly focus?: string;
  readonly adviser?: PersonId;
  /** Of visits alike in school, day and kind: the first is 1. Makes an id that is the same on every run. */
  readonly ordinal: number;
}

/** What the visits feature offers an import. */
export type VisitRowSink = RowSink<VisitRow>;
