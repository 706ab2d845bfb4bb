import { z } from 'zod';

/** Where to look for somebody to take a request on, nearest the school first (domain.md §4: advisers broker). */
export const RouteStep = z.enum(['own_adviser', 'area', 'expertise', 'senior_adviser', 'head_of_service']);
export type RouteStep = z.infer<typeof RouteStep>;

/**
 * How an authority finds an owner for a request. Whatever is left out has its default, which stands here and nowhere else.
 */
export const Routing = z.strictObject({
  /** Tried in this order: the first step at which anybody is there decides. */
  steps: z
    .array(RouteStep)
    .min(1)
    .refine((steps) => new Set(steps).size === steps.length, { message: 'must name each step once' })
    .default(['own_adviser', 'area', 'expertise', 'senior_adviser', 'head_of_service']),
  /** Of several advisers, whether those who know the school's phase, or what the request is about, go before the others. */
  prefer: z.array(z.enum(['phase', 'focus'])).default(['phase', 'focus']),
  /** How many are asked together at most; the first to accept has it. */
  askTogether: z.int().min(1).max(20).default(20),
  /**
   * Nobody is asked who has more open requests than this above whoever has the fewest. `null`: everybody is, however much
   * they have.
   */
  loadApart: z.int().min(0).nullable().default(2),
  /**
   * Working days after the last thing that happened to a request nobody has picked up, until it lapses. `null`: never. It
   * never lapses before everybody above has been told of it.
   */
  lapseWorkingDays: z.int().min(5).nullable().default(20),
});
export type Routing = z.infer<typeof Routing>;

const Id = z.string().trim().min(1).max(300);

/** A channel as each platform knows it. */
const ChannelPlaces = z
  .strictObject({
    teams: z
      .strictObject({
        serviceUrl: z.url({ message: 'must be the service URL of Teams, beginning with https://' }),
        tenant: Id.optional(),
        /** The bot's own id there: "28:…" */
        bot: Id,
        /** "19:…@thread.tacv2" */
        conversation: Id,
      })
      .optional(),
    slack: z.strictObject({ team: Id, channel: Id }).optional(),
  })
  .refine(({ teams, slack }) => teams ?? slack, { message: 'must have at least one of teams and slack' });

/** Channels the bot may post in of its own accord. What it says there names no school (domain.md §22). */
export const Channels = z.strictObject({
  /** Told that a request needs an owner. */
  brokerage: ChannelPlaces.optional(),
});
export type Channels = z.infer<typeof Channels>;
