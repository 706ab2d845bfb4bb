import { londonDate } from '../../core/clock.ts';
import type { StillDue } from '../../core/outbox.ts';
import { readPerson } from '../../core/read-person.ts';
import { dayAndDate } from '../../core/wording.ts';
import {
  type Due,
  hatsOf,
  mayRead,
  readHistory,
  readReason,
  readRequestIn,
  requestView,
  type Stage,
  type SupportRequest,
  workDue,
} from '../support/index.ts';
import type { Parts } from './parts.ts';
import { termsView } from './terms-view.ts';

/** What the work is still owed, to whoever owes it or waits for it; nothing once it is done, or is another's to do. */
export function deploymentsStillDue(parts: Parts): StillDue {
  return async (row, now) => {
    const reason = readReason(row.reason);
    const held = await readRequestIn(parts.store, row.about.partition);
    const person = await readPerson(parts.store, row.to);
    if (!reason || !held || !person) return undefined;
    const { request } = held;
    const hats = hatsOf(request, person, londonDate(now));
    const above = reason.stage === 'above';
    const due = workDue(request, { calendar: parts.calendar, sla: parts.framework.sla }).find(
      ({ key, by }) => key === reason.key && (above ? hats.has('owner') || hats.has('overseer') : hats.has(by)),
    );
    if (!due || !mayRead(hats)) return undefined;
    if (above && due.by === 'owner' && !hats.has('overseer')) return undefined;
    const lead = [above ? aboveWords(due, request) : words(due, reason.stage, request)];
    if (due.kind === 'agree' || due.kind === 'question') return termsView(parts, request, hats, lead);
    return requestView(parts, { request, history: await readHistory(parts.store, request), hats }, lead);
  };
}

function words(due: Due, stage: Stage, request: SupportRequest): string {
  const again = stage === 'again' ? 'Another reminder. ' : '';
  const partner = 'partner' in request ? request.partner.schoolName : 'the partner';
  const texts = {
    terms: `${partner} has said yes, and no terms have been put yet. Both headteachers are waiting for them.`,
    question: 'A headteacher has asked about the terms, and is waiting for your answer.',
    agree:
      stage === 'now'
        ? 'Here are the terms. Please say whether your school agrees, or ask about them.'
        : 'These terms are waiting for your school.',
    begin: 'The terms are agreed and the first day is here. Start the work, or record the first visit.',
    visit: visitWords(due),
    midpoint: 'You are about half way. Is it working, is it right for the school, and what next?',
    final:
      'The last agreed day has passed. Your final review is what the other school and the adviser are waiting for.',
    evaluate: 'One thing is left: what changed, from where it stood to where it is now.',
    close: 'Everything is in, and it can be closed.',
  } as const satisfies Record<Due['kind'], string>;
  return again + texts[due.kind];
}

function visitWords({ key }: Due): string {
  const day = key.split('.')[2] ?? '';
  return /^\d{4}-/.test(day)
    ? `A visit was agreed for ${dayAndDate(day)}, and it is not recorded yet. If it moved, record it on the day it happened.`
    : 'No visit has been recorded yet. A line is enough.';
}

function aboveWords(due: Due, request: SupportRequest): string {
  const partner = 'partner' in request ? request.partner.schoolName : 'the partner';
  const who =
    due.by === 'owner'
      ? 'owner' in request && request.owner
        ? request.owner.name
        : 'its adviser'
      : due.by === 'requester'
        ? request.wish.schoolName
        : partner;
  return `${who} has been reminded twice, and ${WAITED_FOR[due.kind]}. A call may help.`;
}

const WAITED_FOR = {
  terms: 'no terms have been put to the headteachers',
  question: 'a question about the terms has no answer',
  agree: 'has not answered about the terms',
  begin: 'the work has not begun',
  visit: 'a visit is not recorded',
  midpoint: 'there is no mid-point review',
  final: 'there is no final review',
  evaluate: 'what changed is not recorded',
  close: 'it is not closed',
} as const satisfies Record<Due['kind'], string>;
