import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Option, Reply } from '../../../core/feature.ts';
import { listed, longDate } from '../../../core/wording.ts';
import { levelOnRecord } from '../level-on-record.ts';
import { onlyTellable } from '../only-tellable.ts';
import { moreLabel, PageNumber, pageOf } from '../paging.ts';
import type { Parts } from '../parts.ts';
import { mayKnowPending, readWaiting, type Waiting } from '../waiting.ts';

export const ShowPending = z.strictObject({ page: PageNumber.default(0) });

/** Levels proposed or ratified that no person has yet told the school. Only for those who propose and ratify. */
export function showPending(parts: Parts) {
  return async (wanted: z.infer<typeof ShowPending>, asking: Asking): Promise<Reply> => {
    if (!mayKnowPending(parts, asking)) throw notYoursToKnow();
    const waiting = await readWaiting(parts, asking);
    const page = pageOf(waiting, wanted.page);
    const shown = await onlyTellable(parts, page.rows, asking, ['pending_level']);
    const word = parts.framework.terms.level.singular;
    const options: readonly Option[] = shown.map(({ school }) => ({
      label: school.name,
      verb: 'categories.show',
      data: { school: school.id, about: 'level' },
    }));
    const lead =
      waiting.length === 0
        ? `Nothing is waiting: every ${word} on record has been shared with its school.`
        : `Each waits for a person to tell the head and the chair. Nobody else sees it until somebody records that they have.`;
    const rows = shown.map((each, index) => ({
      name: each.school.name,
      level: levelOnRecord(parts.framework, each.pending)?.label ?? `“${each.pending.level}”`,
      state: stateInWords(each),
      verb: options[index]?.verb ?? '',
      data: options[index]?.data ?? {},
    }));
    return {
      card: 'categories/pending',
      data: {
        title: 'Not yet shared with the school',
        lead,
        rows,
        hasMore: page.more > 0,
        moreLabel: moreLabel(page, waiting.length),
        moreData: { page: wanted.page + 1 },
      },
      summary:
        waiting.length === 0
          ? lead
          : `Not yet shared with the school: ${listed(rows.map((row) => `${row.name} (${row.level})`))}${page.more > 0 ? ` and ${page.more} more` : ''}.`,
      sensitivity: 'restricted',
      options,
      disclosures: shown.map(({ school }) => ({ school: school.id, outcome: 'disclosed', what: 'pending level' })),
    };
  };
}

function stateInWords({ pending }: Waiting): string {
  return pending.state === 'ratified'
    ? `Ratified ${longDate(pending.ratified.at)} by ${pending.ratified.by}`
    : `Proposed ${longDate(pending.proposed.at)} by ${pending.proposed.by}`;
}
