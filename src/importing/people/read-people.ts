import { openTable } from '../reading/open-table.ts';
import type { Reject } from '../reading/reject.ts';
import { PEOPLE, type PeopleColumn } from './columns.ts';
import { emailOf, type GrantContext, type GrantRow, parseGrant } from './parse-grant.ts';

/** One person as the file has them: all their rows together. */
export interface PersonInFile {
  readonly email: string;
  readonly name: string;
  readonly phone?: string;
  readonly title?: string;
  readonly phases?: NonNullable<GrantRow['phases']>;
  readonly specialisms?: readonly string[];
  readonly grants: readonly GrantRow['grant'][];
  /** One of their rows was rejected, or may have been, so what is missing here may only be misspelt: nothing of theirs is ended. */
  readonly incomplete: boolean;
}

export interface PeopleFile {
  readonly file: string;
  readonly rowsRead: number;
  readonly people: readonly PersonInFile[];
  readonly rejects: readonly Reject[];
  readonly unused: readonly string[];
}

/** Reads the people file. Throws `BrokenFile` when it is none. */
export async function readPeople(
  file: string,
  context: GrantContext,
  rowRead: (rows: number) => void,
): Promise<PeopleFile> {
  const table = await openTable<PeopleColumn>(file, [PEOPLE]);
  const rejects: Reject[] = [];
  const byEmail = new Map<string, GrantRow[]>();
  const incomplete = new Set<string | undefined>();
  let rowsRead = 0;
  const reject = (row: Reject) => {
    rejects.push(row);
    incomplete.add(undefined);
  };
  for await (const row of table.rows(reject)) {
    rowsRead += 1;
    rowRead(rowsRead);
    const grant = parseGrant(row, context);
    const [first] = byEmail.get(grant?.email ?? '') ?? [];
    if (grant && first && first.name !== grant.name) {
      row.refuse('name', `This e-mail address is ${first.name}’s on line ${first.line}. Two people cannot share one.`);
    }
    rejects.push(...row.refusals);
    if (grant && row.good) byEmail.set(grant.email, [...(byEmail.get(grant.email) ?? []), grant]);
    else incomplete.add(emailOf(row));
  }
  // A rejected row that does not say whose it is may be anybody's.
  const anybodys = incomplete.has(undefined);
  const people = [...byEmail].map(([email, rows]) => together(email, rows, anybodys || incomplete.has(email)));
  return { file, rowsRead, people, rejects, unused: table.unused };
}

function together(email: string, rows: readonly GrantRow[], incomplete: boolean): PersonInFile {
  const phone = rows.find((row) => row.phone !== undefined)?.phone;
  const title = rows.find((row) => row.title !== undefined)?.title;
  const phases = rows.find((row) => row.phases !== undefined)?.phases;
  const specialisms = rows.find((row) => row.specialisms !== undefined)?.specialisms;
  return {
    email,
    name: rows[0]?.name ?? email,
    ...(phone === undefined ? {} : { phone }),
    ...(title === undefined ? {} : { title }),
    ...(phases === undefined ? {} : { phases }),
    ...(specialisms === undefined ? {} : { specialisms }),
    grants: rows.map((row) => row.grant),
    incomplete,
  };
}
