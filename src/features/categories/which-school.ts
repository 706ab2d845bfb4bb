import type { DirectoryEntry } from '../../core/directory.ts';
import { type Fact, notYoursToKnow } from '../../core/disclosure.ts';
import type { Asking } from '../../core/feature.ts';
import { SchoolId } from '../../core/ids.ts';
import type { Entities } from '../../core/intent.ts';
import { grantsOn } from '../../core/people.ts';
import { schoolsWithin } from '../../core/scope.ts';
import type { Parts } from './parts.ts';

export type WhichSchool =
  | { readonly kind: 'one'; readonly school: SchoolId }
  /** Several schools the viewer may know about fit equally, or were named together: ask which. */
  | { readonly kind: 'ask'; readonly among: readonly DirectoryEntry[] }
  /** No school was named and the viewer has none of their own. `example`: one they might have meant. */
  | { readonly kind: 'unsaid'; readonly example: DirectoryEntry };

/**
 * A name that fits no school is sent on as this one, so that "no such school" takes the same steps, and as long, as "not
 * yours to know".
 */
const NO_SUCH_SCHOOL = SchoolId.parse('no-such-school');

/** How many schools are worth offering as buttons. */
const OFFER_AT_MOST = 5;

/**
 * The school a question is about: the one named, read among the schools this viewer may know about first; else the one just
 * spoken of; else their own. Asking back offers only schools the viewer may know about, so that it tells nobody anything.
 */
export function whichSchool(parts: Parts, entities: Entities, asking: Asking, fact: Fact): WhichSchool {
  const mine = (id: SchoolId): DirectoryEntry | undefined => {
    const entry = parts.directory.get(id);
    return entry && parts.needToKnow.may(asking.viewer, fact, entry, asking.today) ? entry : undefined;
  };
  if (entities.schools.length > 0) {
    const known = unique(entities.schools.flatMap((named) => meantBy(named).flatMap((id) => mine(id) ?? [])));
    if (known.length > 1) return { kind: 'ask', among: known.slice(0, OFFER_AT_MOST) };
    return { kind: 'one', school: known[0]?.id ?? notTheirs(entities) };
  }
  const own = ownSchools(asking).flatMap((id) => mine(id) ?? []);
  if (asking.topic.school && !(entities.own && own.length === 1)) return { kind: 'one', school: asking.topic.school };
  if (own.length === 1 && own[0]) return { kind: 'one', school: own[0].id };
  if (own.length > 1) return { kind: 'ask', among: own.slice(0, OFFER_AT_MOST) };
  for (const entry of schoolsWithin(asking.viewer, parts.directory, asking.today)) {
    if (mine(entry.id)) return { kind: 'unsaid', example: entry };
  }
  throw notYoursToKnow();
}

/** A school this viewer may know about that is no question of theirs: their own, or one they work with. */
export function hasSchoolToAskAbout(parts: Parts, asking: Asking, fact: Fact): boolean {
  for (const entry of schoolsWithin(asking.viewer, parts.directory, asking.today)) {
    if (parts.needToKnow.may(asking.viewer, fact, entry, asking.today)) return true;
  }
  return false;
}

/** The schools a mention may stand for: the one it fits, or all it fits equally. */
function meantBy(named: Entities['schools'][number]): readonly SchoolId[] {
  switch (named.fit) {
    case 'none':
      return [];
    case 'one':
      return named.candidates.slice(0, 1).map((candidate) => candidate.id);
    case 'several':
      return named.candidates.map((candidate) => candidate.id);
  }
}

/** Refused by the use case like any other, after the same steps; which of them it was is for the audit trail alone. */
function notTheirs(entities: Entities): SchoolId {
  const [only, ...others] = entities.schools.flatMap(meantBy);
  return only && others.length === 0 ? only : NO_SUCH_SCHOOL;
}

function unique(entries: readonly DirectoryEntry[]): readonly DirectoryEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

/** Schools a person holds a role at, rather than works across. */
export function ownSchools(asking: Asking): readonly SchoolId[] {
  if (!asking.viewer) return [];
  return grantsOn(asking.viewer, asking.today).flatMap((grant) =>
    grant.scope.type === 'school' ? [grant.scope.id] : [],
  );
}
