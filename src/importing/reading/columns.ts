/** One column as this project knows it: its heading, and headings it has had in other years. */
export interface Column {
  readonly names: readonly [string, ...string[]];
  readonly required?: boolean;
}

/** What a file of one kind looks like. Columns are found by heading, never by place. */
export interface TableKind<K extends string> {
  /** "the schools register (GIAS)" */
  readonly name: string;
  readonly columns: Readonly<Partial<Record<K, Column>>>;
}

/** Where each of a kind's columns stands in one file. */
export class Columns<K extends string> {
  readonly #places: ReadonlyMap<string, { readonly at: number; readonly heading: string }>;

  constructor(places: ReadonlyMap<string, { readonly at: number; readonly heading: string }>) {
    this.#places = places;
  }

  at(key: K): number | undefined {
    return this.#places.get(key)?.at;
  }

  /** The file's own words for it; the key when the file lacks it. */
  heading(key: K): string {
    return this.#places.get(key)?.heading ?? key;
  }
}

export interface Bound<K extends string> {
  readonly columns: Columns<K>;
  /** Headings of required columns that are not there. */
  readonly missing: readonly string[];
  /** Headings that are there twice, so that nobody can say which is meant. */
  readonly doubled: readonly string[];
  /** Headings this kind has no use for. */
  readonly unused: readonly string[];
}

/** Finds a kind's columns in a header, whatever their order, case and spacing ("Latest OEIF  safeguarding is effective?"). */
export function bindColumns<K extends string>(header: readonly string[], kind: TableKind<K>): Bound<K> {
  const found = new Map<string, number[]>();
  header.forEach((heading, at) => {
    const key = headingKey(heading);
    found.set(key, [...(found.get(key) ?? []), at]);
  });
  const places = new Map<string, { at: number; heading: string }>();
  const missing: string[] = [];
  const doubled: string[] = [];
  for (const [key, column] of Object.entries<Column | undefined>(kind.columns)) {
    if (!column) continue;
    const where = column.names.map((name) => found.get(headingKey(name))).find((places) => places !== undefined);
    const [at] = where ?? [];
    if (where && where.length > 1) doubled.push(column.names[0]);
    if (at !== undefined) places.set(key, { at, heading: header[at] ?? column.names[0] });
    else if (column.required) missing.push(column.names[0]);
  }
  const used = new Set([...places.values()].map((place) => place.at));
  const unused = header.filter((heading, at) => heading.trim() !== '' && !used.has(at));
  return { columns: new Columns<K>(places), missing, doubled, unused };
}

export function headingKey(heading: string): string {
  return heading.replace(/\s+/g, ' ').trim().toLowerCase();
}
