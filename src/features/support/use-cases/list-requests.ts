import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Condition } from '../../../core/store.ts';
import { dayOf } from '../../../core/wording.ts';
import { focusesInWords } from '../focuses.ts';
import { headedSchools } from '../own-school.ts';
import type { Parts } from '../parts.ts';
import { findRequests } from '../records.ts';
import type { SupportRequest } from '../schema.ts';
import { type Hat, hatsOf, mayRead } from '../states/hats.ts';
import { requestButtons, whoHasIt } from '../views/request-view.ts';
import { STATE_WORDS } from '../views/words.ts';

const Which = z.enum(['ours', 'waiting', 'owned', 'overdue', 'open']);
export const ListRequests = z.strictObject({
  which: Which.optional(),
  /** On a person’s own page: only what is open, and nothing at all where there is nothing. */
  home: z.literal(true).optional(),
});

/** Rows on one card: more would be a report. */
const MOST_ROWS = 12;

/** Requests of the asker's own school, or those that wait for them, are theirs, are overdue, or are open anywhere. */
export function listRequests(parts: Parts) {
  return async (wanted: z.infer<typeof ListRequests>, asking: Asking): Promise<Reply> => {
    const { viewer } = asking;
    if (!viewer) throw notYoursToKnow();
    const which = wanted.which ?? (headedSchools(parts, asking).length > 0 ? 'ours' : 'waiting');
    const found = await candidates(parts, which, asking);
    const readable = found.filter((request) => {
      const hats = hatsOf(request, viewer, asking.today);
      return mayRead(hats) || (which === 'waiting' && hats.has('provider'));
    });
    const rows = readable
      .filter((request) => which !== 'overdue' || isOverdue(parts, request, asking))
      .filter((request) => !wanted.home || request.open);
    if (wanted.home && rows.length === 0) throw new Refusal('already_done', NOTHING[which]);
    const title = TITLES[which];
    const lead =
      rows.length === 0 ? NOTHING[which] : rows.length > MOST_ROWS ? `The ${MOST_ROWS} newest of ${rows.length}.` : '';
    return {
      card: 'support/requests',
      data: {
        title,
        lead,
        hasLead: lead !== '',
        rows: rows.slice(0, MOST_ROWS).map((request) => {
          const hats = hatsOf(request, viewer, asking.today);
          return mayRead(hats) ? requestRow(parts, request, hats) : proposalRow(parts, request);
        }),
      },
      summary: `${title}: ${rows.length === 0 ? NOTHING[which] : rows.map((request) => `${request.ref}, ${STATE_WORDS[request.state].toLowerCase()}`).join('; ')}`,
      sensitivity: 'restricted',
      options: rows
        .slice(0, MOST_ROWS)
        .map(({ ref }) => ({ label: ref, verb: 'support.show', data: { request: ref } })),
    };
  };
}

function requestRow(parts: Parts, request: SupportRequest, hats: ReadonlySet<Hat>) {
  return {
    name: `${request.ref}: ${focusesInWords(parts.focuses, request.wish.focuses)}`,
    state: `${request.wish.schoolName}, ${dayOf(request.submittedAt)}. ${STATE_WORDS[request.state]}.`,
    who: whoHasIt(parts, request),
    actions: [...nextStep(request, hats), open(request, 'Open')],
  };
}

function open({ ref }: SupportRequest, label: string) {
  return { label: `${label} ${ref}`, verb: 'support.show', data: { request: ref } };
}

/** What the reader would do next, a press away. What hands a request back or ends it is on its own card. */
function nextStep(request: SupportRequest, hats: ReadonlySet<Hat>) {
  const next = requestButtons(request, hats).find(({ verb }) => !LATER.includes(verb));
  return next ? [{ ...next, label: `${next.label}: ${request.ref}` }] : [];
}

const LATER: readonly string[] = [
  'brokerage.start-ask',
  'brokerage.start-reassign',
  'brokerage.start-decline',
  'brokerage.start-escalate',
  'brokerage.start-take-back',
  'support.start-amend',
  'support.start-withdraw',
  'deployments.terms',
  'deployments.start-part',
  'deployments.stop-form',
];

/** To a school that was asked to help, and has not answered: nothing of who asked. */
function proposalRow(parts: Parts, request: SupportRequest) {
  return {
    name: `Could your school help? ${focusesInWords(parts.focuses, request.wish.focuses)}`,
    state: 'Another school would be glad of your help, and the adviser waits for your answer.',
    who: whoHasIt(parts, request),
    actions: [open(request, 'Answer')],
  };
}

async function candidates(
  parts: Parts,
  which: z.infer<typeof Which>,
  asking: Asking,
): Promise<readonly SupportRequest[]> {
  const isOpen: Condition = { field: 'open', eq: true };
  const me = asking.viewer?.id ?? '';
  switch (which) {
    case 'ours': {
      const schools = headedSchools(parts, asking).map(({ id }) => id);
      return schools.length === 0 ? [] : findRequests(parts.store, [{ field: 'wish.school', in: schools }]);
    }
    case 'waiting':
      return [
        ...(await proposedTo(parts, asking)),
        ...(await findRequests(parts.store, [isOpen, { field: 'waitingFor', contains: me }])),
      ];
    case 'owned':
      return findRequests(parts.store, [isOpen, { field: 'owner.person', eq: me }]);
    case 'overdue':
    case 'open':
      return findRequests(parts.store, [isOpen]);
  }
}

/** A school that was asked is found by the school: whoever heads it may answer. */
async function proposedTo(parts: Parts, asking: Asking): Promise<readonly SupportRequest[]> {
  const schools = headedSchools(parts, asking).map(({ id }) => id);
  if (schools.length === 0) return [];
  return findRequests(parts.store, [
    { field: 'state', eq: 'proposed' },
    { field: 'proposal.school', in: schools },
  ]);
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
