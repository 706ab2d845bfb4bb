import { Urn } from '../../core/ids.ts';
import type { CategoryOfConcern, Inspection } from '../../core/inspection.ts';
import { BrokenFile } from '../reading/broken-file.ts';
import { openTable } from '../reading/open-table.ts';
import type { Reject } from '../reading/reject.ts';
import type { Row } from '../reading/row.ts';
import { type AsAt, asAtOf } from './as-at.ts';
import { LEGACY, OEIF } from './earlier-layouts.ts';
import { newestFirst, readConcern } from './judgement.ts';
import type { OfstedColumn, OfstedLayout } from './layout.ts';
import { parseInspections } from './parse-inspections.ts';
import { RENEWED } from './renewed-layout.ts';

export interface OfstedEntry {
  readonly urn: Urn;
  readonly name: string;
  readonly laestab?: string;
  readonly inspections: readonly Inspection[];
  readonly mostRecentConcern?: CategoryOfConcern;
  readonly link?: string;
  /** Tells about this row, should its school not be known here. */
  readonly note: (reason: string) => Reject;
}

export interface OfstedFile {
  readonly file: string;
  readonly layout: string;
  readonly asAt: AsAt;
  readonly rowsRead: number;
  /** One for each URN: a file of all inspections has several rows for one school. */
  readonly entries: readonly OfstedEntry[];
  readonly rejects: readonly Reject[];
}

/** Reads any of Ofsted's three eras of file. Throws `BrokenFile` for any other, naming what is missing. */
export async function readOfsted(
  file: string,
  told: string | undefined,
  rowRead: (rows: number) => void,
): Promise<OfstedFile> {
  const table = await openTable<OfstedColumn>(file, [RENEWED, OEIF, LEGACY]);
  const { era } = table.kind as OfstedLayout;
  const rejects: Reject[] = [];
  const byUrn = new Map<Urn, OfstedEntry>();
  let rowsRead = 0;
  for await (const row of table.rows((reject) => rejects.push(reject))) {
    rowsRead += 1;
    rowRead(rowsRead);
    const entry = parseEntry(row, era);
    rejects.push(...row.refusals);
    if (!entry) continue;
    const earlier = byUrn.get(entry.urn);
    byUrn.set(entry.urn, earlier ? together(earlier, entry) : entry);
  }
  const entries = [...byUrn.values()];
  const published = entries.flatMap(({ inspections }) => inspections.map((one) => one.published ?? one.date));
  const newest = published.reduce<string | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);
  if (entries.length === 0 && rowsRead === 0) throw new BrokenFile(file, 'there are no rows below the header.');
  const asAt = asAtOf(file, told, newest);
  if (!asAt)
    throw new BrokenFile(file, 'nothing tells up to which day it speaks. Say so with --ofsted-as-at 2026-02-28.');
  return { file, layout: table.kind.name, asAt, rowsRead, entries, rejects };
}

function parseEntry(row: Row<OfstedColumn>, era: OfstedLayout['era']): OfstedEntry | undefined {
  const printed = row.required('urn');
  const name = row.required('name');
  const urn = printed === undefined ? undefined : Urn.safeParse(printed).data;
  if (printed !== undefined && urn === undefined) row.refuse('urn', 'A URN has six digits.');
  if (!urn || !name) return undefined;
  const inspections = parseInspections(row, era, urn);
  if (!row.good) return undefined;
  const laestab = row.text('laestab');
  const link = ofstedLink(row.text('link'));
  return {
    urn,
    name,
    ...(laestab === undefined ? {} : { laestab }),
    inspections,
    ...(row.has('concern') ? { mostRecentConcern: readConcern(row, 'concern') } : {}),
    ...(link === undefined ? {} : { link }),
    note: (reason) => row.note('urn', reason),
  };
}

/** Only Ofsted's own site, and never in the clear: the link is put in front of headteachers. */
function ofstedLink(printed: string | undefined): string | undefined {
  if (printed === undefined || !URL.canParse(printed)) return undefined;
  const url = new URL(printed);
  if (!/(^|\.)ofsted\.gov\.uk$/.test(url.hostname)) return undefined;
  url.protocol = 'https:';
  return url.href;
}

/** The same inspection told twice, as the latest of one row and the previous of another, is kept once. */
function together(earlier: OfstedEntry, later: OfstedEntry): OfstedEntry {
  const key = (inspection: Inspection) => inspection.number ?? `${inspection.scheme} ${inspection.date}`;
  const all = new Map<string, Inspection>();
  for (const inspection of [...earlier.inspections, ...later.inspections]) {
    if (!all.has(key(inspection))) all.set(key(inspection), inspection);
  }
  return { ...earlier, inspections: newestFirst([...all.values()]) };
}
