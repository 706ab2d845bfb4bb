import type { Framework } from './framework.ts';
import type { Level } from './framework-levels.ts';
import { conflictsAbout } from './framework-lookups.ts';
import type { KnownConflict } from './framework-vocabulary.ts';

/** Where the documents disagree about the visits of this level: the conflicts that quote what they promise. */
export function visitConflicts(framework: Framework, level: Level): readonly KnownConflict[] {
  const promised = new Set(level.visits.statements.map((statement) => statement.text));
  return conflictsAbout(framework, level.key).filter((conflict) =>
    conflict.statements.some((statement) => promised.has(statement.text)),
  );
}
