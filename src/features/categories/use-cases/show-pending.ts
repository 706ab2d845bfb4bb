import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { levelByKey } from '../../../core/framework-lookups.ts';
import { schoolsWithin } from '../../../core/scope.ts';
import { longDate } from '../../../core/wording.ts';
import type { Parts } from '../parts.ts';
import { readPending } from '../records.ts';

export const ShowPending = z.strictObject({});

/** Levels proposed or ratified that no person has yet told the school. Only for those who propose and ratify. */
export function showPending(parts: Parts) {
  return async (_: z.infer<typeof ShowPending>, asking: Asking): Promise<Reply> => {
    const scope = [...schoolsWithin(asking.viewer, parts.directory, asking.today)].filter((school) =>
      parts.needToKnow.may(asking.viewer, 'pending_level', school, asking.today),
    );
    if (scope.length === 0) throw notYoursToKnow();
    const waiting = (
      await Promise.all(
        scope.map(async (school) => {
          const pending = await readPending(parts.store, school.id);
          return pending ? [{ school, pending }] : [];
        }),
      )
    ).flat();
    const word = parts.framework.terms.level.singular;
    const title = `Not yet shared with the school: ${waiting.length === 0 ? 'none' : waiting.length}`;
    return {
      card: 'categories/pending',
      data: {
        title,
        note: `Each waits for a person to tell the head and chair. I show a ${word} to nobody else until somebody records that they have.`,
        isEmpty: waiting.length === 0,
        rows: waiting.map(({ school, pending }) => ({
          name: school.name,
          level: levelByKey(parts.framework, pending.level)?.label ?? pending.level,
          state:
            pending.state === 'ratified'
              ? `Ratified ${longDate(pending.ratified.at)} by ${pending.ratified.by}`
              : `Proposed ${longDate(pending.proposed.at)} by ${pending.proposed.by}`,
        })),
      },
      summary: `${title}.`,
      sensitivity: 'restricted',
      disclosures: waiting.map(({ school }) => ({ school: school.id, outcome: 'disclosed', what: 'pending level' })),
    };
  };
}
