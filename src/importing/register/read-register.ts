import type { Urn } from '../../core/ids.ts';
import type { Encoding } from '../reading/encoding.ts';
import { openTable } from '../reading/open-table.ts';
import type { Reject } from '../reading/reject.ts';
import { REGISTER, type RegisterColumn } from './columns.ts';
import { parseSchool, type RegisterEntry } from './parse-school.ts';

export interface RegisterChoice {
  /** Three digits: only this authority's schools. */
  readonly la?: string | undefined;
  /** Also independent schools, universities and other types. */
  readonly allTypes?: boolean | undefined;
}

export interface RegisterFile {
  readonly file: string;
  readonly encoding: Encoding;
  readonly rowsRead: number;
  readonly entries: readonly RegisterEntry[];
  readonly rejects: readonly Reject[];
  readonly outsideLa: number;
  /** How many were left out of each of the register's groups. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Facts this file has no column for: what is held of them stays. */
  readonly silentOn: ReadonlySet<keyof RegisterEntry['facts']>;
}

/** Reads the whole register file, checking every row. Throws `BrokenFile` when it is none. */
export async function readRegister(
  file: string,
  choice: RegisterChoice,
  rowRead: (rows: number) => void,
): Promise<RegisterFile> {
  const table = await openTable(file, [REGISTER]);
  const rejects: Reject[] = [];
  const leftOut = new Map<string, number>();
  const byUrn = new Map<Urn, RegisterEntry>();
  let rowsRead = 0;
  let outsideLa = 0;
  const reject = (row: Reject) => {
    rowsRead += 1;
    rejects.push(row);
  };
  for await (const row of table.rows(reject)) {
    rowsRead += 1;
    rowRead(rowsRead);
    const entry = parseSchool(row);
    const twin = entry && byUrn.get(entry.facts.urn);
    if (twin) row.refuse('urn', `The same URN is already on line ${twin.line}.`);
    rejects.push(...row.refusals);
    if (!entry || twin) continue;
    if (choice.la !== undefined && entry.laCode !== choice.la) outsideLa += 1;
    else if (entry.leftOutAs !== undefined && !choice.allTypes) {
      leftOut.set(entry.leftOutAs, (leftOut.get(entry.leftOutAs) ?? 0) + 1);
    } else byUrn.set(entry.facts.urn, entry);
  }
  const { encoding, columns } = table;
  const silentOn = new Set(FACT_COLUMNS.filter(([, column]) => columns.at(column) === undefined).map(([fact]) => fact));
  return { file, encoding, rowsRead, entries: [...byUrn.values()], rejects, outsideLa, leftOut, silentOn };
}

const FACT_COLUMNS: readonly (readonly [keyof RegisterEntry['facts'], RegisterColumn])[] = [
  ['laestab', 'number'],
  ['town', 'town'],
  ['postcode', 'postcode'],
  ['ward', 'ward'],
  ['typeName', 'typeName'],
  ['trust', 'trust'],
  ['religiousCharacter', 'religiousCharacter'],
  ['ages', 'lowAge'],
  ['location', 'easting'],
  ['openedOn', 'openDate'],
  ['closedOn', 'closeDate'],
  ['registerAsAt', 'changed'],
];
