import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { NamedSchool } from '../../src/conversation/schools/school-index.ts';
import { SchoolId } from '../../src/core/ids.ts';

/** The invented schools of the demo partnership, by their fixed names. */
const DEMO = [
  ['northcliffe', 'Northcliffe Primary School'],
  ['hollin-lane', 'Hollin Lane Primary School'],
  ['stonepit', 'Stonepit Junior School'],
  ['thornbeck', "Thornbeck St Wilfrid's Catholic Primary School"],
  ['beckwith', 'Beckwith High School'],
  ['quarrydale', 'Quarrydale Academy'],
  ['elmfield', 'Elmfield SILC'],
  ['moorbank', 'Moorbank Infant School'],
  ['st-josephs-otterley', "St Joseph's Catholic Primary School, Otterley"],
  ['st-josephs-wethermoor', "St Joseph's Catholic Primary School, Wethermoor"],
] as const;

export function demoSchools(): readonly NamedSchool[] {
  return DEMO.map(([id, name]) => ({ id: SchoolId.parse(id), name, aliases: [] }));
}

/** Where the public registers lie: `SHARED_DATA`, or beside the repository. */
export function sharedData(): string {
  return process.env.SHARED_DATA ?? new URL('../../../shared/data/', import.meta.url).pathname;
}

/** Schools of a file in the register's own layout; unless every type is wanted, open ones that are no university, college or independent school. */
export function registerSchools(
  file: string,
  which: 'maintained' | 'every type' = 'maintained',
): readonly NamedSchool[] {
  const path = `${sharedData().replace(/\/$/, '')}/${file}`;
  if (!existsSync(path)) return [];
  const rows = parse(new TextDecoder('windows-1252').decode(readFileSync(path)), {
    columns: true,
    relax_quotes: true,
    relax_column_count: true,
  }) as Record<string, string>[];
  return rows
    .filter((row) => which === 'every type' || /^Open/.test(row['EstablishmentStatus (name)'] ?? ''))
    .filter(
      (row) =>
        which === 'every type' || !/Universit|Colleges|Independent/.test(row['EstablishmentTypeGroup (name)'] ?? ''),
    )
    .map((row) => ({
      id: SchoolId.parse(row.URN),
      name: row.EstablishmentName ?? '',
      aliases: [],
      ...(row.Town ? { town: row.Town } : {}),
      ...(row.Postcode ? { postcode: row.Postcode } : {}),
      ...(row.EstablishmentNumber ? { laestab: `${row['LA (code)']}/${row.EstablishmentNumber}` } : {}),
    }));
}
