import { Temporal } from 'temporal-polyfill';
import { LONDON } from '../../core/clock.ts';
import { dayAndDate, longDate } from '../../core/wording.ts';
import type { Parts } from './parts.ts';
import type { Challenge, Communicated } from './schema.ts';

/** The last day of the time promised for an answer, ISO. `undefined`: the authority has set no number of days. */
export function answerDueOn({ framework, calendar }: Parts, { raised }: Pick<Challenge, 'raised'>): string | undefined {
  const days = framework.assignment.challenge.workingDays;
  return days === null ? undefined : calendar.addWorkingDays(Temporal.PlainDate.from(raised.at), days).toString();
}

/** The first working moment after the time promised has passed. */
export function overdueFrom(parts: Parts, challenge: Pick<Challenge, 'raised'>): Temporal.Instant | undefined {
  const due = answerDueOn(parts, challenge);
  if (due === undefined) return undefined;
  const next = parts.calendar.nextWorkingDay(Temporal.PlainDate.from(due));
  return parts.calendar.nextWorkingTime(next.toZonedDateTime(LONDON).toInstant());
}

export interface Told {
  readonly sentence: string;
  /** Where the days come from. Empty where there are none to cite. */
  readonly source: string;
}

/** When the check of facts closes: working days from the day the school was told its level, and who set them. */
export function accuracyCheckCloses(parts: Parts, current: Communicated | undefined, today: string): Told {
  const word = parts.framework.terms.level.singular;
  const days = parts.framework.sla.accuracyCheckWorkingDays;
  const team = parts.partnership.contacts.adviserTeam.name;
  if (days === null) {
    return {
      sentence: `No number of days is set here for checking the facts. Please ask ${team}; you can say that something is wrong at any time.`,
      source: '',
    };
  }
  if (!current) {
    return {
      sentence: `No ${word} has been shared with the school this year, so no accuracy check is open.`,
      source: '',
    };
  }
  const told = Temporal.PlainDate.from(current.communicated.at);
  const closes = parts.calendar.addWorkingDays(told, days).toString();
  const when = `${closes < today ? 'closed' : 'closes'} at the end of ${dayAndDate(closes)}`;
  return {
    sentence: `The accuracy check ${when}: ${days} working days from ${longDate(current.communicated.at)}, when ${current.communicated.by} shared the ${word} with the school.`,
    source: whoSetDays(parts, 'accuracy_check'),
  };
}

/** "Set by the Head of Learning Improvement on 1 September 2025"; the framework where nobody here ruled otherwise. */
export function whoSetDays({ partnership, framework }: Parts, of: 'accuracy_check' | 'challenge'): string {
  const ruling = partnership.overrides.findLast((override) =>
    of === 'challenge'
      ? override.settles === 'challenge_days'
      : override.settles === 'working_time' && override.promise === 'accuracyCheckWorkingDays',
  );
  const what = of === 'challenge' ? 'Days for an answer' : 'Days for the accuracy check';
  return ruling
    ? `${what}: set by the ${ruling.ruledBy}, ${partnership.authority.name}, ${longDate(ruling.ruledOn)}`
    : `${what}: ${framework.title}`;
}
