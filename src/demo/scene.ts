import { z } from 'zod';
import { Grant, Role } from '../core/people.ts';
import { School } from '../core/school.ts';
import { VisitKind } from '../features/visits/index.ts';

/** Days from the day the demo first started; negative is past. */
const InDays = z.int();

const Act = z.strictObject({ by: z.string(), person: z.string().optional(), inDays: InDays });
const Reason = z.strictObject({ criterion: z.string().optional(), note: z.string().optional() });
const Pending = z.strictObject({
  school: z.string(),
  level: z.string(),
  reasons: z.array(Reason),
  proposed: Act,
  ratified: Act,
});

/** The invented authority as data, with days counted from the first start so that it never goes stale. */
export const Scene = z.strictObject({
  about: z.string(),
  schools: z.array(
    School.omit({ v: true, formerUrns: true, status: true }).extend({
      id: z.string(),
      urn: z.string(),
      adviser: z.string(),
    }),
  ),
  categories: z.array(Pending.extend({ communicated: Act })),
  pending: z.array(Pending),
  /** Last year's levels. */
  previous: z.array(z.strictObject({ school: z.string(), level: z.string() })),
  visits: z.array(
    z.strictObject({
      school: z.string(),
      adviser: z.string(),
      visits: z.array(
        z.strictObject({
          inDays: InDays,
          halfDays: z.int().positive(),
          kind: VisitKind,
          focus: z.string().optional(),
          counted: z.boolean(),
          status: z.enum(['held', 'planned']),
        }),
      ),
    }),
  ),
  plans: z.array(
    z.strictObject({
      school: z.string(),
      title: z.string(),
      statedHalfDays: z.int().positive().optional(),
      milestones: z.array(
        z.strictObject({
          text: z.string(),
          inDays: InDays,
          status: z.enum(['not_started', 'on_track', 'at_risk', 'met']),
        }),
      ),
    }),
  ),
  inspections: z.array(
    z.strictObject({
      school: z.string(),
      scheme: z.enum(['oeif_graded', 'ungraded', 'report_card']),
      daysAgo: z.int().positive(),
      overall: z.string().optional(),
      outcome: z.string().optional(),
      areas: z.array(z.tuple([z.string(), z.string()])).default([]),
      safeguarding: z.string().optional(),
      concern: z.string().optional(),
      predecessor: z.strictObject({ urn: z.string(), name: z.string(), type: z.string() }).optional(),
    }),
  ),
});
export type Scene = z.infer<typeof Scene>;

/** Who the demo can be tried as. `nn` is the last two digits of their number on both platforms. */
export const DemoPeople = z.strictObject({
  teamsTenant: z.string(),
  slackTeam: z.string(),
  people: z.array(
    z.strictObject({
      nn: z.string().regex(/^\d\d$/),
      id: z.string(),
      displayName: z.string(),
      title: z.string(),
      email: z.email(),
      phone: z.string(),
      grants: z.array(
        z.tuple([
          Role,
          Grant.shape.scope.options[0].shape.type.or(z.enum(['area', 'alliance', 'review_group', 'authority'])),
          z.string(),
        ]),
      ),
    }),
  ),
});
export type DemoPeople = z.infer<typeof DemoPeople>;
