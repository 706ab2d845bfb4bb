import { z } from 'zod';

/** Points for or against: whole numbers, so that anybody can add them up. */
const Points = z.int().min(-100).max(100);
const For = Points.min(0);
const Against = Points.max(0);

/**
 * How an authority weighs one possible partner against another (factors of domain.md §10, and what users of matching elsewhere
 * complain of). The order they lead to is advice: an adviser chooses. The defaults stand here and nowhere else.
 */
export const Matching = z.strictObject({
  /** The offer is about what the request is mainly about. */
  mainFocus: For.default(40),
  /** It is about another thing the request names. */
  otherFocus: For.default(15),
  /** The offer is for schools of that phase. */
  phase: For.default(20),
  /** Both schools are in one area of the authority. */
  sameArea: For.default(5),
  /** They are run in the same way: both community schools, both academies. */
  sameKind: For.default(5),
  /** Next door; less with every mile, nothing at `farMiles`. */
  near: For.default(15),
  farMiles: z.number().positive().max(200).default(15),
  /** All the half-days asked for are left; in proportion when only some are. */
  enoughLeft: For.default(15),
  /** For each school it has helped in the last twelve months, three counted at most. */
  eachRecent: Against.default(-5),
  /** It has helped this very school before. */
  repeat: Points.default(-8),
  /** This very school has helped it. */
  reciprocal: Points.default(-6),
  sameTrust: Points.default(-10),
  /** It was asked about this request before and did not answer in time. */
  noAnswer: Against.default(-15),
});
export type Matching = z.infer<typeof Matching>;
