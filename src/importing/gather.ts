import type { Temporal } from 'temporal-polyfill';
import type { Urn } from '../core/ids.ts';
import type { Store } from '../core/store.ts';
import type { CategoryRowSink } from './categories/category-row.ts';
import { readCategories } from './categories/read-categories.ts';
import { proposeConversions } from './conversions/propose-conversions.ts';
import { readLinks } from './conversions/read-links.ts';
import { takeInLocal } from './local/read-local.ts';
import { readOfsted } from './ofsted/read-ofsted.ts';
import { takeInInspections } from './ofsted/take-in-inspections.ts';
import { allocateAdvisers } from './people/allocate-advisers.ts';
import { PeopleBook } from './people/people-book.ts';
import { readPeople } from './people/read-people.ts';
import { takeInPeople } from './people/take-in-people.ts';
import type { Progress } from './progress.ts';
import type { Reject } from './reading/reject.ts';
import { readRegister } from './register/read-register.ts';
import { takeInSchools } from './register/take-in-schools.ts';
import type { ImportParts } from './report.ts';
import { SchoolFinder } from './schools/find-school.ts';
import { SchoolBook } from './schools/school-book.ts';
import { takeInRows } from './take-in-rows.ts';
import { readVisits } from './visits/read-visits.ts';
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

export interface Gathered {
  readonly parts: ImportParts;
  readonly rejects: readonly Reject[];
  readonly unmatched: readonly Reject[];
  /** Schools with their inspections, people, and conversions: independent of one another. */
  readonly facts: Plan;
  /** What leads to them or rests on them: written after. */
  readonly rest: Plan;
}

/** Reads and checks every file and works out every write, making none. Throws `BrokenFile` when a file cannot be used. */
export async function gather(files: ImportFiles, choices: ImportChoices, tools: GatherTools): Promise<Gathered> {
  const { store, words, today } = tools;
  const facts = new Plan();
  const rest = new Plan();
  const parts: ImportParts = {};
  const rejects: Reject[] = [];
  const unmatched: Reject[] = [];
  const ticking = (file: string) => (rows: number) => tools.progress.rowsRead(file, rows);
  const book = await SchoolBook.load(store);
  const reasonsClosed = new Map<Urn, string>();

  if (files.gias !== undefined) {
    const read = await readRegister(files.gias, choices, ticking(files.gias));
    parts.register = { read, taken: takeInSchools(read, book) };
    rejects.push(...read.rejects);
    for (const { facts: school, reasonClosed } of read.entries) {
      if (reasonClosed !== undefined) reasonsClosed.set(school.urn, reasonClosed);
    }
  }
  if (files.links !== undefined) {
    parts.links = await readLinks(files.links, ticking(files.links));
    rejects.push(...parts.links.rejects);
  }
  if (parts.register || parts.links) {
    const given = { successions: parts.links?.successions ?? [], reasonsClosed };
    parts.conversions = await proposeConversions(store, book, given, facts);
  }
  if (files.schools !== undefined) {
    const given = { book, schools: new SchoolFinder(book), words };
    parts.local = await takeInLocal(files.schools, given, ticking(files.schools));
    rejects.push(...parts.local.rejects);
  }
  if (files.ofsted !== undefined) {
    const read = await readOfsted(files.ofsted, choices.ofstedAsAt, ticking(files.ofsted));
    const taken = await takeInInspections(store, read, book, facts);
    parts.ofsted = { read, taken };
    rejects.push(...read.rejects);
    unmatched.push(...taken.unmatched);
  }
  const schools = new SchoolFinder(book);
  const needsPeople = files.people ?? files.categories ?? files.visits;
  const people = needsPeople === undefined ? new PeopleBook() : await PeopleBook.load(store);
  if (files.people !== undefined) {
    const read = await readPeople(files.people, { schools, words }, ticking(files.people));
    const taken = takeInPeople(read, people, { today, complete: choices.peopleComplete ?? false }, { people: facts, links: rest });
    const { schools: advisersSet, several } = allocateAdvisers(book, people, today);
    const severalAdvisers = several.map((id) => book.get(id)?.name ?? id);
    parts.people = { read, taken, advisersSet, severalAdvisers };
    rejects.push(...read.rejects);
  }
  const context = { schools, people, words, today };
  if (files.categories !== undefined) {
    const read = await readCategories(files.categories, context, ticking(files.categories));
    const rows = await takeInRows(read, tools.categorySink, rest);
    parts.categories = rows.taken;
    rejects.push(...rows.rejects);
  }
  if (files.visits !== undefined) {
    const read = await readVisits(files.visits, context, ticking(files.visits));
    const rows = await takeInRows(read, tools.visitSink, rest);
    parts.visits = rows.taken;
    rejects.push(...rows.rejects);
  }
  book.planWrites(facts);
  return { parts, rejects, unmatched, facts, rest };
}
