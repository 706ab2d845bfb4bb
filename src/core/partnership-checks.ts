import { checkAlliances } from './alliance-checks.ts';
import type { Framework } from './framework.ts';
import { type Misfit, repeated } from './misfits.ts';
import type { Partnership } from './partnership.ts';
import { HALF_TERM_KEYS, type YearDates } from './term-dates.ts';
import { withoutQuiet } from './working-time.ts';

/** What must hold between a partnership's parts, and between it and its framework. Empty when all is well. */
export function checkPartnership(partnership: Partnership, framework: Framework): readonly Misfit[] {
  return [
    ...repeated(partnership.areas, 'areas', 'key'),
    ...repeated(partnership.reviewGroups, 'reviewGroups', 'key'),
    ...repeated(partnership.schoolDates, 'schoolDates', 'school'),
    ...repeated(partnership.pots, 'pots', 'key'),
    ...checkAlliances(partnership.alliances),
    ...checkGroups(partnership, framework),
    ...checkOverrides(partnership, framework),
    ...checkTermDates(partnership),
    ...checkHours(partnership),
    ...partnership.schoolDates.flatMap((entry, i) => checkYears(entry.years, `schoolDates[${i}].years`)),
  ];
}

function checkGroups(partnership: Partnership, framework: Framework): readonly Misfit[] {
  const kinds = framework.groups.map((kind) => kind.key);
  const areas = partnership.areas.map((area) => area.key);
  return partnership.reviewGroups.flatMap((group, i) => [
    ...(kinds.includes(group.frameworkGroup)
      ? []
      : [
          {
            path: `reviewGroups[${i}].frameworkGroup`,
            problem: `the framework ${framework.id} has no group "${group.frameworkGroup}"`,
            remedy: `Use one of: ${kinds.join(', ')}.`,
          },
        ]),
    ...(group.areas ?? []).flatMap((area, a) =>
      areas.includes(area)
        ? []
        : [
            {
              path: `reviewGroups[${i}].areas[${a}]`,
              problem: `there is no area "${area}"`,
              remedy: `Add it to areas, or use one of: ${areas.join(', ')}.`,
            },
          ],
    ),
  ]);
}

function checkOverrides(partnership: Partnership, framework: Framework): readonly Misfit[] {
  const levels = framework.levels.map((level) => level.key);
  return partnership.overrides.flatMap((override, i) =>
    'level' in override && !levels.includes(override.level)
      ? [
          {
            path: `overrides[${i}].level`,
            problem: `the framework ${framework.id} has no ${framework.terms.level.singular} "${override.level}"`,
            remedy: `Use one of: ${levels.join(', ')}.`,
          },
        ]
      : [],
  );
}

function checkHours({ workingHours, quietHours }: Partnership): readonly Misfit[] {
  if (withoutQuiet(workingHours, quietHours).length > 0) return [];
  const problem = `they leave nothing of the working hours, ${workingHours.from} to ${workingHours.to}`;
  return [
    { path: 'quietHours', problem, remedy: 'Leave some hours of the working day in which people are written to.' },
  ];
}

function checkTermDates(partnership: Partnership): readonly Misfit[] {
  const { termDates } = partnership;
  if (termDates.from === 'published') return checkYears(termDates.years, 'termDates.years');
  return partnership.demo
    ? []
    : [
        {
          path: 'termDates.from',
          problem: '"usual_pattern" makes dates up, which only the demonstration may do',
          remedy: 'Write "published" and list the authority’s own dates for each year.',
        },
      ];
}

function checkYears(years: readonly YearDates[], at: string): readonly Misfit[] {
  return [...repeated(years, at, 'academicYear'), ...years.flatMap((year, y) => checkHalfTerms(year, `${at}[${y}]`))];
}

function checkHalfTerms(year: YearDates, at: string): readonly Misfit[] {
  const firstDay = `${year.academicYear.slice(0, 4)}-09-01`;
  const lastDay = `${Number(year.academicYear.slice(0, 4)) + 1}-08-31`;
  return year.halfTerms.flatMap((half, h): readonly Misfit[] => {
    const path = `${at}.halfTerms[${h}]`;
    const before = year.halfTerms[h - 1];
    const remedy = 'Check the authority’s published dates.';
    if (half.key !== HALF_TERM_KEYS[h]) {
      const problem = `expected ${HALF_TERM_KEYS[h]} here and found ${half.key}`;
      return [{ path: `${path}.key`, problem, remedy: `List them in order: ${HALF_TERM_KEYS.join(', ')}.` }];
    }
    if (half.start < firstDay || half.end > lastDay) {
      const problem = `${half.start} to ${half.end} is not in the academic year ${year.academicYear}`;
      return [{ path, problem, remedy }];
    }
    if (half.end < half.start) {
      return [{ path: `${path}.end`, problem: `${half.end} is before its start, ${half.start}`, remedy }];
    }
    if (before && half.start <= before.end) {
      const problem = `${half.start} is not after the end of ${before.key}, ${before.end}`;
      return [{ path: `${path}.start`, problem, remedy }];
    }
    return [];
  });
}
