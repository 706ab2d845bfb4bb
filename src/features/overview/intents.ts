import type { Asking, Call, Feature } from '../../core/feature.ts';
import type { Heard } from '../../core/intent.ts';
import { reachOf } from './reach.ts';
import { yearIn } from './year.ts';

/** A copy of what is held is a list of requests for whoever has an overview, unless it is about themselves; else it stays as it was. */
export function overviewIntents(): Feature['hears'] {
  return { data_export: (heard, asking) => (wantsList(heard, asking) ? takeAway(heard, asking) : OWN_COPY) };
}

const OWN_COPY: Call = { verb: 'general.later', data: { intent: 'data_export' } };
const ABOUT_ME =
  /\b(about|on|of) (me|myself)\b|\bmy (own )?(personal )?(data|details|records?|information|file|conversations?)\b/i;

function wantsList({ text }: Heard, { viewer, today }: Asking): boolean {
  return reachOf(viewer, today) !== undefined && !ABOUT_ME.test(text);
}

function takeAway({ text, entities }: Heard, { today }: Asking): Call {
  const year = yearIn(text, entities.dates, today);
  return { verb: 'overview.take-away', data: year ? { year } : {} };
}

/** Questions whose words leave no doubt, for whoever has an overview. Anybody else’s go on to be understood as ever. */
export function recogniseOverview(text: string, asking: Asking): Call | undefined {
  const said = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[?.!\s]+$/, '')
    .replace(/,? (please|thanks|thank you)$/, '')
    .trim();
  const about = said.replace(WHEN, '');
  const year = yearIn(said, [], asking.today);
  const show: Call = { verb: 'overview.show', data: year ? { year } : {} };
  // Whoever names it is told whether it is theirs to see.
  if (NAMED.test(about)) return show;
  if (reachOf(asking.viewer, asking.today) === undefined) return undefined;
  if (HOW_IT_GOES.test(about)) return show;
  return LATE.test(about) ? { verb: 'overview.late', data: {} } : undefined;
}

/** "this year", "so far", "for 2025/26", "last academic year": the year is read apart from what is asked. */
const WHEN =
  /(,? (so far|now|at the moment|(for |in |over |during )?((this|last|the last|the previous)( academic| school)? (year|term)|20\d\d ?[/–-] ?(20)?\d\d)))+$/;
const ASKING =
  '((please |can i |could i |can you |could you )*(see |show |give |get |open )?(me )?(the |an |our |my )?)?';
const NAMED = new RegExp(
  `^${ASKING}(support (overview|figures|dashboard|statistics)|overview of support( requests)?)$`,
);
const SUPPORT =
  '( (with|on|for|of|about) (the |our )?((school to school |school-to-school )?support( requests)?|requests|brokerage|brokering))?';
const HOW_IT_GOES = new RegExp(
  `^(${ASKING}(overview|dashboard|figures|numbers)${SUPPORT}|how (are|did|have|is) (we|things|the team|it|support)( been)? (do|doing|done|going|getting on|faring)${SUPPORT})$`,
);
const LATE =
  /^(who|what|which (support )?requests|is anything|is anyone|anything|anyone|show me (what|who|everything|anything))(s| is| are| thats| that is)? (overdue|late|running late|behind)( (on|with|for) (the )?(support|requests|support requests))?$/;
