import type { Temporal } from 'temporal-polyfill';
import type { PeopleBook } from '../people/people-book.ts';
import { findActor } from '../people/read-act.ts';
import type { Row } from '../reading/row.ts';
import type { SchoolFinder } from '../schools/find-school.ts';
import { plain } from '../words/nearest.ts';
import { findWord, type PartnershipWords } from '../words/partnership-words.ts';
import type { ActInFile, CategoryRow } from './category-row.ts';
import { type CategoryColumn, MOST_REASONS } from './columns.ts';
import { readAcademicYear } from './read-year.ts';

export interface CategoryContext {
  readonly schools: SchoolFinder;
  readonly people: PeopleBook;
  readonly words: PartnershipWords;
  readonly today: Temporal.PlainDate;
}

const STATES = ['proposed', 'ratified', 'communicated'] as const;
type State = (typeof STATES)[number];

/** Reads one row of the categories file, as a person decided it. `undefined` when it was refused. */
export function parseCategory(row: Row<CategoryColumn>, context: CategoryContext): CategoryRow | undefined {
  const school = readSchool(row, context);
  const academicYear = readYear(row);
  const level = readWord(row, 'level', 'a level', context.words.levels);
  const state = readState(row);
  const acts = state && readActs(row, state, context);
  const reasons = readReasons(row, context);
  const planHalfDays = row.whole('planHalfDays', 1, 400);
  if (!row.good || !school || !academicYear || !level || !state || !acts?.proposed) return undefined;
  const { proposed, ratified, communicated } = acts;
  const plan = planHalfDays === undefined ? {} : { planHalfDays };
  const common = { line: row.line, school: school.id, academicYear, level, reasons, ...plan, proposed };
  if (state === 'proposed') return { ...common, state };
  if (!ratified) return undefined;
  if (state === 'ratified') return { ...common, state, ratified };
  return communicated && { ...common, state, ratified, communicated };
}

function readSchool(row: Row<CategoryColumn>, { schools }: CategoryContext) {
  const written = row.required('school');
  if (written === undefined) return undefined;
  const found = schools.find(written);
  if ('school' in found) return found.school;
  row.refuse('school', found.reason);
  return undefined;
}

function readYear(row: Row<CategoryColumn>) {
  const written = row.required('year');
  const year = written === undefined ? undefined : readAcademicYear(written);
  if (written !== undefined && !year) row.refuse('year', 'Write the academic year like 2026-27.');
  return year;
}

function readState(row: Row<CategoryColumn>): State | undefined {
  const written = row.required('state');
  if (written === undefined) return undefined;
  const state = STATES.find((option) => option === plain(written));
  if (!state) row.refuse('state', 'The state is “proposed”, “ratified” or “communicated”.');
  return state;
}

function readWord(row: Row<CategoryColumn>, key: CategoryColumn, kind: string, words: PartnershipWords['levels']) {
  const written = row.required(key);
  if (written === undefined) return undefined;
  if (!words) return written;
  const word = findWord(kind, written, words);
  if ('id' in word) return word.id;
  row.refuse(key, word.reason);
  return undefined;
}

/** Each state needs who and when for itself and all before it, in order, and nothing for a state not yet reached. */
function readActs(row: Row<CategoryColumn>, state: State, context: CategoryContext) {
  const acts: Partial<Record<State, ActInFile>> = {};
  let last: { readonly state: State; readonly at: string } | undefined;
  for (const [index, each] of STATES.entries()) {
    const reached = index <= STATES.indexOf(state);
    const act = reached ? readAct(row, each, context) : refuseEarly(row, each, state);
    if (!act) continue;
    if (last && act.at < last.at) row.refuse(`${each}_at`, `This is before the day it was ${last.state}, ${last.at}.`);
    last = { state: each, at: act.at };
    acts[each] = act;
  }
  return acts;
}

function refuseEarly(row: Row<CategoryColumn>, each: State, state: State): undefined {
  for (const key of [`${each}_by`, `${each}_at`] as const) {
    if (row.text(key) !== undefined)
      row.refuse(key, `The state says only “${state}”. Change the state, or clear this cell.`);
  }
}

function readAct(row: Row<CategoryColumn>, each: State, { people, today }: CategoryContext): ActInFile | undefined {
  const by = row.required(`${each}_by`);
  const written = row.required(`${each}_at`);
  const at = written === undefined ? undefined : row.date(`${each}_at`);
  if (at !== undefined && at > today.toString()) row.refuse(`${each}_at`, 'This day is still to come.');
  if (by === undefined || at === undefined) return undefined;
  const actor = findActor(by, people);
  if ('by' in actor) return { ...actor, at };
  row.refuse(`${each}_by`, actor.reason);
  return undefined;
}

function readReasons(row: Row<CategoryColumn>, { words }: CategoryContext): CategoryRow['reasons'] {
  const reasons: { criterion?: string; note?: string }[] = [];
  for (let number = 1; number <= MOST_REASONS; number += 1) {
    const criterion =
      row.text(`reason_${number}`) === undefined
        ? undefined
        : readWord(row, `reason_${number}`, 'a criterion', words.criteria);
    const note = row.text(`note_${number}`);
    if (criterion === undefined && note === undefined) continue;
    reasons.push({ ...(criterion === undefined ? {} : { criterion }), ...(note === undefined ? {} : { note }) });
  }
  return reasons;
}
