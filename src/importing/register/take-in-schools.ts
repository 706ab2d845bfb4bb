import { SchoolId } from '../../core/ids.ts';
import type { School } from '../../core/school.ts';
import type { SchoolBook } from '../schools/school-book.ts';
import type { Change } from '../writing/plan.ts';
import type { RegisterFacts } from './parse-school.ts';
import type { RegisterFile } from './read-register.ts';

export interface SchoolsTakenIn {
  readonly changes: Readonly<Record<Change, number>>;
  readonly open: number;
  readonly closed: number;
  /** Rows about a URN that a school here had before a confirmed conversion: that school's facts come from its URN of today. */
  readonly former: number;
}

/** Brings the book up to the register. A school met for the first time gets a lasting id; one held keeps the partnership's own facts. */
export function takeInSchools(register: RegisterFile, book: SchoolBook): SchoolsTakenIn {
  const changes: Record<Change, number> = { new: 0, changed: 0, unchanged: 0 };
  let [open, closed, former] = [0, 0, 0];
  for (const { facts } of register.entries) {
    const held = book.byUrn(facts.urn);
    if (!held && book.byAnyUrn(facts.urn)) {
      former += 1;
      continue;
    }
    changes[book.put(held ? updated(held, facts, register.silentOn) : first(facts))] += 1;
    if (facts.status === 'closed') closed += 1;
    else open += 1;
  }
  return { changes, open, closed, former };
}

/** The id outlives the URN it is made from: it stays through every later conversion. */
function first(facts: RegisterFacts): School {
  return { v: 1, id: SchoolId.parse(`school-${facts.urn}`), ...facts, formerUrns: [], aliases: [] };
}

function updated(held: School, facts: RegisterFacts, silentOn: RegisterFile['silentOn']): School {
  const spoken = Object.fromEntries(
    Object.entries(facts).filter(([fact]) => !silentOn.has(fact as keyof RegisterFacts)),
  ) as RegisterFacts;
  return { ...held, ...spoken };
}
