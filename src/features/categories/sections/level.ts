import type { Framework } from '../../../core/framework.ts';
import { levelByKey } from '../../../core/framework-lookups.ts';
import { citation } from '../../../core/framework-source.ts';
import { academicYearInWords, longDate, sentenceCase } from '../../../core/wording.ts';
import type { Act, Communicated, Superseded } from '../schema.ts';
import type { Section } from './section.ts';

export interface LevelOnRecord {
  readonly year: string;
  readonly current?: Communicated;
  /** Last year's, read only when this year has none. */
  readonly previous?: Communicated | Superseded;
}

/** The level a person recorded and has communicated, in its own words and plain ones. Never worked out, never guessed. */
export function levelSection(framework: Framework, record: LevelOnRecord): Section {
  const word = framework.terms.level.singular;
  const base = { id: 'level', title: sentenceCase(word), lists: [] } as const;
  const { current } = record;
  if (!current) return { ...base, ...noneRecorded(framework, record), facts: [], source: '' };

  const level = levelByKey(framework, current.level);
  if (!level) {
    return {
      ...base,
      lead: `The ${word} on record is “${current.level}”, from an earlier framework (${current.framework}).`,
      facts: decided(current),
      notes: [],
      source: '',
    };
  }
  return {
    ...base,
    lead: `${level.label}: ${level.title.text}`,
    facts: decided(current),
    notes: [level.plainEnglish],
    source: citation(framework, level.title.source),
  };
}

function noneRecorded(framework: Framework, record: LevelOnRecord): Pick<Section, 'lead' | 'notes'> {
  const word = framework.terms.level.singular;
  const lead = `No ${word} has been recorded for ${academicYearInWords(record.year)}.`;
  if (!record.previous) return { lead, notes: ['Your adviser can tell you when it will be discussed with you.'] };
  const before = levelByKey(framework, record.previous.level);
  return {
    lead,
    notes: [
      `For ${academicYearInWords(record.previous.academicYear)} it was ${before ? before.inSentence : record.previous.level}.`,
    ],
  };
}

function decided(assignment: Communicated): Section['facts'] {
  return [
    { title: 'Academic year', value: academicYearInWords(assignment.academicYear) },
    { title: 'Proposed', value: actInWords(assignment.proposed) },
    { title: 'Ratified', value: actInWords(assignment.ratified) },
    { title: 'Shared with the school', value: actInWords(assignment.communicated) },
  ];
}

function actInWords(act: Act): string {
  return `${longDate(act.at)}, by ${act.by}`;
}
