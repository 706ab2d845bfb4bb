import { citations } from '../../../core/citations.ts';
import type { Framework } from '../../../core/framework.ts';
import type { Level } from '../../../core/framework-levels.ts';
import { levelHeading } from '../../../core/level-heading.ts';
import { academicYearInWords, longDate, sentenceCase } from '../../../core/wording.ts';
import type { Applicability } from '../applicability.ts';
import { levelInSentence, levelOnRecord } from '../level-on-record.ts';
import type { Act, Communicated } from '../schema.ts';
import type { Voice } from '../voice.ts';
import type { Section } from './section.ts';

export interface LevelRecord {
  readonly year: string;
  readonly current?: Communicated;
  /** Last year's. */
  readonly previous?: Communicated;
  /** Present when the framework does not simply cover such a school. */
  readonly applicability?: Applicability;
}

/** The level a person recorded and has communicated, in its own words and plain ones. Never worked out, never guessed. */
export function levelSection(framework: Framework, record: LevelRecord, voice: Voice): Section {
  const word = framework.terms.level.singular;
  const base = { id: 'level', title: sentenceCase(word) } as const;
  const { current, applicability } = record;
  const covered = applicability ? [applicability.note] : [];
  if (!current) return { ...base, ...noneRecorded(framework, record, voice) };

  const level = levelOnRecord(framework, current);
  const facts = [...decided(current), ...before(framework, record.previous)];
  if (!level) {
    return {
      ...base,
      lead: `The ${word} on record is “${current.level}”, from an earlier framework (${current.framework}).`,
      facts,
      notes: [`I don’t hold what it meant there. ${canSay(voice)}`, ...covered],
      ...(applicability ? { source: citations(framework, [applicability.source]) } : {}),
    };
  }
  return {
    ...base,
    lead: levelHeading(level),
    facts,
    notes: [inPlainWords(level, voice), ...covered],
    source: citations(framework, [level.title.source, ...(applicability ? [applicability.source] : [])]),
  };
}

/** Plain words are written to the school; others read them as what the school is told. */
function inPlainWords(level: Level, voice: Voice): string {
  return voice.reader === 'own_school' ? level.plainEnglish : `As the school reads it: “${level.plainEnglish}”`;
}

function noneRecorded(
  framework: Framework,
  { year, previous, applicability }: LevelRecord,
  voice: Voice,
): Pick<Section, 'lead' | 'notes' | 'facts' | 'source'> {
  const word = framework.terms.level.singular;
  return {
    lead: `No ${word} has been recorded for ${academicYearInWords(year)}.`,
    notes: [
      ...(previous
        ? [`For ${academicYearInWords(previous.academicYear)} it was ${levelInSentence(framework, previous)}.`]
        : []),
      ...(applicability ? [applicability.note] : []),
      ...(applicability && applicability.rule !== 'by_agreement' ? [] : [whenDiscussed(voice)]),
    ],
    ...(applicability ? { source: citations(framework, [applicability.source]) } : {}),
  };
}

function whenDiscussed({ reader, adviser }: Voice): string {
  if (reader === 'adviser') return 'Nothing shows here until somebody records that the school has been told.';
  return `${sentenceCase(adviser)} can say when it will be discussed.`;
}

function canSay({ reader, adviser }: Voice): string {
  return reader === 'adviser' ? 'Your own papers from that time will say.' : `${sentenceCase(adviser)} can tell you.`;
}

function decided(assignment: Communicated): NonNullable<Section['facts']> {
  return [
    { title: 'Academic year', value: academicYearInWords(assignment.academicYear) },
    { title: 'Proposed', value: actInWords(assignment.proposed) },
    { title: 'Ratified', value: actInWords(assignment.ratified) },
    { title: 'Shared with the school', value: actInWords(assignment.communicated) },
  ];
}

function before(framework: Framework, previous: Communicated | undefined): NonNullable<Section['facts']> {
  if (!previous) return [];
  return [
    {
      title: `The year before (${academicYearInWords(previous.academicYear)})`,
      value: sentenceCase(levelInSentence(framework, previous)),
    },
  ];
}

function actInWords(act: Act): string {
  return `${longDate(act.at)}, by ${act.by}`;
}
