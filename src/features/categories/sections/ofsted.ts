import { Temporal } from 'temporal-polyfill';
import type { Framework } from '../../../core/framework.ts';
import { inspectionSchemeOn } from '../../../core/framework-lookups.ts';
import type { InspectionScheme } from '../../../core/framework-vocabulary.ts';
import type { CategoryOfConcern, Inspection, InspectionRecord, Judgement } from '../../../core/inspection.ts';
import { longDate } from '../../../core/wording.ts';
import type { Section } from './section.ts';

/**
 * Ofsted's outcomes in Ofsted's own words, each with its day and the day the file speaks for. Report cards have no overall
 * grade and get none; old and new grades are never set side by side as if they compared (domain.md §19, §25 no. 14-16).
 */
export function ofstedSection(framework: Framework, record: InspectionRecord | undefined): Section {
  const base = { id: 'ofsted', title: 'Ofsted' } as const;
  if (!record) {
    return { ...base, lead: 'I hold nothing from Ofsted about this school. Its reports are on Ofsted’s own site.' };
  }
  const site = record.link ? { link: { label: 'Reports on Ofsted’s site', url: record.link } } : {};
  // An ungraded inspection may be older than the graded one: only the dates say which comes first.
  const [latest, ...earlier] = record.inspections.toSorted((a, b) => b.date.localeCompare(a.date));
  if (!latest) return { ...base, lead: 'No inspection is recorded.', source: asAt(record), ...site };
  return {
    ...base,
    lead: headline(framework, latest),
    aloud: [headline(framework, latest), ...predecessorNote(latest), `${asAt(record)}.`].join(' '),
    notes: [...predecessorNote(latest), ...(latest.scheme === 'report_card' ? [NO_COMPARING] : [])],
    facts: latestFacts(framework, latest),
    lists:
      earlier.length > 0
        ? [
            {
              heading: 'Before that',
              items: earlier.map((each) => [headline(framework, each), ...predecessorNote(each)].join(' ')),
            },
          ]
        : [],
    source: asAt(record),
    ...site,
  };
}

/** A day known only from the newest entry is no promise that nothing has happened since. */
function asAt({ fileAsAt, fileAsAtFrom }: InspectionRecord): string {
  const day = longDate(fileAsAt);
  return fileAsAtFrom === 'newest_publication'
    ? `Ofsted management information; its newest entry is of ${day}`
    : `Ofsted management information, as at ${day}`;
}

const NO_COMPARING = 'The grades of a report card do not compare with the older ones.';

function headline(framework: Framework, inspection: Inspection): string {
  const on = longDate(inspection.date);
  switch (inspection.scheme) {
    case 'report_card':
      return `Report card, inspected ${on}. It has no overall grade.`;
    case 'ungraded':
      return `Ungraded inspection, ${on}${inspection.outcome ? `: ${inspection.outcome}` : ''}.`;
    case 'oeif_graded':
    case 'legacy_graded':
      return `Graded inspection, ${on}. ${overall(schemeOf(framework, inspection), inspection.overall)}`;
  }
}

function overall(scheme: InspectionScheme | undefined, judgement: Judgement): string {
  if (judgement.is !== 'not_judged') return `Overall effectiveness: ${judgementInWords(scheme, judgement)}.`;
  const ended = scheme?.overallGrade?.until;
  return `No overall grade.${ended ? ` Ofsted stopped giving one after ${longDate(ended)}.` : ''}`;
}

function latestFacts(framework: Framework, inspection: Inspection): NonNullable<Section['facts']> {
  const scheme = schemeOf(framework, inspection);
  switch (inspection.scheme) {
    case 'report_card':
      return [
        ...judged(scheme, inspection.areas),
        { title: 'Safeguarding standards', value: judgementInWords(scheme, inspection.safeguarding.judgement) },
        ...concern(scheme, inspection.categoryOfConcern),
      ];
    case 'ungraded':
      return [];
    case 'oeif_graded':
    case 'legacy_graded':
      return [
        ...judged(scheme, inspection.judgements),
        { title: 'Safeguarding effective', value: judgementInWords(scheme, inspection.safeguarding) },
        ...concern(scheme, inspection.categoryOfConcern),
      ];
  }
}

function judged(
  scheme: InspectionScheme | undefined,
  areas: readonly { readonly area: string; readonly judgement: Judgement }[],
): NonNullable<Section['facts']> {
  return areas
    .filter(({ judgement }) => judgement.is === 'grade' || judgement.is === 'not_judged')
    .map(({ area, judgement }) => ({ title: area, value: judgementInWords(scheme, judgement) }));
}

function judgementInWords(scheme: InspectionScheme | undefined, judgement: Judgement): string {
  switch (judgement.is) {
    case 'grade': {
      const grade = scheme?.grades.find((candidate) => candidate.code === judgement.text);
      return grade ? `${grade.label} (${judgement.text})` : judgement.text;
    }
    case 'not_judged':
      return 'Not judged';
    case 'not_applicable':
      return 'Not applicable';
    case 'not_recorded':
      return 'Not recorded';
  }
}

function concern(scheme: InspectionScheme | undefined, category: CategoryOfConcern): NonNullable<Section['facts']> {
  if (category.is === 'not_recorded') return [];
  const title = 'Ofsted category of concern';
  if (category.is === 'none') return [{ title, value: 'None' }];
  const named = scheme?.concernCategories.find((candidate) => candidate.code === category.code);
  return [{ title, value: named?.label ?? category.code }];
}

/** The scheme in force on the day: a 3 was "Satisfactory" until August 2012 and "Requires improvement" after. */
function schemeOf(framework: Framework, inspection: Inspection): InspectionScheme | undefined {
  return inspectionSchemeOn(framework, Temporal.PlainDate.from(inspection.date));
}

function predecessorNote({ belongsTo }: Inspection): readonly string[] {
  if (belongsTo.sameSchool) return [];
  const before = belongsTo.name ? `${belongsTo.name} (URN ${belongsTo.urn})` : `URN ${belongsTo.urn}`;
  return [`That outcome was given to the predecessor school, ${before}.`];
}
