import type { SchoolId } from '../../core/ids.ts';
import type { SchoolMention } from '../../core/intent.ts';
import type { School } from '../../core/school.ts';

/** What finding a school by name needs to know of it. A directory entry and a whole school record both serve. */
export type NamedSchool = Pick<School, 'id' | 'name'> &
  Partial<Pick<School, 'urn' | 'formerUrns' | 'laestab' | 'aliases' | 'town' | 'postcode' | 'ward'>>;

/** Schools to think of first: the speaker's own, an adviser's patch. A name that fits one of these and others means this one. */
export interface Preference {
  readonly prefer?: ReadonlySet<SchoolId>;
}

/** A school named in a message, and where in the text. */
export interface SpottedSchool extends SchoolMention {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds schools by the names people use. Deterministic; holds no level and nothing restricted. Built once from the register
 * and built again when the register changes.
 */
export interface SchoolIndex {
  /** Reads `text` as one school's name, URN or LAESTAB and nothing else. */
  find(text: string, preference?: Preference): SchoolMention;
  /** Finds every stretch of a message that names a school, in the order said. A name the register lacks has fit `none`. */
  spot(text: string, preference?: Preference): readonly SpottedSchool[];
  /** How many schools it holds. */
  readonly size: number;
}
