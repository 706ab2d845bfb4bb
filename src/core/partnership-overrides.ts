import { z } from 'zod';
import type { Framework } from './framework.ts';
import type { Level } from './framework-levels.ts';
import { DisclosurePolicy, Sla } from './framework-process.ts';
import { Key, Words } from './framework-source.ts';
import type { Ruling, VisitEntitlement } from './framework-visits.ts';

const count = z.int().positive();

/** A number of visits as an authority rules on it. The published statements stay as they are. */
export const VisitPromise = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('exact'), count }),
  z.strictObject({ mode: z.literal('at_least'), min: count }),
  z.strictObject({ mode: z.literal('up_to'), max: count }),
  z.strictObject({ mode: z.literal('set_by_plan'), setBy: z.enum(['action_plan', 'adviser']) }),
]);
export type VisitPromise = z.infer<typeof VisitPromise>;

const who = { ruledBy: Words, ruledOn: z.iso.date(), note: Words.optional() };

/** Something the framework leaves open or the authority does differently, and who decided it when. */
export const Override = z.discriminatedUnion('settles', [
  z.strictObject({ settles: z.literal('visits'), level: Key, visits: VisitPromise, ...who }),
  z.strictObject({ settles: z.literal('governing_body_attendance'), level: Key, attends: z.boolean(), ...who }),
  z.strictObject({
    settles: z.literal('working_time'),
    promise: Sla.omit({ midpointReview: true }).keyof(),
    value: z.int().positive(),
    ...who,
  }),
  z.strictObject({ settles: z.literal('midpoint_review'), held: z.boolean(), ...who }),
  z.strictObject({ settles: z.literal('challenge_days'), workingDays: z.int().positive(), ...who }),
  z.strictObject({ settles: z.literal('disclosure'), policy: DisclosurePolicy.partial(), ...who }),
]);
export type Override = z.infer<typeof Override>;

/** The framework as this authority applies it. Later overrides win. Levels nobody knows are left alone; loading refuses them. */
export function applyOverrides(framework: Framework, overrides: readonly Override[]): Framework {
  return overrides.reduce(applyOne, framework);
}

function applyOne(framework: Framework, override: Override): Framework {
  switch (override.settles) {
    case 'visits':
      return changeLevel(framework, override.level, (level) => ({
        ...level,
        visits: ruledVisits(level.visits, override.visits, rulingOf(override)),
      }));
    case 'governing_body_attendance':
      return changeLevel(framework, override.level, (level) => ({
        ...level,
        governingBodyAttendance: { attends: override.attends, ruling: rulingOf(override) },
      }));
    case 'working_time':
      return { ...framework, sla: { ...framework.sla, [override.promise]: override.value } };
    case 'midpoint_review':
      return { ...framework, sla: { ...framework.sla, midpointReview: override.held } };
    case 'challenge_days': {
      const challenge = { ...framework.assignment.challenge, workingDays: override.workingDays };
      return { ...framework, assignment: { ...framework.assignment, challenge } };
    }
    case 'disclosure':
      return { ...framework, disclosure: DisclosurePolicy.parse({ ...framework.disclosure, ...override.policy }) };
  }
}

function changeLevel(framework: Framework, key: string, change: (level: Level) => Level): Framework {
  return { ...framework, levels: framework.levels.map((level) => (level.key === key ? change(level) : level)) };
}

function ruledVisits(published: VisitEntitlement, promise: VisitPromise, ruling: Ruling): VisitEntitlement {
  const unit = published.mode === 'none' ? 'half_day' : published.unit;
  return { ...promise, unit, per: 'academic_year', statements: published.statements, ruling };
}

function rulingOf(override: Override): Ruling {
  return { by: override.ruledBy, on: override.ruledOn, ...(override.note ? { note: override.note } : {}) };
}
