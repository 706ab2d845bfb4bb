import { basename } from 'node:path';
import type { NotProposed } from './conversions/find-conversions.ts';
import type { ImportReport, RowsTakenIn } from './report.ts';
import type { Change } from './writing/plan.ts';

type Changes = Readonly<Record<Change, number>>;
type Parts = ImportReport['parts'];

/** The whole import in sentences an officer understands, a line each. */
export function summarise({ parts, rejects, outcome, written }: ImportReport): readonly string[] {
  return [
    ...aboutRegister(parts.register),
    ...aboutConversions(parts),
    ...aboutLocal(parts.local),
    ...aboutOfsted(parts.ofsted),
    ...aboutPeople(parts.people),
    ...aboutRows('Categories', parts.categories),
    ...aboutRows('Visits', parts.visits),
    '',
    ...(rejects.length > 0 ? [`${many(rejects.length, 'reason')} to reject a row.`] : []),
    ...aboutOutcome(outcome, written),
  ];
}

function aboutOutcome(outcome: ImportReport['outcome'], written: ImportReport['written']): readonly string[] {
  switch (outcome) {
    case 'held_back':
      return ['Nothing was written: --strict was given and rows were rejected.'];
    case 'nothing_changed':
      return ['Nothing changed: everything was already as the files say.'];
    case 'written':
      return [
        `Written: ${many(written.committed, 'record')}.`,
        ...(written.conflicts.length > 0
          ? [
              `${many(written.conflicts.length, 'record')} changed while this ran and were left alone: run the same import again.`,
            ]
          : []),
      ];
  }
}

function aboutRegister(part: Parts['register']): readonly string[] {
  if (!part) return [];
  const { read, taken } = part;
  const leftOut = [...read.leftOut].map(([group, count]) => `${number(count)} ${group}`);
  return [
    title('Schools register', read.file, read.rowsRead),
    `  ${many(taken.open + taken.closed, 'school')}: ${number(taken.open)} open, ${number(taken.closed)} closed`,
    `  ${changes(taken.changes)}`,
    ...(leftOut.length > 0 ? [`  left out by type: ${leftOut.join(', ')} (include them with --all-types)`] : []),
    ...(read.outsideLa > 0 ? [`  of other authorities, passed over: ${number(read.outsideLa)}`] : []),
    ...(taken.former > 0
      ? [`  ${many(taken.former, 'old entry', 'old entries')} of schools that have converted, passed over`]
      : []),
  ];
}

const WHY: Readonly<Record<NotProposed, string>> = {
  split_or_merger: 'splits or mergers',
  not_an_academy: 'into a school that is not an academy',
  new_urn_not_held: 'whose new URN is not held here (import a newer register)',
  several_share_laestab: 'sharing a number with more than one other entry',
  not_kept: 'of establishments that are not kept here',
};

const MOST_SHOWN = 10;

function aboutConversions({ conversions, links }: Parts): readonly string[] {
  if (!conversions) return [];
  const { open, notProposed, changes: found } = conversions;
  const reasons = Object.entries(WHY).flatMap(([why, words]) => {
    const count = notProposed.filter((link) => link.why === why).length;
    return count > 0 ? [`${number(count)} ${words}`] : [];
  });
  const [first] = open;
  return [
    links ? title('Register links', links.file, links.rowsRead) : 'Academy conversions',
    `  ${many(open.length, 'conversion')} waiting for a person to confirm (${number(found.new)} new)`,
    ...open.slice(0, MOST_SHOWN).map(({ id, fromName, toName }) => `    ${id}  ${fromName} → ${toName}`),
    ...(open.length > MOST_SHOWN ? ['    … all of them: npm run import -- --list-conversions'] : []),
    ...(first
      ? [
          `  confirm one with: npm run import -- --confirm-conversion ${first.id} --by <your person id or e-mail>`,
          '  until then the old and the new entry are two schools',
        ]
      : []),
    ...(reasons.length > 0 ? [`  links not proposed: ${reasons.join('; ')}`] : []),
  ];
}

function aboutLocal(part: Parts['local']): readonly string[] {
  if (!part) return [];
  const { file, rowsRead, unused } = part;
  return [title('Own details of schools', file, rowsRead), `  ${changes(part.changes)}`, ...unusedColumns(unused)];
}

function aboutOfsted(part: Parts['ofsted']): readonly string[] {
  if (!part) return [];
  const { read, taken } = part;
  const { fileAsAt, fileAsAtFrom } = read.asAt;
  const how = {
    told: 'as you said',
    file_name: 'from the file’s name',
    newest_publication: 'its newest publication; say the day with --ofsted-as-at',
  }[fileAsAtFrom];
  return [
    title('Ofsted', read.file, read.rowsRead),
    `  ${read.layout}, as at ${fileAsAt} (${how})`,
    `  ${many(taken.matched, 'school')} matched, ${number(taken.unmatched.length)} not held here`,
    `  ${changes(taken.changes)}`,
    ...(taken.elsewhere > 0 ? [`  of authorities not held here, passed over: ${number(taken.elsewhere)}`] : []),
    ...(taken.newerHeld > 0
      ? [`  ${many(taken.newerHeld, 'school')} kept as they are: facts from a later file are held`]
      : []),
  ];
}

function aboutPeople(part: Parts['people']): readonly string[] {
  if (!part) return [];
  const { read, taken, advisersSet, severalAdvisers } = part;
  const others = taken.notInFileEnded ? 'their roles were ended' : 'left as they are';
  return [
    title('People', read.file, read.rowsRead),
    `  ${many(read.people.length, 'person', 'people')}: ${changes(taken.changes)}`,
    ...(taken.grantsEnded > 0 ? [`  ${many(taken.grantsEnded, 'role')} ended`] : []),
    ...(taken.notInFile > 0
      ? [`  ${many(taken.notInFile, 'known person', 'known people')} not in the file: ${others}`]
      : []),
    ...(advisersSet > 0 ? [`  ${many(advisersSet, 'school')} with a new adviser`] : []),
    ...(severalAdvisers.length > 0
      ? [`  several advisers, none set as the school’s own: ${severalAdvisers.join('; ')}`]
      : []),
    ...unusedColumns(read.unused),
  ];
}

function aboutRows(name: string, part: RowsTakenIn | undefined): readonly string[] {
  if (!part) return [];
  return [
    title(name, part.file, part.rowsRead),
    `  ${many(part.rows, 'good row')}; records ${changes(part.changes)}`,
    ...unusedColumns(part.unused),
  ];
}

/** In our own templates a heading we do not know is likely a slip. */
function unusedColumns(unused: readonly string[]): readonly string[] {
  return unused.length > 0 ? [`  columns not used: ${unused.join(', ')}`] : [];
}

function title(name: string, file: string, rows: number): string {
  return `${name} (${basename(file)}, ${many(rows, 'row')})`;
}

function changes({ new: added, changed, unchanged }: Changes): string {
  return `${number(added)} new, ${number(changed)} changed, ${number(unchanged)} unchanged`;
}

function many(count: number, one: string, several = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : several}`;
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}
