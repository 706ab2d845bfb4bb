import { SchoolId } from '../core/ids.ts';
import type { Days } from './days.ts';
import type { Scene } from './scene.ts';

/** Invented Ofsted outcomes in the shapes the real file has, so that the demo shows every way of saying them. */
export function inspectionsOf(scene: Scene, days: Days): readonly (readonly [SchoolId, unknown])[] {
  return scene.inspections.map((entry) => {
    const school = scene.schools.find((candidate) => candidate.id === entry.school);
    const common = {
      date: days.on(-entry.daysAgo),
      published: days.on(-entry.daysAgo + 35),
      belongsTo: entry.predecessor
        ? { ...entry.predecessor, sameSchool: false }
        : { urn: school?.urn, name: school?.name, sameSchool: true },
    };
    return [
      SchoolId.parse(entry.school),
      {
        v: 1,
        school: entry.school,
        urn: school?.urn,
        fileAsAt: days.on(-30),
        fileAsAtFrom: 'told',
        inspections: [{ ...common, ...outcomeOf(entry) }],
      },
    ] as const;
  });
}

function outcomeOf(entry: Scene['inspections'][number]) {
  const judged = entry.areas.map(([area, grade]) => ({ area, judgement: { is: 'grade', text: grade } }));
  const safeguarding = entry.safeguarding ? { is: 'grade', text: entry.safeguarding } : { is: 'not_recorded' };
  const categoryOfConcern = entry.concern ? { is: 'named', code: entry.concern } : { is: 'none' };
  switch (entry.scheme) {
    case 'ungraded':
      return { scheme: 'ungraded', outcome: entry.outcome };
    case 'report_card':
      return { scheme: 'report_card', areas: judged, safeguarding: { judgement: safeguarding }, categoryOfConcern };
    case 'oeif_graded':
      return {
        scheme: 'oeif_graded',
        overall: entry.overall === 'Not judged' ? { is: 'not_judged' } : { is: 'grade', text: entry.overall },
        judgements: judged,
        safeguarding,
        categoryOfConcern,
      };
  }
}
