import type { Temporal } from 'temporal-polyfill';
import type { Framework } from './framework.ts';
import type { Criterion, Evidence } from './framework-criteria.ts';
import type { Intervention, InterventionKind } from './framework-intervention.ts';
import type { Level, SchoolFilter } from './framework-levels.ts';
import type { ApplicabilityRule, SchoolTerm, TermlyFocus } from './framework-process.ts';
import type { InspectionScheme, KnownConflict } from './framework-vocabulary.ts';
import type { School } from './school.ts';

type Placed = Pick<School, 'governance' | 'phase'>;

/** A criterion or a lettered part of one, and where it belongs: a level, or the signs of concern when `level` is absent. */
export interface FoundCriterion {
  readonly criterion: Criterion;
  readonly level?: Level;
  readonly part?: { readonly id: string; readonly text: string };
}

export function levelByKey(framework: Framework, key: string): Level | undefined {
  return framework.levels.find((level) => level.key === key);
}

/** True when a filter leaves the school in. */
export function fits(filter: SchoolFilter, school: Placed): boolean {
  return (
    (filter.governance === undefined || filter.governance.includes(school.governance)) &&
    (filter.phases === undefined || filter.phases.includes(school.phase))
  );
}

/** The levels a school of this kind can be at. All of them, unless the framework keeps a second scale. */
export function levelsFor(framework: Framework, school: Placed): readonly Level[] {
  return framework.levels.filter((level) => level.appliesTo === undefined || fits(level.appliesTo, school));
}

/** Whether and how the framework covers this school. `undefined` when no rule speaks of such a school. */
export function applicabilityOf(framework: Framework, school: Placed): ApplicabilityRule | undefined {
  return framework.applicability.find((rule) => fits(rule.schools, school));
}

/** By its id as the framework writes it, capitals or not: "xii", "vii.a", "3.4". */
export function criterionById(framework: Framework, id: string): FoundCriterion | undefined {
  const wanted = id.toLowerCase();
  for (const criterion of framework.concernIndicators.items) {
    const found = matchId(criterion, wanted);
    if (found) return found;
  }
  for (const level of framework.levels) {
    for (const criterion of [...(level.gate ?? []), ...level.criteria.items]) {
      const found = matchId(criterion, wanted);
      if (found) return { ...found, level };
    }
  }
  return undefined;
}

function matchId(criterion: Criterion, wanted: string): FoundCriterion | undefined {
  if (criterion.id.toLowerCase() === wanted) return { criterion };
  const part = criterion.parts?.find((candidate) => candidate.id.toLowerCase() === wanted);
  return part ? { criterion, part } : undefined;
}

/** Dates in data are both inclusive. */
export function inForce(
  dated: { readonly validFrom?: string | undefined; readonly validTo?: string | undefined },
  day: Temporal.PlainDate,
): boolean {
  const iso = day.toString();
  return (
    (dated.validFrom === undefined || dated.validFrom <= iso) && (dated.validTo === undefined || iso <= dated.validTo)
  );
}

/** What this formal step means on that day, as current law or practice. History is never among it (domain.md §7.2). */
export function interventionsOn<Kind extends InterventionKind>(
  framework: Framework,
  kind: Kind,
  day: Temporal.PlainDate,
): readonly Extract<Intervention, { kind: Kind }>[] {
  return interventionsOf(framework, kind).filter((step) => step.currentLaw && inForce(step, day));
}

/** Everything held about one kind of step, oldest first, history included. */
export function interventionsOf<Kind extends InterventionKind>(
  framework: Framework,
  kind: Kind,
): readonly Extract<Intervention, { kind: Kind }>[] {
  return framework.intervention
    .filter((step): step is Extract<Intervention, { kind: Kind }> => step.kind === kind)
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom));
}

/** How a school inspected on that day was judged. */
export function inspectionSchemeOn(framework: Framework, day: Temporal.PlainDate): InspectionScheme | undefined {
  return framework.inspectionSchemes.find((scheme) => inForce(scheme, day));
}

/** What core visits to such a school look at in a term. Empty when the framework says nothing. */
export function termlyFocusFor(
  framework: Framework,
  about: { readonly school: Placed; readonly term: SchoolTerm; readonly level?: string },
): readonly TermlyFocus[] {
  return framework.termlyFocus.filter(
    (focus) =>
      focus.terms.includes(about.term) &&
      fits(focus.schools, about.school) &&
      (focus.levels === undefined || (about.level !== undefined && focus.levels.includes(about.level))),
  );
}

/** Where the documents disagree about a level, so that an answer can say so. */
export function conflictsAbout(framework: Framework, levelKey: string): readonly KnownConflict[] {
  return framework.conflicts.filter((conflict) => conflict.levels.includes(levelKey));
}

/** Whether such a school is reviewed together with others, rather than alone. */
export function isInSharedReview(framework: Framework, school: Placed): boolean {
  return framework.sharedReview !== null && fits(framework.sharedReview.schools, school);
}

/** Every criterion and sign of concern that this kind of evidence speaks to: "what do you look at for governance?" */
export function criteriaAbout(framework: Framework, evidence: Evidence): readonly FoundCriterion[] {
  const signs = framework.concernIndicators.items.map((criterion) => ({ criterion }));
  const ofLevels = framework.levels.flatMap((level) =>
    [...(level.gate ?? []), ...level.criteria.items].map((criterion) => ({ criterion, level })),
  );
  return [...signs, ...ofLevels].filter(({ criterion }) => criterion.evidence.includes(evidence));
}
