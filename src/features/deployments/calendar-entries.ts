import type { CalendarEntry } from '../../core/calendar-file.ts';
import { hasMiddle, type InState, middleOf } from '../support/index.ts';
import type { Parts } from './parts.ts';

type Agreed = InState<'terms_agreed' | 'active' | 'midpoint_reviewed' | 'completed' | 'evaluated' | 'closed'>;

/**
 * What agreed terms put in a diary: the days agreed for visits, the mid-point and the day of the final review. Terms agreed
 * again later change the same entries. Nothing said in confidence is in them: diaries are read over shoulders.
 */
export function calendarEntries(
  parts: Pick<Parts, 'calendar' | 'framework' | 'partnership'>,
  { ref, terms, agreed, wish, partner }: Agreed,
): readonly CalendarEntry[] {
  const between = `${wish.schoolName}, with ${partner.schoolName}`;
  const words = `${ref}: ${between}. Say “${ref}” to the bot to see it.`;
  const entry = (key: string, day: string, title: string, place?: string): CalendarEntry => ({
    uid: `${ref.toLowerCase()}.${key}@${parts.partnership.key}.partnership-bot`,
    sequence: agreed.number,
    from: day,
    to: day,
    title,
    words,
    ...(place === undefined ? {} : { place }),
  });
  const rules = { calendar: parts.calendar, sla: parts.framework.sla };
  return [
    ...terms.days.map((day, n) => entry(`visit-${n + 1}`, day, `Support visit: ${between}`, wish.schoolName)),
    ...(hasMiddle(terms, rules)
      ? [entry('midpoint', middleOf(terms, rules.calendar).toString(), `Mid-point review: ${between}`)]
      : []),
    entry('final', terms.to, `Last day of support, and its final review: ${between}`),
  ];
}
