import type { Temporal } from 'temporal-polyfill';
import { CONVERSION_TYPE, ConversionProposal } from '../core/conversion.ts';
import { Refusal } from '../core/refusal.ts';
import type { Command } from './arguments.ts';
import { confirmConversion, type Deciding, declineConversion } from './conversions/decide-conversion.ts';
import { describeProposal } from './conversions/describe-proposal.ts';
import { BrokenFile } from './reading/broken-file.ts';
import { writeRejects } from './rejects-file.ts';
import { type ImportTools, runImport } from './run-import.ts';
import { summarise } from './summary.ts';
import { readAll } from './writing/read-all.ts';

export interface CommandTools extends ImportTools {
  readonly now: Temporal.Instant;
  /** Kinds of record that features keep in a school's partition: a conversion must leave none behind. */
  readonly recordTypes: readonly string[];
  /** Kinds of record elsewhere that name schools, and follow one through a conversion. */
  readonly namingTypes: readonly string[];
  /** Where lists of rejected rows go. */
  readonly rejectsFolder: string;
  readonly say: (line: string) => void;
}

/** How a run ended, as a process's exit code. */
export const EXIT = { done: 0, fault: 1, usage: 2, refused: 3, held_back: 4, again: 5 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

type Work = Exclude<Command, { do: 'help' }>;

/** Does what the command line asks and says how it went, in sentences. Faults are thrown. */
export async function runCommand(command: Work, tools: CommandTools): Promise<ExitCode> {
  try {
    switch (command.do) {
      case 'import':
        return await bringIn(command, tools);
      case 'list_conversions':
        return await listConversions(tools);
      case 'confirm':
      case 'decline':
        return await decide(command, tools);
    }
  } catch (error) {
    if (!(error instanceof BrokenFile) && !(error instanceof Refusal)) throw error;
    tools.say(error.sentence);
    if (error instanceof BrokenFile) tools.say('Nothing was written.');
    return EXIT.refused;
  }
}

async function bringIn(command: Extract<Work, { do: 'import' }>, tools: CommandTools): Promise<ExitCode> {
  const report = await runImport(command.files, command.choices, tools);
  for (const line of summarise(report)) tools.say(line);
  const files = Object.values(command.files).filter((file) => file !== undefined);
  for (const { about, path, rows } of writeRejects(
    files,
    [...report.rejects, ...report.unmatched],
    tools.rejectsFolder,
  )) {
    tools.say(
      `Not taken from ${about}: ${rows === 1 ? '1 line' : `${rows} lines`}, with the reason of each, in ${path}`,
    );
  }
  if (report.outcome === 'held_back') return EXIT.held_back;
  return report.written.conflicts.length > 0 ? EXIT.again : EXIT.done;
}

async function listConversions({ store, say }: CommandTools): Promise<ExitCode> {
  let count = 0;
  const where = [{ field: 'status', eq: 'proposed' }];
  for await (const { body } of readAll(store, { type: CONVERSION_TYPE, where })) {
    for (const line of describeProposal(ConversionProposal.parse(body))) say(line);
    count += 1;
  }
  say(
    count === 0
      ? 'No conversion is waiting for anybody.'
      : `${count} waiting. Decide with --confirm-conversion or --decline-conversion.`,
  );
  return EXIT.done;
}

async function decide(command: Extract<Work, { do: 'confirm' | 'decline' }>, tools: CommandTools): Promise<ExitCode> {
  for (const proposal of command.proposals) {
    const deciding: Deciding = { ...tools, proposal, by: command.by };
    if (command.do === 'decline') {
      await declineConversion(deciding);
      tools.say(`${proposal}: noted as two schools. It will not be proposed again.`);
      continue;
    }
    const { school, grantsMoved, recordsFollowed } = await confirmConversion(deciding);
    await tools.store.commit([tools.changeMark]);
    const roles = grantsMoved > 0 ? ` The roles of ${grantsMoved} at the other entry moved with it.` : '';
    const rest = recordsFollowed > 0 ? ` Requests and offers that named it and followed: ${recordsFollowed}.` : '';
    tools.say(
      `${proposal}: ${school.name} now has URN ${school.urn}; before, ${school.formerUrns.join(', ')}.${roles}${rest}`,
    );
  }
  return EXIT.done;
}
