import { describe, expect, it } from 'vitest';
import { type State, SupportRequest } from '../../../src/features/support/schema.ts';
import { middleOf, workDue } from '../../../src/features/support/work/work-due.ts';
import { loadPartnership } from '../../../src/partnership/load.ts';
import { ADVISER, HEAD, requestIn, TERMS } from './examples.ts';

const { calendar } = loadPartnership({ name: 'demo', root: 'partnerships' });
const sla = { contactWorkingDays: 5, recordOfVisitWorkingDays: 3, midpointReview: true };

function due(state: State, changes: object = {}, rules = sla): string[] {
  const request = SupportRequest.parse({ ...requestIn(state), ...changes });
  return workDue(request, { calendar, sla: rules }).map(({ key, by, on }) => `${key} by ${by} on ${on.toString()}`);
}

const terms = (changes: object) => ({ terms: { ...TERMS, ...changes } });
const AT = '2026-11-16T09:00:00.000Z';

describe('What the work is owed', () => {
  it('is terms, five working days after the partner said yes', () => {
    expect(due('accepted', { draft: undefined })).toEqual(['terms.1 by owner on 2026-11-23']);
  });

  it('is an answer from each headteacher who has not given one, and to each question', () => {
    expect(due('accepted')).toEqual([
      'agree.3.requester by requester on 2026-11-23',
      'agree.3.partner by partner on 2026-11-23',
    ]);
    const draft = {
      number: 3,
      terms: TERMS,
      by: { ...ADVISER, at: AT },
      agreed: { requester: { ...HEAD, at: AT } },
      questions: [{ ...HEAD, at: '2026-11-18T09:00:00.000Z', text: 'Mornings?' }],
    };
    expect(due('accepted', { draft })).toEqual([
      'question.3.1 by owner on 2026-11-25',
      'agree.3.partner by partner on 2026-11-23',
    ]);
  });

  it('is a beginning on the first day, and a record of each agreed day within the authority’s time', () => {
    expect(due('terms_agreed')).toEqual([
      'begin.3 by owner on 2026-11-09',
      'visit.3.2026-11-17 by partner on 2026-11-20',
      'visit.3.2026-12-01 by partner on 2026-12-04',
    ]);
  });

  it('is not a record that is there: the next day agreed is the next that is owed', () => {
    expect(due('active').filter((one) => one.startsWith('visit'))).toEqual([
      'visit.3.2026-12-01 by partner on 2026-12-04',
    ]);
    expect(due('active', terms({ days: ['2026-11-17'] })).join()).not.toContain('visit');
  });

  it('is one record by the middle where no day was agreed', () => {
    const none = { ...terms({ days: [] }), visits: [] };
    expect(due('active', none)).toContain('visit.3.first by partner on 2026-12-23');
    expect(due('active', terms({ days: [] })).join()).not.toContain('visit');
  });

  it('is a mid-point review half way, on a school day, and a final one after the last day', () => {
    expect(due('active')).toEqual(
      expect.arrayContaining(['midpoint.3 by requester on 2026-12-18', 'final.3 by requester on 2027-02-15']),
    );
    expect(due('midpoint_reviewed').join()).not.toContain('midpoint');
  });

  it('is no mid-point review of short work, or where the authority holds none', () => {
    expect(due('active', terms({ to: '2026-11-20', days: [] })).join()).not.toContain('midpoint');
    expect(due('active', {}, { ...sla, midpointReview: false }).join()).not.toContain('midpoint');
  });

  it('is the result, and then closing', () => {
    expect(due('completed')).toEqual(['evaluate by requester on 2026-11-23']);
    expect(due('evaluated')).toEqual(['close by owner on 2026-11-23']);
  });

  it.each(['submitted', 'assigned', 'matching', 'proposed', 'closed', 'withdrawn', 'lapsed'] as const)(
    'is nothing while it is %s',
    (state) => {
      expect(due(state)).toEqual([]);
    },
  );

  it('has a middle even where no school day lies before it', () => {
    expect(middleOf({ from: '2026-12-21', to: '2027-01-01' }, calendar).toString()).toBe('2026-12-26');
  });
});
