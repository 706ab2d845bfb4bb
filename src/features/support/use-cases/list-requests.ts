import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import type { Condition } from '../../../core/store.ts';
import { longDate } from '../../../core/wording.ts';
import { focusesInWords } from '../focuses.ts';
import { hatsOf, mayRead } from '../hats.ts';
import { headedSchools } from '../own-school.ts';
import type { Parts } from '../parts.ts';
import { findRequests } from '../records.ts';
import { whoHasIt } from '../request-view.ts';
import type { SupportRequest } from '../schema.ts';
import { STATE_WORDS } from '../words.ts';

const Which = z.enum(['ours', 'waiting', 'owned', 'overdue', 'open']);
export const ListRequests = z.strictObject({ which: Which.optional() });

/** Rows on one card: more would be a report. */
const MOST_ROWS = 12;

/** Requests of the asker's own school, or those that wait for them, are theirs, are overdue, or are open anywhere. */
export function listRequests(parts: Parts) {
  return async (wanted: z.infer<typeof ListRequests>, asking: Asking): Promise<Reply> => {
    const { viewer } = asking;
    if (!viewer) throw notYoursToKnow();
    const which = wanted.which ?? (headedSchools(parts, asking).length > 0 ? 'ours' : 'waiting');
    const found = await candidates(parts, which, asking);
    const readable = found.filter((request) => mayRead(hatsOf(request, viewer, asking.today)));
    const rows = which === 'overdue' ? readable.filter((request) => isOverdue(parts, request, asking)) : readable;
    const title = TITLES[which];
    const lead =
      rows.length === 0 ? NOTHING[which] : rows.length > MOST_ROWS ? `The ${MOST_ROWS} newest of ${rows.length}.` : '';
    return {
      card: 'support/requests',
      data: {
        title,
        lead,
        hasLead: lead !== '',
        rows: rows.slice(0, MOST_ROWS).map((request) => ({
          name: `${request.ref}: ${focusesInWords(parts.focuses, request.wish.focuses)}`,
          state: `${request.wish.schoolName}, ${longDate(request.submittedAt.slice(0, 10))}. ${STATE_WORDS[request.state]}.`,
          who: whoHasIt(parts, request),
          request: request.ref,
          label: `Open ${request.ref}`,
        })),
      },
      summary: `${title}: ${rows.length === 0 ? NOTHING[which] : rows.map((request) => `${request.ref}, ${STATE_WORDS[request.state].toLowerCase()}`).join('; ')}`,
      sensitivity: 'restricted',
      options: rows
        .slice(0, MOST_ROWS)
        .map(({ ref }) => ({ label: ref, verb: 'support.show', data: { request: ref } })),
    };
  };
}

async function candidates(
  parts: Parts,
  which: z.infer<typeof Which>,
  asking: Asking,
): Promise<readonly SupportRequest[]> {
  const open: Condition = { field: 'open', eq: true };
  const me = asking.viewer?.id ?? '';
  switch (which) {
    case 'ours': {
      const schools = headedSchools(parts, asking).map(({ id }) => id);
      return schools.length === 0 ? [] : findRequests(parts.store, [{ field: 'wish.school', in: schools }]);
    }
    case 'waiting':
      return findRequests(parts.store, [open, { field: 'waitingFor', contains: me }]);
    case 'owned':
      return findRequests(parts.store, [open, { field: 'owner.person', eq: me }]);
    case 'overdue':
    case 'open':
      return findRequests(parts.store, [open]);
  }
}

/** Not picked up within the time the authority has set. Where it has set none, nothing is overdue. */
function isOverdue(parts: Parts, request: SupportRequest, asking: Asking): boolean {
  const hours = parts.framework.sla.acknowledgeHours;
  if (hours === null || !('routed' in request)) return false;
  return asking.now.subtract({ hours }).toString() > request.submittedAt;
}

const TITLES = {
  ours: 'Your school’s requests',
  waiting: 'Waiting for you',
  owned: 'Requests you have',
  overdue: 'Not picked up in time',
  open: 'Open requests',
} as const satisfies Record<z.infer<typeof Which>, string>;

const NOTHING = {
  ours: 'Your school has made no requests. Tell me what would help, in a sentence, and I’ll start one.',
  waiting: 'No request is waiting for you.',
  owned: 'You have no open requests.',
  overdue: 'Nothing you may see is overdue.',
  open: 'There are no open requests you may see.',
} as const satisfies Record<z.infer<typeof Which>, string>;
