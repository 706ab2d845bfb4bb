import type { Temporal } from 'temporal-polyfill';
import type { PersonId, SchoolId, Urn } from './ids.ts';
import type { Person, Role } from './people.ts';
import type { School } from './school.ts';

/** What is kept of every school in memory, for finding names and listing areas. Nothing restricted. */
export type DirectoryEntry = Pick<
  School,
  | 'id'
  | 'urn'
  | 'formerUrns'
  | 'name'
  | 'aliases'
  | 'town'
  | 'postcode'
  | 'phase'
  | 'area'
  | 'adviser'
  | 'status'
  | 'laestab'
  | 'governance'
  | 'trust'
  | 'location'
>;

/** The schools of this partnership by name. Reloaded when the register changes; decisions to disclose read the record itself. */
export interface Directory {
  get(id: SchoolId): DirectoryEntry | undefined;
  byUrn(urn: Urn): DirectoryEntry | undefined;
  all(): readonly DirectoryEntry[];
  inArea(area: string): readonly DirectoryEntry[];
}

/** Who works with whom, for naming an adviser and for telling the right person. Decisions to disclose never rest on it. */
export interface Colleagues {
  get(id: PersonId): Person | undefined;
  /** The school's own adviser; failing that, an adviser of its area. */
  adviserOf(school: Pick<School, 'id' | 'area' | 'adviser'>, today: Temporal.PlainDate): Person | undefined;
  holding(role: Role, today: Temporal.PlainDate): readonly Person[];
  /** Those whose name holds every word said: "jo", "tom okafor". */
  named(words: string): readonly Person[];
}
