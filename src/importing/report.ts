import type { Proposed } from './conversions/propose-conversions.ts';
import type { LinksFile } from './conversions/read-links.ts';
import type { LocalTakenIn } from './local/read-local.ts';
import type { OfstedFile } from './ofsted/read-ofsted.ts';
import type { InspectionsTakenIn } from './ofsted/take-in-inspections.ts';
import type { PeopleFile } from './people/read-people.ts';
import type { PeopleTakenIn } from './people/take-in-people.ts';
import type { Reject } from './reading/reject.ts';
import type { RegisterFile } from './register/read-register.ts';
import type { SchoolsTakenIn } from './register/take-in-schools.ts';
import type { Change } from './writing/plan.ts';
import type { Written } from './writing/write-plan.ts';

/** Rows that a feature made records of. */
export interface RowsTakenIn {
  readonly file: string;
  readonly rowsRead: number;
  /** Good rows the feature took. */
  readonly rows: number;
  readonly unused: readonly string[];
  /** Records, of which one may hold several rows. */
  readonly changes: Readonly<Record<Change, number>>;
}

/** What each file given came to. */
export interface ImportParts {
  register?: { readonly read: Omit<RegisterFile, 'entries'>; readonly taken: SchoolsTakenIn };
  links?: LinksFile;
  /** There whenever the register or its links were read. */
  conversions?: Proposed;
  local?: LocalTakenIn;
  ofsted?: { readonly read: OfstedFile; readonly taken: InspectionsTakenIn };
  people?: {
    readonly read: PeopleFile;
    readonly taken: PeopleTakenIn;
    /** Schools whose own adviser changed. */
    readonly advisersSet: number;
    /** Names of schools with several advisers: which is the school's own is for a person to say. */
    readonly severalAdvisers: readonly string[];
  };
  categories?: RowsTakenIn;
  visits?: RowsTakenIn;
}

/** Everything there is to tell about one import. */
export interface ImportReport {
  readonly parts: Readonly<ImportParts>;
  /** Rows left out, in the order of the files. */
  readonly rejects: readonly Reject[];
  /** Rows that are good but tell of schools not held here. */
  readonly unmatched: readonly Reject[];
  /** `held_back`: --strict was given and rows were rejected, so nothing was written. */
  readonly outcome: 'written' | 'nothing_changed' | 'held_back';
  readonly written: Written;
}
