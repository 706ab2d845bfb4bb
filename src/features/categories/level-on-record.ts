import type { Framework } from '../../core/framework.ts';
import type { Level } from '../../core/framework-levels.ts';
import { levelByKey } from '../../core/framework-lookups.ts';
import type { Communicated } from './schema.ts';

type Assigned = Pick<Communicated, 'framework' | 'level' | 'label'>;

/**
 * The level a record names, in the framework it was made under. `undefined` when that is not the one in force: two
 * frameworks may both have a "3" and mean different things by it, and history is never re-coded (domain.md §20).
 */
export function levelOnRecord(framework: Framework, assigned: Assigned | undefined): Level | undefined {
  return assigned?.framework === framework.id ? levelByKey(framework, assigned.level) : undefined;
}

/**
 * A recorded level within a sentence, as it was called when it was recorded: "category 3"; "“Targeted” of an earlier
 * framework".
 */
export function levelInSentence(framework: Framework, assigned: Assigned): string {
  const level = levelOnRecord(framework, assigned);
  if (level && (assigned.label ?? level.label) === level.label) return level.inSentence;
  const then = `“${assigned.label ?? assigned.level}”`;
  return level ? then : `${then} of an earlier framework`;
}
