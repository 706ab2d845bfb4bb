import { readCategories } from './categories/read-categories.ts';
import { proposeConversions } from './conversions/propose-conversions.ts';
import { readLinks } from './conversions/read-links.ts';
import type { Gathering, ImportFiles } from './gather.ts';
import { takeInLocal } from './local/read-local.ts';
import { readOfsted } from './ofsted/read-ofsted.ts';
import { takeInInspections } from './ofsted/take-in-inspections.ts';
import { allocateAdvisers } from './people/allocate-advisers.ts';
import { readPeople } from './people/read-people.ts';
import { takeInPeople } from './people/take-in-people.ts';
import { readRegister } from './register/read-register.ts';
import { takeInSchools } from './register/take-in-schools.ts';
import { SchoolFinder } from './schools/find-school.ts';
import { takeInRows } from './take-in-rows.ts';
import { readVisits } from './visits/read-visits.ts';

type Step = (gathering: Gathering, file: string, rowRead: (rows: number) => void) => Promise<void>;

/** In this order: people are scoped to schools, levels are recorded by people. */
export const STEPS: readonly (readonly [keyof ImportFiles, Step])[] = [
  ['gias', takeRegister],
  ['links', takeLinks],
  ['schools', takeLocalDetails],
  ['ofsted', takeOfsted],
  ['people', takePeople],
  ['categories', takeCategories],
  ['visits', takeVisits],
];

async function takeRegister(g: Gathering, file: string, rowRead: (rows: number) => void): Promise<void> {
  const register = await readRegister(file, g.choices, rowRead);
  // The entries themselves are let go of: at 26,000 schools they would be a quarter of the memory.
  const { entries, ...read } = register;
  g.parts.register = { read, taken: takeInSchools(register, g.book) };
  g.rejects.push(...read.rejects);
  for (const { facts, reasonClosed } of entries) {
    if (reasonClosed !== undefined) g.reasonsClosed.set(facts.urn, reasonClosed);
  }
}

async function takeLinks(g: Gathering, file: string, rowRead: (rows: number) => void): Promise<void> {
  const read = await readLinks(file, rowRead);
  g.parts.links = read;
  g.rejects.push(...read.rejects);
}

/** After all files: a conversion shows in the register's numbers, in its links, or in both. */
export async function lookForConversions(g: Gathering): Promise<void> {
  if (!g.parts.register && !g.parts.links) return;
  const given = { successions: g.parts.links?.successions ?? [], reasonsClosed: g.reasonsClosed };
  g.parts.conversions = await proposeConversions(g.tools.store, g.book, given, g.facts);
}

async function takeLocalDetails(g: Gathering, file: string, rowRead: (rows: number) => void): Promise<void> {
  const given = { book: g.book, schools: new SchoolFinder(g.book), words: g.tools.words };
  g.parts.local = await takeInLocal(file, given, rowRead);
  g.rejects.push(...g.parts.local.rejects);
}

async function takeOfsted(g: Gathering, file: string, rowRead: (rows: number) => void): Promise<void> {
  const read = await readOfsted(file, g.choices.ofstedAsAt, rowRead);
  const taken = await takeInInspections(g.tools.store, read, g.book, g.facts);
  g.parts.ofsted = { read, taken };
  g.rejects.push(...read.rejects);
  g.unmatched.push(...taken.unmatched);
}

async function takePeople(g: Gathering, file: string, rowRead: (rows: number) => void): Promise<void> {
  const { today, words } = g.tools;
  const read = await readPeople(file, { schools: new SchoolFinder(g.book), words }, rowRead);
  const choices = { today, complete: g.choices.peopleComplete ?? false };
  const taken = takeInPeople(read, g.people, choices, { people: g.facts, links: g.rest });
  const { schools, several } = allocateAdvisers(g.book, g.people, today);
  const severalAdvisers = several.map((id) => g.book.get(id)?.name ?? id);
  g.parts.people = { read, taken, advisersSet: schools, severalAdvisers };
  g.rejects.push(...read.rejects);
}

async function takeCategories(g: Gathering, file: string, rowRead: (rows: number) => void): Promise<void> {
  const { today, words, categorySink } = g.tools;
  const context = { schools: new SchoolFinder(g.book), people: g.people, words, today };
  const { taken, rejects } = await takeInRows(await readCategories(file, context, rowRead), categorySink, g.rest);
  g.parts.categories = taken;
  g.rejects.push(...rejects);
}

async function takeVisits(g: Gathering, file: string, rowRead: (rows: number) => void): Promise<void> {
  const { today, visitSink } = g.tools;
  const context = { schools: new SchoolFinder(g.book), people: g.people, today };
  const { taken, rejects } = await takeInRows(await readVisits(file, context, rowRead), visitSink, g.rest);
  g.parts.visits = taken;
  g.rejects.push(...rejects);
}
