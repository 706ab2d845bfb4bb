import type { Write } from '../core/store.ts';
import { type GatherTools, gather, type ImportChoices, type ImportFiles } from './gather.ts';
import type { ImportReport } from './report.ts';
import { writePlan } from './writing/write-plan.ts';

export interface ImportTools extends GatherTools {
  /** Tells running bots that schools or people have changed. Committed with the last of them, and only then. */
  readonly changeMark: Write;
}

/**
 * Checks everything, then writes what differs from the store: each school and each person whole or not at all. With `strict`,
 * one rejected row holds everything back. Throws `BrokenFile` before anything is written when a file cannot be used.
 */
export async function runImport(
  files: ImportFiles,
  choices: ImportChoices & { readonly strict?: boolean },
  tools: ImportTools,
): Promise<ImportReport> {
  const { store, progress } = tools;
  const { parts, rejects, unmatched, facts, rest } = await gather(files, choices, tools);
  progress.checked(rowsIn(parts), rejects.length);
  const told = { parts, rejects, unmatched };
  // The mark goes with the last of what it tells of.
  const first = facts.batches.length > 0 ? [...facts.batches, [tools.changeMark]] : [];
  const second = rest.batches;
  const none = { committed: 0, conflicts: [] };
  if (choices.strict && rejects.length > 0) return { ...told, outcome: 'held_back', written: none };
  if (first.length + second.length === 0) return { ...told, outcome: 'nothing_changed', written: none };
  const total = first.length + second.length;
  const before = await writePlan(store, first, (records) => progress.written(records, total));
  const after = await writePlan(store, second, (records) => progress.written(first.length + records, total));
  const written = {
    committed: Math.max(0, before.committed - 1) + after.committed,
    conflicts: [...before.conflicts, ...after.conflicts],
  };
  return { ...told, outcome: 'written', written };
}

function rowsIn({ register, links, local, ofsted, people, categories, visits }: ImportReport['parts']): number {
  const read = [register?.read, links, local, ofsted?.read, people?.read, categories, visits];
  return read.reduce((total, part) => total + (part?.rowsRead ?? 0), 0);
}
