import { z } from 'zod';
import { AcademicYear } from '../../core/academic-year.ts';
import { PersonId, SchoolId } from '../../core/ids.ts';

/** Somebody did something on a day. `person` is absent for people who were never on the bot. */
export const Act = z.strictObject({ by: z.string().min(1), person: PersonId.optional(), at: z.iso.date() });
export type Act = z.infer<typeof Act>;

/** Why, in the framework's own criteria and the adviser's words. */
export const Reason = z.strictObject({ criterion: z.string().optional(), note: z.string().optional() });
export type Reason = z.infer<typeof Reason>;

const common = {
  v: z.literal(1),
  school: SchoolId,
  /** History is never re-coded: an assignment keeps the framework it was made under (domain.md §20). */
  framework: z.string(),
  level: z.string(),
  /** What the level was called when it was recorded: "Category 3". Absent in records older than this field. */
  label: z.string().min(1).optional(),
  academicYear: AcademicYear,
  reasons: z.array(Reason),
  proposed: Act,
};

/**
 * A level a person decided. The bot computes none and announces none: only `Communicated` is ever shown to a school, and
 * that takes a person who told the head and a day on which they did (domain.md §13, "no surprises").
 */
export const Proposed = z.strictObject({ ...common, state: z.literal('proposed') });
export const Ratified = z.strictObject({ ...common, state: z.literal('ratified'), ratified: Act });
export const Communicated = z.strictObject({
  ...common,
  state: z.literal('communicated'),
  ratified: Act,
  communicated: Act,
});
/** A level a school had been told, kept as it was when another took its place within the year. Never changed afterwards. */
export const Superseded = z.strictObject({
  ...common,
  state: z.literal('superseded'),
  ratified: Act,
  communicated: Act,
  supersededOn: z.iso.date(),
  /** `changed`: the school was told another level later on. `corrected`: it had been written down wrongly. */
  because: z.enum(['changed', 'corrected']),
});

export const Pending = z.discriminatedUnion('state', [Proposed, Ratified]);
export type Pending = z.infer<typeof Pending>;
export type Communicated = z.infer<typeof Communicated>;
export type Superseded = z.infer<typeof Superseded>;

/** What the school is working to, with milestones (Raising Attainment Plan, support plan, post-Ofsted action plan). */
export const Plan = z.strictObject({
  v: z.literal(1),
  school: SchoolId,
  academicYear: AcademicYear,
  title: z.string(),
  /** Half-days the plan itself states, where the framework leaves the number to the plan. */
  statedHalfDays: z.number().int().positive().optional(),
  milestones: z.array(
    z.strictObject({
      text: z.string(),
      due: z.iso.date(),
      status: z.enum(['not_started', 'on_track', 'at_risk', 'met']),
    }),
  ),
});
export type Plan = z.infer<typeof Plan>;

export const ChallengeKind = z.enum(['factual_accuracy', 'review']);
export type ChallengeKind = z.infer<typeof ChallengeKind>;

/** As much as a person will read at a sitting, and a card can hold. */
export const MOST_CHALLENGE_CHARACTERS = 2000;

const raisedChallenge = {
  v: z.literal(1),
  id: z.string(),
  school: SchoolId,
  kind: ChallengeKind,
  /** In the person's own words. */
  text: z.string().min(1).max(MOST_CHALLENGE_CHARACTERS),
  raised: Act,
  /** The school's adviser, or the head of service where there is none. Empty only when nobody is on record. */
  told: z.array(PersonId),
};

/** What a person decided, in the words the challenger hears. */
const Outcome = z.strictObject({ ...Act.shape, text: z.string().min(1).max(MOST_CHALLENGE_CHARACTERS) });

/**
 * A school says something is wrong. A person decides; the bot only carries it and keeps it from being lost. `upheld` changes
 * no record: that too is for a person to do.
 */
export const Challenge = z.discriminatedUnion('state', [
  z.strictObject({ ...raisedChallenge, state: z.literal('open') }),
  z.strictObject({ ...raisedChallenge, state: z.literal('upheld'), outcome: Outcome }),
  z.strictObject({ ...raisedChallenge, state: z.literal('not_upheld'), outcome: Outcome }),
  z.strictObject({ ...raisedChallenge, state: z.literal('answered'), outcome: Outcome }),
]);
export type Challenge = z.infer<typeof Challenge>;
export type OpenChallenge = Extract<Challenge, { state: 'open' }>;
export type SettledChallenge = Exclude<Challenge, { state: 'open' }>;

export const ChallengeOutcome = z.enum(['upheld', 'not_upheld', 'answered']);
export type ChallengeOutcome = z.infer<typeof ChallengeOutcome>;
