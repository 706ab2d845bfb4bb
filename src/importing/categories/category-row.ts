import type { AcademicYear } from '../../core/academic-year.ts';
import type { PersonId, SchoolId } from '../../core/ids.ts';
import type { RowSink } from '../writing/row-sink.ts';

/** Who did something, and on which day. `person` is absent for somebody who is not on the bot. */
export interface ActInFile {
  readonly by: string;
  readonly person?: PersonId;
  /** ISO date. */
  readonly at: string;
}

interface Common {
  readonly line: number;
  readonly school: SchoolId;
  readonly academicYear: AcademicYear;
  /** As the framework in force writes it. Taken from the file as a person decided it: nothing here works a level out. */
  readonly level: string;
  /** A criterion of the framework, the adviser's own words, or both; in the file's order. */
  readonly reasons: readonly { readonly criterion?: string; readonly note?: string }[];
  /** Half-days a plan states, where the framework leaves the number to the plan. */
  readonly planHalfDays?: number;
  readonly proposed: ActInFile;
}

/** A checked row of the categories file, with everything its state needs: nobody is shown a level that nobody told them. */
export type CategoryRow =
  | (Common & { readonly state: 'proposed' })
  | (Common & { readonly state: 'ratified'; readonly ratified: ActInFile })
  | (Common & { readonly state: 'communicated'; readonly ratified: ActInFile; readonly communicated: ActInFile });

/** What the categories feature offers an import. */
export type CategoryRowSink = RowSink<CategoryRow>;
