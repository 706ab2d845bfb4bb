import type { Framework } from '../../../core/framework.ts';
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
    return {
      ...base,
      lead: 'I hold nothing from Ofsted about this school.',
      facts: [],
      lists: [],
      notes: ['Ofsted’s own site has its reports.'],
      source: '',
    };
  }
  const [latest, ...earlier] = record.inspections;
  const source = `Ofsted management information, as at ${longDate(record.fileAsAt)}`;
  if (!latest) return { ...base, lead: 'No inspection is recorded.', facts: [], lists: [], notes: [], source };
  return {
    ...base,
    lead: `Latest: ${headline(framework, latest)}`,
    facts: latestFacts(framework, latest),
    lists:
      earlier.length > 0
        ? [
            {
              heading: 'Before that',
              items: earlier.map((inspection) => withPredecessor(headline(framework, inspection), inspection)),
            },
          ]
        : [],
    notes: [...predecessorNote(latest), ...reportCardNote(latest)],
    source,
  };
}

function headline(framework: Framework, inspection: Inspection): string {
  const on = longDate(inspection.date);
  switch (inspection.scheme) {
    case 'report_card':
      return `report card, inspected ${on}.`;
    case 'ungraded':
      return `ungraded inspection, ${on}${inspection.outcome ? `: ${inspection.outcome}` : ''}.`;
    case 'oeif_graded':
    case 'legacy_graded':
      return `graded inspection, ${on}: overall effectiveness ${judgementInWords(schemeOf(framework, inspection), inspection.overall)}.`;
  }
}

function latestFacts(framework: Framework, inspection: Inspection): Section['facts'] {
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
): Section['facts'] {
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

function concern(scheme: InspectionScheme | undefined, category: CategoryOfConcern): Section['facts'] {
  if (category.is === 'not_recorded') return [];
  const title = 'Ofsted category of concern';
  if (category.is === 'none') return [{ title, value: 'None' }];
  const named = scheme?.concernCategories.find((candidate) => candidate.code === category.code);
  return [{ title, value: named?.label ?? category.code }];
}

function schemeOf(framework: Framework, inspection: Inspection): InspectionScheme | undefined {
  const key = { report_card: 'report_card', oeif_graded: 'oeif', legacy_graded: 'legacy', ungraded: 'oeif' }[
    inspection.scheme
  ];
  return framework.inspectionSchemes.find((scheme) => scheme.key === key);
}

function withPredecessor(text: string, inspection: Inspection): string {
  return [text, ...predecessorNote(inspection)].join(' ');
}

function predecessorNote(inspection: Inspection): readonly string[] {
  const { belongsTo } = inspection;
  if (belongsTo.sameSchool) return [];
  const before = belongsTo.name ? `${belongsTo.name} (URN ${belongsTo.urn})` : `URN ${belongsTo.urn}`;
  return [`That outcome was given to the predecessor school, ${before}.`];
}

function reportCardNote(inspection: Inspection): readonly string[] {
  return inspection.scheme === 'report_card'
    ? ['A report card has no overall grade, and its grades do not compare with the older ones.']
    : [];
}
