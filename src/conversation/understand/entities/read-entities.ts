import type { Temporal } from 'temporal-polyfill';
import type { Entities, IntentName, SchoolMention } from '../../../core/intent.ts';
import { dateReader } from '../../dates/index.ts';
import type { SpottedSchool } from '../../schools/school-index.ts';
import { leanOf } from '../hear/lean-of.ts';
import type { UnderstandingParts } from '../parts.ts';
import { focusesIn } from './focuses.ts';
import { halfDaysIn } from './half-days.ts';
import { levelReader } from './levels.ts';
import { namedReader } from './named-groups.ts';
import { peopleIn } from './people.ts';
import { criteriaIn, isOwn, moneyIn, ordinalIn, requestRefsIn, scopeIn, yearGroupsIn } from './small-facts.ts';

/** Reads everything said beside the wish itself. Schools come already spotted. */
export type ReadEntities = (
  text: string,
  schools: readonly SpottedSchool[],
  intent: IntentName | undefined,
  at: Temporal.Instant,
) => Entities;

export function entityReader(parts: UnderstandingParts): ReadEntities {
  const levels = levelReader(parts.levels);
  const reviewGroups = namedReader(parts.reviewGroups);
  const alliances = namedReader(parts.alliances);
  const dates = dateReader(parts.halfTerms);
  return (text, schools, intent, at) => {
    const unnamed = blankOut(text, schools);
    const scope = scopeIn(unnamed);
    const halfDays = halfDaysIn(unnamed);
    const money = moneyIn(unnamed);
    const ordinal = ordinalIn(unnamed);
    return {
      schools: schools.map(asMention),
      own: isOwn(unnamed),
      ...(scope ? { scope } : {}),
      levels: levels(unnamed),
      dates: dates(unnamed, at, leanOf(intent, unnamed)),
      ...(halfDays === undefined ? {} : { halfDays }),
      ...(money === undefined ? {} : { money }),
      requestRefs: requestRefsIn(unnamed),
      reviewGroups: reviewGroups(text),
      alliances: alliances(text),
      focuses: focusesIn(unnamed),
      people: peopleIn(unnamed),
      criteria: criteriaIn(unnamed),
      yearGroups: yearGroupsIn(unnamed),
      ...(ordinal === undefined ? {} : { ordinal }),
    };
  };
}

function asMention({ text, candidates, fit }: SpottedSchool): SchoolMention {
  return { text, candidates, fit };
}

/** The same message, as long, with the schools' names rubbed out: "Five Lanes" is no number, "St Wilfrid's" no person. */
function blankOut(text: string, schools: readonly SpottedSchool[]): string {
  let blank = text;
  for (const { start, end } of schools) blank = blank.slice(0, start) + '\u00b7'.repeat(end - start) + blank.slice(end);
  return blank;
}
