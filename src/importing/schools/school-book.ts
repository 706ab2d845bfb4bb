import type { SchoolId, Urn } from '../../core/ids.ts';
import { School } from '../../core/school.ts';
import type { Ref, Store } from '../../core/store.ts';
import { same, withoutBlanks } from '../writing/canonical.ts';
import type { Change, Plan } from '../writing/plan.ts';
import { readAll } from '../writing/read-all.ts';

interface Entry {
  readonly held?: { readonly school: School; readonly etag: string };
  readonly school: School;
}

export function schoolRef(id: SchoolId): Ref {
  return { partition: `school:${id}`, id: 'school' };
}

/** Every school held, as it will be once this import is written: later files are read against what earlier ones say. */
export class SchoolBook {
  readonly #entries = new Map<SchoolId, Entry>();
  readonly #byUrn = new Map<Urn, SchoolId>();
  readonly #byFormerUrn = new Map<Urn, SchoolId>();

  static async load(store: Store): Promise<SchoolBook> {
    const book = new SchoolBook();
    for await (const stored of readAll(store, { type: 'school' })) {
      const school = School.parse(stored.body);
      book.#index({ held: { school, etag: stored.etag }, school });
    }
    return book;
  }

  get(id: SchoolId): School | undefined {
    return this.#entries.get(id)?.school;
  }

  /** The school that has this URN today. */
  byUrn(urn: Urn): School | undefined {
    const id = this.#byUrn.get(urn);
    return id === undefined ? undefined : this.get(id);
  }

  /** The school that has this URN today, or had it before a conversion a person confirmed. */
  byAnyUrn(urn: Urn): School | undefined {
    const former = this.#byFormerUrn.get(urn);
    return this.byUrn(urn) ?? (former === undefined ? undefined : this.get(former));
  }

  *all(): Generator<School> {
    for (const entry of this.#entries.values()) yield entry.school;
  }

  /** Takes a school in, new or changed. */
  put(school: School): Change {
    const before = this.#entries.get(school.id);
    this.#index({ ...(before?.held ? { held: before.held } : {}), school: School.parse(withoutBlanks(school)) });
    return this.changeOf(school.id);
  }

  changeOf(id: SchoolId): Change {
    const entry = this.#entries.get(id);
    if (!entry?.held) return 'new';
    return entry.school === entry.held.school || same(entry.school, entry.held.school) ? 'unchanged' : 'changed';
  }

  /** Plans a write of each school that differs from what the store holds. */
  planWrites(plan: Plan): void {
    for (const { school, held } of this.#entries.values()) {
      if (school === held?.school) continue;
      plan.put(schoolRef(school.id), 'school', school, held && { body: held.school, etag: held.etag });
    }
  }

  #index(entry: Entry): void {
    const { school } = entry;
    this.#entries.set(school.id, entry);
    this.#byUrn.set(school.urn, school.id);
    for (const urn of school.formerUrns) this.#byFormerUrn.set(urn, school.id);
  }
}
