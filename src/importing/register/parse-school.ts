import { Urn } from '../../core/ids.ts';
import type { School } from '../../core/school.ts';
import type { Row } from '../reading/row.ts';
import type { RegisterColumn } from './columns.ts';
import { governanceOf, leftOutAs, phaseOf, STATUS_WORDS, statusOf } from './kinds.ts';

/** What the register says of one school; the partnership's own facts (area, adviser, other names) are not in it. */
export type RegisterFacts = Omit<School, 'v' | 'id' | 'formerUrns' | 'aliases' | 'area' | 'adviser'>;

export interface RegisterEntry {
  readonly line: number;
  readonly laCode: string;
  /** The register's name for the group it is left out with, unless all types are wanted. */
  readonly leftOutAs?: string;
  readonly facts: RegisterFacts;
  readonly reasonClosed?: string;
}

/** Reads one register row, in the register's own wording. `undefined` when the row was refused. */
export function parseSchool(row: Row<RegisterColumn>): RegisterEntry | undefined {
  const urn = readUrn(row);
  const name = row.required('name');
  const laCode = row.required('laCode');
  const status = readStatus(row);
  const kind = { typeGroup: row.text('typeGroup') ?? '', typeName: row.text('typeName'), phase: row.text('phase') };
  const facts = {
    laestab: laestabOf(laCode, row.text('number')),
    town: row.text('town'),
    postcode: row.text('postcode'),
    ward: row.text('ward'),
    typeName: kind.typeName,
    trust: row.text('trust'),
    religiousCharacter: religion(row.text('religiousCharacter')),
    ages: readAges(row),
    location: readLocation(row),
    openedOn: row.date('openDate'),
    closedOn: row.date('closeDate'),
    registerAsAt: row.date('changed'),
  };
  if (!row.good || !urn || !name || !laCode || !status) return undefined;
  const leftOut = leftOutAs(kind);
  const reasonClosed = row.text('reasonClosed');
  return {
    line: row.line,
    laCode,
    ...(leftOut === undefined ? {} : { leftOutAs: leftOut }),
    ...(reasonClosed === undefined || reasonClosed === 'Not applicable' ? {} : { reasonClosed }),
    facts: { urn, name, phase: phaseOf(kind), governance: governanceOf(kind), status, ...facts },
  };
}

function readUrn(row: Row<RegisterColumn>): Urn | undefined {
  const text = row.required('urn');
  if (text === undefined) return undefined;
  const urn = Urn.safeParse(text);
  if (!urn.success) row.refuse('urn', 'A URN has six digits.');
  return urn.data;
}

function readStatus(row: Row<RegisterColumn>): School['status'] | undefined {
  const words = row.required('status');
  if (words === undefined) return undefined;
  const status = statusOf(words);
  if (status === undefined) row.refuse('status', `The register’s words here are ${STATUS_WORDS}.`);
  return status;
}

/** The authority's three digits and the school's four: what stays the same when a school becomes an academy. */
function laestabOf(laCode: string | undefined, number: string | undefined): string | undefined {
  return laCode !== undefined && number !== undefined ? `${laCode}${number}` : undefined;
}

function religion(words: string | undefined): string | undefined {
  return words === 'Does not apply' || words === 'None' || words === 'Unknown' ? undefined : words;
}

function readAges(row: Row<RegisterColumn>): School['ages'] {
  const low = row.whole('lowAge', 0, 99);
  const high = row.whole('highAge', 0, 99);
  if (low === undefined || high === undefined) return undefined;
  if (low > high) row.refuse('highAge', `The highest age is below the lowest, ${low}.`);
  return { low, high };
}

/** Metres on the National Grid. */
function readLocation(row: Row<RegisterColumn>): School['location'] {
  const easting = row.whole('easting', 0, 700_000);
  const northing = row.whole('northing', 0, 1_300_000);
  return easting === undefined || northing === undefined || easting === 0 ? undefined : { easting, northing };
}
