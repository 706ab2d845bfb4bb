import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { type Config, readConfig, SettingsError } from './config.ts';
import { londonDate } from './core/clock.ts';
import { StoreUnavailableError } from './core/store.ts';
import { type Command, HELP, readArguments, UsageError } from './importing/arguments.ts';
import { EXIT, type ExitCode, runCommand } from './importing/command.ts';
import { printProgress } from './importing/print-progress.ts';
import { openStore } from './open-store.ts';
import { ConfigurationError } from './partnership/configuration-error.ts';
import { loadPartnership } from './partnership/load.ts';
import { recordCategoryRows } from './record-category-rows.ts';
import { recordVisitRows } from './record-visit-rows.ts';
import { REGISTER_VERSION } from './register/live-register.ts';
import { wordsOf } from './words-of.ts';

const PARTNERSHIPS = fileURLToPath(new URL('../partnerships', import.meta.url));

/** What hangs on a school besides its register facts. A conversion that would leave any of these behind is refused. */
const RECORDS_OF_A_SCHOOL = [
  'category',
  'category-history',
  'category-pending',
  'plan',
  'challenge',
  'visits',
  'outbox',
];

/** What names a school and lies elsewhere: rewritten in the step that confirms a conversion. */
const RECORDS_NAMING_SCHOOLS = ['support-request', 'support-offer', 'support-conflict'];

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // What the person running it can mend is said plainly; anything else is a fault and keeps its trace.
  const mendable = [SettingsError, ConfigurationError, StoreUnavailableError].some((kind) => error instanceof kind);
  console.error(mendable && error instanceof Error ? `\n${error.message}\n` : error);
  process.exitCode = EXIT.fault;
}

async function main(args: readonly string[]): Promise<ExitCode> {
  const command = understood(args);
  if (command instanceof UsageError) {
    console.error(`${command.message}\n\n${HELP}`);
    return EXIT.usage;
  }
  if (command.do === 'help') {
    console.log(HELP);
    return EXIT.done;
  }
  return work(command, readConfig(process.env));
}

function understood(args: readonly string[]): Command | UsageError {
  try {
    return readArguments(args);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

async function work(command: Exclude<Command, { do: 'help' }>, config: Config): Promise<ExitCode> {
  const now = Temporal.Now.instant();
  const { partnership, framework } = loadPartnership({ name: config.partnership, root: PARTNERSHIPS });
  const rejectsFolder = resolve(config.environment.DATA_DIR ?? 'data', 'rejects');
  mkdirSync(rejectsFolder, { recursive: true, mode: 0o700 });
  const store = await openStore(config.store, { now: () => Temporal.Now.instant() });
  const progress = printProgress(process.stderr);
  try {
    return await runCommand(command, {
      store,
      now,
      today: londonDate(now),
      words: wordsOf(partnership, framework),
      categorySink: recordCategoryRows(store, framework, londonDate(now)),
      visitSink: recordVisitRows(store),
      changeMark: {
        kind: 'put',
        ref: REGISTER_VERSION,
        type: 'register-version',
        body: { v: 1, changedAt: now.toString() },
        guard: 'any',
      },
      recordTypes: RECORDS_OF_A_SCHOOL,
      namingTypes: RECORDS_NAMING_SCHOOLS,
      rejectsFolder,
      progress,
      say: (line) => console.log(line),
    });
  } finally {
    progress.end();
    await store.close();
  }
}
