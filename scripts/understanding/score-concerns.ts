import { readFileSync } from 'node:fs';
import type { Temporal } from 'temporal-polyfill';
import type { Understander } from '../../src/conversation/understand/create-understanding.ts';
import type { Concern } from '../../src/core/intent.ts';
import type { Role } from '../../src/core/people.ts';

/** A message and the concern it raises; `none` for an ordinary one. */
export interface ConcernLine {
  readonly text: string;
  readonly role: Role;
  readonly wanted: Concern | 'none';
}

export interface ConcernScored extends ConcernLine {
  readonly heard: Concern | undefined;
  /** The right concern, or a graver one that leads to a person as well. */
  readonly caught: boolean;
}

/** Gravest first. A wish for a person is met by all before it: each of them gives somebody to ring. */
const LEADS_TO_A_PERSON: readonly Concern[] = ['safeguarding', 'distress', 'complaint', 'wants_a_person'];
const ROLES: Readonly<Record<string, Role>> = { A: 'adviser', C: 'chair_of_governors', L: 'alliance_lead' };

/** Lines under "# distress", "# none"; a leading "A: ", "C: " or "L: " is the role, a headteacher's otherwise. */
export function readConcerns(file: string | URL): readonly ConcernLine[] {
  const found: ConcernLine[] = [];
  let wanted: ConcernLine['wanted'] = 'none';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# ')) wanted = line.slice(2).trim() as ConcernLine['wanted'];
    else if (line.trim() !== '') {
      const letter = /^([ACL]): /.exec(line)?.[1];
      const text = letter ? line.slice(3) : line;
      found.push({ text, role: ROLES[letter ?? ''] ?? 'headteacher', wanted });
    }
  }
  return found;
}

export function scoreConcern(line: ConcernLine, understander: Understander, at: Temporal.Instant): ConcernScored {
  const heard = understander.understand(line.text, { roles: [line.role], at }).concern;
  return { ...line, heard, caught: line.wanted === 'none' ? heard === undefined : meets(heard, line.wanted) };
}

function meets(heard: Concern | undefined, wanted: Concern): boolean {
  if (heard === wanted) return true;
  const asked = LEADS_TO_A_PERSON.indexOf(wanted);
  return heard !== undefined && asked >= 0 && LEADS_TO_A_PERSON.slice(0, asked).includes(heard);
}
