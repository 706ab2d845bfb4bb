import type { Temporal } from 'temporal-polyfill';
import type { Urn } from '../core/ids.ts';
import type { Store } from '../core/store.ts';
import type { CategoryRowSink } from './categories/category-row.ts';
import { PeopleBook } from './people/people-book.ts';
import type { Progress } from './progress.ts';
import type { Reject } from './reading/reject.ts';
import type { ImportParts } from './report.ts';
import { SchoolBook } from './schools/school-book.ts';
import { lookForConversions, STEPS } from './steps.ts';
import type { VisitRowSink } from './visits/visit-row.ts';
import type { PartnershipWords } from './words/partnership-words.ts';
import { Plan } from './writing/plan.ts';

/** Any of these, in one run: each is read against what those before it say. */
export interface ImportFiles {
  readonly gias?: string;
  readonly links?: string;
  readonly schools?: string;
  readonly ofsted?: string;
  readonly people?: string;
  readonly categories?: string;
  readonly visits?: string;
}

export interface ImportChoices {
  /** Only the register rows of this authority: three digits. */
  readonly la?: string;
  /** Also independent schools, universities and other types. */
  readonly allTypes?: boolean;
  /** ISO date up to which the Ofsted file speaks. */
  readonly ofstedAsAt?: string;
  /** The people file is the whole list: whoever is not in it has no role any more. */
  readonly peopleComplete?: boolean;
}

export interface GatherTools {
  readonly store: Store;
  readonly today: Temporal.PlainDate;
  readonly words: PartnershipWords;
  readonly categorySink: CategoryRowSink;
  readonly visitSink: VisitRowSink;
  readonly progress: Progress;
}

/** What the steps of one import share: what is held, what the files say of it, and what is to be written. */
export interface Gathering {
  readonly choices: ImportChoices;
  readonly tools: GatherTools;
  readonly book: SchoolBook;
  readonly people: PeopleBook;
  readonly reasonsClosed: Map<Urn, string>;
  readonly parts: ImportParts;
  readonly rejects: Reject[];
  readonly unmatched: Reject[];
  /** Schools with their inspections, people, and conversions: independent of one another. */
  readonly facts: Plan;
  /** What leads to them or rests on them: written after. */
  readonly rest: Plan;
}

/** Reads and checks every file and works out every write, making none. Throws `BrokenFile` when a file cannot be used. */
export async function gather(files: ImportFiles, choices: ImportChoices, tools: GatherTools): Promise<Gathering> {
  const aboutPeople = files.people ?? files.categories ?? files.visits;
  const gathering: Gathering = {
    choices,
    tools,
    book: await SchoolBook.load(tools.store),
    people: aboutPeople === undefined ? new PeopleBook() : await PeopleBook.load(tools.store),
    reasonsClosed: new Map(),
    parts: {},
    rejects: [],
    unmatched: [],
    facts: new Plan(),
    rest: new Plan(),
  };
  for (const [kind, step] of STEPS) {
    const file = files[kind];
    if (file !== undefined) await step(gathering, file, (rows) => tools.progress.rowsRead(file, rows));
  }
  await lookForConversions(gathering);
  gathering.book.planWrites(gathering.facts);
  return gathering;
}
