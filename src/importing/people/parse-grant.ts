import { z } from 'zod';
import type { Role, Scope } from '../../core/people.ts';
import { Phase } from '../../core/school.ts';
import type { Row } from '../reading/row.ts';
import type { SchoolFinder } from '../schools/find-school.ts';
import { findWord, type PartnershipWords } from '../words/partnership-words.ts';
import type { PeopleColumn } from './columns.ts';
import { findRole, findScope } from './roles.ts';

/** One row of the people file: somebody, and one role of theirs. */
export interface GrantRow {
  readonly line: number;
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  readonly phone?: string;
  readonly title?: string;
  /** Kinds of school and of work they know best. Absent: the row says nothing of them. */
  readonly phases?: readonly Phase[];
  readonly specialisms?: readonly string[];
  readonly grant: { readonly role: Role; readonly scope: Scope; readonly from?: string; readonly to?: string };
}

export interface GrantContext {
  readonly schools: SchoolFinder;
  readonly words: PartnershipWords;
}

const Email = z.email();

/** The row's e-mail in the one form it is kept in, even when the rest of the row is wrong. */
export function emailOf(row: Row<PeopleColumn>): string | undefined {
  return Email.safeParse(row.text('email')?.toLowerCase()).data;
}

/** Reads one grant. `undefined` when the row was refused. */
export function parseGrant(row: Row<PeopleColumn>, context: GrantContext): GrantRow | undefined {
  const name = row.required('name');
  const printed = row.required('email');
  const email = emailOf(row);
  if (printed !== undefined && email === undefined) row.refuse('email', 'This is not an e-mail address.');
  const role = readRole(row);
  const scope = role && readScope(row, role, context);
  const from = row.date('from');
  const to = row.date('to');
  if (from === undefined && to !== undefined) row.refuse('from', 'A role with a last day needs its first day too.');
  if (from !== undefined && to !== undefined && to < from) row.refuse('to', 'This is before the day in “from”.');
  const phases = readList(row, 'phases', 'a phase', PHASES)?.map((phase) => Phase.parse(phase));
  const specialisms = readList(row, 'specialisms', 'something support can be about', context.words.focuses);
  if (!row.good || !name || !email || !role || !scope) return undefined;
  const phone = row.text('phone');
  const title = row.text('title');
  return {
    line: row.line,
    email,
    name,
    ...(phone === undefined ? {} : { phone }),
    ...(title === undefined ? {} : { title }),
    ...(phases === undefined ? {} : { phases }),
    ...(specialisms === undefined ? {} : { specialisms }),
    grant: { role, scope, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
  };
}

const PHASES = Phase.options.map((phase) => ({ id: phase, names: [phase.replaceAll('_', ' ')] }));

/** A cell of several words with `;` between. Each that is not known is refused. */
function readList(
  row: Row<PeopleColumn>,
  column: 'phases' | 'specialisms',
  kind: string,
  known: PartnershipWords['focuses'],
): readonly string[] | undefined {
  const written = row.text(column)?.split(';');
  return written
    ?.map((each) => each.trim())
    .filter((each) => each !== '')
    .flatMap((each) => {
      const word = findWord(kind, each, known);
      if ('id' in word) return [word.id];
      row.refuse(column, word.reason);
      return [];
    });
}

function readRole(row: Row<PeopleColumn>): Role | undefined {
  const written = row.required('role');
  if (written === undefined) return undefined;
  const role = findRole(written);
  if ('found' in role) return role.found;
  row.refuse('role', role.reason);
  return undefined;
}

function readScope(row: Row<PeopleColumn>, role: Role, { schools, words }: GrantContext): Scope | undefined {
  const written = row.required('scope');
  if (written === undefined) return undefined;
  const type = findScope(written, role);
  if ('reason' in type) {
    row.refuse('scope', type.reason);
    return undefined;
  }
  if (type.found === 'authority') return { type: 'authority' };
  const where = row.required('where');
  if (where === undefined) return undefined;
  if (type.found === 'school') {
    const found = schools.find(where);
    if ('school' in found) return { type: 'school', id: found.school.id };
    row.refuse('where', found.reason);
    return undefined;
  }
  const [kind, known] = {
    area: ['an area', words.areas] as const,
    alliance: ['an alliance', words.alliances] as const,
    review_group: ['a review group', words.reviewGroups] as const,
  }[type.found];
  const word = findWord(kind, where, known);
  if ('id' in word) return { type: type.found, id: word.id };
  row.refuse('where', word.reason);
  return undefined;
}
