import { spotConcern } from '../concerns/spot-concern.ts';
import { isInstruction } from '../concerns/spot-instruction.ts';

/** Longer messages tell a story, and stories are about people. */
const LONGEST = 300;

/**
 * Talk of one child, of a family, or of how a member of staff is: wider than the rules that answer it, since nothing is lost when
 * a harmless message is not kept, and something is when another one is (domain.md §22).
 */
const ABOUT_SOMEBODY =
  /\b(?:child|child's|pupil(?! (?:premium|numbers?|progress|voice|outcomes|data))|student|boys?|girls?|lads?|lass|kids?|toddler|baby|babies|son|daughter|siblings?|brother|sister|mums?|mams?|dads?|mother|father|parents?|carers?|step\w+|nan|grand\w+|foster\w*|looked[- ]after|famil(?:y|ies)|he|she|his|him|her|hers|members? of staff|staff members?|capability|grievance|disciplin\w+|misconduct|suspen\w+|dismiss\w*|sacked?|sick|sickness|illness|pregnan\w+|maternity|depress\w*|anxi\w+|stress\w*|breakdown|drunk\w*|drinking|divorc\w*|bereave\w*|died|dead|death|funeral|cancer|disclos\w+|abus\w+|bull(?:y|ied|ying)|harass\w*|bruis\w*|hurt\w*|harm\w*|violen\w*|assault\w*|police|arrest\w*|court|lado|safeguard\w*)\b/iu;

/** Whether a message must leave nothing behind, however well its names are taken out. */
export function isNotForReview(text: string): boolean {
  return text.length > LONGEST || spotConcern(text) !== undefined || isInstruction(text) || ABOUT_SOMEBODY.test(text);
}
