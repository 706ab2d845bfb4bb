import { parseArgs } from 'node:util';
import type { ImportChoices, ImportFiles } from './gather.ts';
import { readDate } from './reading/cells.ts';

export type Command =
  | { readonly do: 'help' }
  | {
      readonly do: 'import';
      readonly files: ImportFiles;
      readonly choices: ImportChoices & { readonly strict: boolean };
    }
  | { readonly do: 'list_conversions' }
  | { readonly do: 'confirm' | 'decline'; readonly proposals: readonly string[]; readonly by: string };

/** The command line is wrong. The sentence says what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const FILES = ['gias', 'links', 'schools', 'ofsted', 'people', 'categories', 'visits'] as const;

const options = {
  gias: { type: 'string' },
  links: { type: 'string' },
  schools: { type: 'string' },
  ofsted: { type: 'string' },
  people: { type: 'string' },
  categories: { type: 'string' },
  visits: { type: 'string' },
  la: { type: 'string' },
  'all-types': { type: 'boolean' },
  'ofsted-as-at': { type: 'string' },
  'people-complete': { type: 'boolean' },
  strict: { type: 'boolean' },
  'list-conversions': { type: 'boolean' },
  'confirm-conversion': { type: 'string', multiple: true },
  'decline-conversion': { type: 'string', multiple: true },
  by: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Throws `UsageError`. */
export function readArguments(args: readonly string[]): Command {
  const values = parsed(args);
  if (values.help) return { do: 'help' };
  if (values['list-conversions']) return { do: 'list_conversions' };
  const decisions = { confirm: values['confirm-conversion'], decline: values['decline-conversion'] };
  for (const [decision, proposals] of Object.entries(decisions)) {
    if (!proposals) continue;
    if (!values.by)
      throw new UsageError(`Say who decides: --${decision}-conversion ${proposals[0]} --by <person id or e-mail>`);
    return { do: decision as 'confirm' | 'decline', proposals, by: values.by };
  }
  const files = Object.fromEntries(FILES.flatMap((kind) => (values[kind] === undefined ? [] : [[kind, values[kind]]])));
  if (Object.keys(files).length === 0) throw new UsageError('Name at least one file to import.');
  if (values.la !== undefined && !/^\d{3}$/.test(values.la)) {
    throw new UsageError('--la takes the three digits of an authority, such as 383.');
  }
  const asAt = values['ofsted-as-at'];
  const ofstedAsAt = asAt === undefined ? undefined : readDate(asAt);
  if (asAt !== undefined && ofstedAsAt === undefined)
    throw new UsageError('--ofsted-as-at takes a day, such as 2026-02-28.');
  return {
    do: 'import',
    files,
    choices: {
      ...(values.la === undefined ? {} : { la: values.la }),
      ...(ofstedAsAt === undefined ? {} : { ofstedAsAt }),
      allTypes: values['all-types'] ?? false,
      peopleComplete: values['people-complete'] ?? false,
      strict: values.strict ?? false,
    },
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (fault) {
    throw new UsageError(fault instanceof Error ? fault.message : String(fault));
  }
}

export const HELP = `Brings an authority's data in. Safe to repeat: what is already so is left alone.

  npm run import -- [files] [choices]

Files, any of them:
  --gias FILE         the schools register ("edubasealldata…csv")
  --links FILE        the register's links ("links_edubasealldata…csv")
  --schools FILE      your own details of your schools: areas, other names
  --ofsted FILE       Ofsted's management information
  --people FILE       who has which role, where
  --categories FILE   levels that people have decided
  --visits FILE       visits held and planned

Choices:
  --la CODE               only this authority's schools from the register, such as 383
  --all-types             also independent schools, universities and other types
  --ofsted-as-at DAY      the day up to which the Ofsted file speaks, such as 2026-02-28
  --people-complete       the people file is the whole list: end the roles of everybody not in it
  --strict                write nothing at all when any row is rejected

Academy conversions are only ever proposed. A person decides:
  --list-conversions
  --confirm-conversion ID --by PERSON    they are one school: it takes its new URN and keeps its records
  --decline-conversion ID --by PERSON    they are two schools

It ends with 0 when all went well, rows rejected or not; 1 for a fault; 2 when the command is wrong; 3 when a file cannot be
used or a decision was refused, and nothing was written; 4 when --strict held everything back; 5 when somebody changed some of
the same records meanwhile: run it again.
Templates and what each column means: partnerships/templates/README.md`;
