import { SchoolId, Urn } from '../../core/ids.ts';
import type { School } from '../../core/school.ts';
import { nearest, plain } from '../words/nearest.ts';
import type { SchoolBook } from './school-book.ts';

export type SchoolFound = { readonly school: School } | { readonly reason: string };

/** Finds the school an officer means by its URN, its whole name or a name people use, and says why when it cannot. */
export class SchoolFinder {
  readonly #book: SchoolBook;
  #byName: ReadonlyMap<string, readonly SchoolId[]> | undefined;

  constructor(book: SchoolBook) {
    this.#book = book;
  }

  find(written: string): SchoolFound {
    if (/^\d+$/.test(written)) return this.#findByUrn(written);
    const id = SchoolId.safeParse(written).data;
    const byId = id === undefined ? undefined : this.#book.get(id);
    if (byId) return { school: byId };
    const found = (this.#names().get(plain(written)) ?? []).flatMap((id) => this.#book.get(id) ?? []);
    const [school, ...others] = found.length > 1 ? found.filter(({ status }) => status !== 'closed') : found;
    if (school && others.length === 0) return { school };
    if (found.length > 0) {
      const each = found.map((one) => `${one.name}${one.town === undefined ? '' : `, ${one.town}`} (${one.urn})`);
      return { reason: `Several schools are called that: ${each.join('; ')}. Write the URN instead.` };
    }
    const like = nearest(written, this.#book.all(), ({ name }) => name);
    const suggestion = like
      ? `Did you mean ${like.name} (${like.urn})?`
      : 'Write its URN, or import the register first.';
    return { reason: `No school here is called “${written}”. ${suggestion}` };
  }

  #findByUrn(written: string): SchoolFound {
    const urn = Urn.safeParse(written).data;
    if (!urn) return { reason: 'A URN has six digits.' };
    const school = this.#book.byAnyUrn(urn);
    return school
      ? { school }
      : { reason: `No school here has URN ${urn}. Check it, or import a newer register first.` };
  }

  #names(): ReadonlyMap<string, readonly SchoolId[]> {
    if (this.#byName) return this.#byName;
    const names = new Map<string, SchoolId[]>();
    for (const school of this.#book.all()) {
      for (const name of new Set([school.name, ...school.aliases].map(plain))) {
        names.set(name, [...(names.get(name) ?? []), school.id]);
      }
    }
    this.#byName = names;
    return names;
  }
}
