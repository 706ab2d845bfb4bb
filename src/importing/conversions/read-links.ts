import { Urn } from '../../core/ids.ts';
import type { Column, TableKind } from '../reading/columns.ts';
import { openTable } from '../reading/open-table.ts';
import type { Reject } from '../reading/reject.ts';
import type { Row } from '../reading/row.ts';

const columns = {
  urn: { names: ['URN'], required: true },
  linkUrn: { names: ['LinkURN'], required: true },
  type: { names: ['LinkType'], required: true },
  since: { names: ['LinkEstablishedDate'] },
} satisfies Record<string, Column>;
type LinkColumn = keyof typeof columns;

export const LINKS: TableKind<LinkColumn> = { name: 'the register’s links file', columns };

/** One school went over into another, in whole or in part. */
export interface Succession {
  readonly from: Urn;
  readonly to: Urn;
  readonly since?: string;
  /** The register itself calls it a merger, an amalgamation or a split. */
  readonly partial: boolean;
}

export interface LinksFile {
  readonly file: string;
  readonly rowsRead: number;
  /** Each pair once, though the register lists it from both ends. */
  readonly successions: readonly Succession[];
  /** Links of other kinds: amalgamations without a direction, sixth-form centres. */
  readonly otherKinds: number;
  readonly rejects: readonly Reject[];
}

/** Reads the register's links. Throws `BrokenFile` when the file is not one. */
export async function readLinks(file: string, rowRead: (rows: number) => void): Promise<LinksFile> {
  const table = await openTable(file, [LINKS]);
  const rejects: Reject[] = [];
  const successions = new Map<string, Succession>();
  let rowsRead = 0;
  let otherKinds = 0;
  for await (const row of table.rows((reject) => rejects.push(reject))) {
    rowsRead += 1;
    rowRead(rowsRead);
    const succession = parseLink(row);
    rejects.push(...row.refusals);
    if (succession === 'other') otherKinds += 1;
    else if (succession) {
      const key = `${succession.from}-${succession.to}`;
      const twin = successions.get(key);
      successions.set(key, twin ? { ...succession, ...twin, partial: twin.partial || succession.partial } : succession);
    }
  }
  return { file, rowsRead, successions: [...successions.values()], otherKinds, rejects };
}

function parseLink(row: Row<LinkColumn>): Succession | 'other' | undefined {
  const one = readUrn(row, 'urn');
  const other = readUrn(row, 'linkUrn');
  const type = row.required('type')?.toLowerCase();
  const since = row.date('since');
  if (!row.good || !one || !other || !type) return undefined;
  const common = {
    ...(since === undefined ? {} : { since }),
    partial: /amalgam|merge|split|expansion/.test(type),
  };
  if (type.startsWith('successor')) return { from: one, to: other, ...common };
  if (type.startsWith('predecessor')) return { from: other, to: one, ...common };
  // "Result of Amalgamation" stands on both ends alike, so it does not say which school went into which.
  return 'other';
}

function readUrn(row: Row<LinkColumn>, key: 'urn' | 'linkUrn'): Urn | undefined {
  const text = row.required(key);
  if (text === undefined) return undefined;
  const urn = Urn.safeParse(text);
  if (!urn.success) row.refuse(key, 'A URN has six digits.');
  return urn.data;
}
