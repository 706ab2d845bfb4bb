import type { Temporal } from 'temporal-polyfill';
import { citations } from '../../../core/citations.ts';
import type { Framework } from '../../../core/framework.ts';
import type { Level } from '../../../core/framework-levels.ts';
import { termlyFocusFor } from '../../../core/framework-lookups.ts';
import { SchoolTerm } from '../../../core/framework-process.ts';
import type { Source } from '../../../core/framework-source.ts';
import type { School } from '../../../core/school.ts';
import { visitConflicts } from '../../../core/visit-conflicts.ts';
import { academicYearInWords, counted, dayAndDate, listed, longDate, sentenceCase } from '../../../core/wording.ts';
import {
  awaitingRecord,
  balanceInWords,
  recordedIn,
  type Visit,
  type VisitLedger,
  visitsSoFar,
} from '../../visits/index.ts';
import type { Plan } from '../schema.ts';
import type { Voice } from '../voice.ts';
import type { Section } from './section.ts';

export interface VisitsOnRecord {
  readonly school: Pick<School, 'governance' | 'phase'>;
  readonly level: Level | undefined;
  readonly ledger: VisitLedger;
  readonly last: Visit | undefined;
  readonly next: Visit | undefined;
  readonly plan: Plan | undefined;
  readonly today: Temporal.PlainDate;
}

/** Promised, recorded, left and next, with every published statement the promise rests on, contradictions included. */
export function visitsSection(framework: Framework, record: VisitsOnRecord, voice: Voice): Section {
  const { level, ledger, today } = record;
  const unit = framework.terms.visitUnit;
  const base = { id: 'visits', title: 'Visits' } as const;
  if (!level) {
    const recorded = counted(recordedIn('half_day', ledger, today), HALF_DAY);
    return {
      ...base,
      lead: `With no ${framework.terms.level.singular} on record, no number of visits is promised; ${recorded} recorded this year.`,
      facts: diary(record),
    };
  }
  const { balance, recorded, beside } = visitsSoFar(level.visits, ledger, today, record.plan?.statedHalfDays);
  const said = balanceInWords(balance, { unit, adviser: voice.adviser, entitlement: level.visits });
  const focus = focusInWords(framework, record.school, level);
  const conflicts = visitConflicts(framework, level)
    .filter((conflict) => conflict.levels.length === 1)
    .map((conflict) => conflict.answer);
  // With no number to go by, what the documents say is all there is to say: both sides of it.
  const undecided = balance.mode === 'set_by_plan' && balance.stated === undefined;
  return {
    ...base,
    lead: said.sentence,
    ...(undecided ? { aloud: [said.sentence, ...conflicts].join(' ') } : {}),
    facts: [
      {
        title: `${balance.mode === 'up_to' ? 'Allowed' : 'Promised'} in ${academicYearInWords(ledger.academicYear)}`,
        value: said.promised,
      },
      { title: 'Recorded so far', value: counted(recorded, unit) },
      { title: 'Left', value: said.left },
      ...(beside > 0 ? [{ title: 'Also had, not counted', value: counted(beside, unit) }] : []),
      ...diary(record),
    ],
    lists: background(framework, level, focus.items),
    notes: undecided ? conflicts : [],
    footnotes: [...(undecided ? [] : conflicts), ...ruled(level)],
    source: citations(framework, [
      ...level.visits.statements.map((statement) => statement.source),
      ...focus.sources,
      ...(framework.tradedSupport ? [framework.tradedSupport.source] : []),
    ]),
  };
}

function background(framework: Framework, level: Level, focus: readonly string[]): NonNullable<Section['lists']> {
  const published = level.visits.statements.map(({ text, source }) => `“${text}” (${source.section})`);
  const more = framework.tradedSupport ? [`“${framework.tradedSupport.text}”`] : [];
  return [
    { heading: 'What the strategy says', items: published, folded: true as const },
    { heading: 'What visits look at', items: focus, folded: true as const },
    { heading: 'Having more than that', items: more, folded: true as const },
  ].filter((list) => list.items.length > 0);
}

/** What a ledger is kept in, for schools no level gives another unit to. */
const HALF_DAY = { singular: 'half-day', plural: 'half-days' };

function ruled(level: Level): readonly string[] {
  const { ruling } = level.visits;
  return ruling ? [`Ruled by the ${ruling.by} on ${longDate(ruling.on)}.${ruling.note ? ` ${ruling.note}` : ''}`] : [];
}

function focusInWords(framework: Framework, school: VisitsOnRecord['school'], level: Level) {
  const terms = new Map<string, { terms: SchoolTerm[]; source: Source }>();
  for (const term of SchoolTerm.options) {
    for (const { text, source } of termlyFocusFor(framework, { school, term, level: level.key })) {
      const known = terms.get(text) ?? { terms: [], source };
      terms.set(text, { ...known, terms: [...known.terms, term] });
    }
  }
  return {
    items: [...terms].map(([text, focus]) =>
      focus.terms.length === SchoolTerm.options.length
        ? `All year: “${text}”`
        : `${sentenceCase(listed(focus.terms))}: “${text}”`,
    ),
    sources: [...terms.values()].map((focus) => focus.source),
  };
}

function diary({ ledger, last, next, today }: VisitsOnRecord): NonNullable<Section['facts']> {
  const waiting = awaitingRecord(ledger, today);
  return [
    { title: 'Last visit', value: last ? visitInWords(last) : 'None recorded' },
    ...(waiting.length > 0
      ? [{ title: 'Planned, not yet recorded', value: listed(waiting.map((visit) => longDate(visit.date))) }]
      : []),
    { title: 'Next visit', value: next ? visitInWords(next) : 'None in the diary yet' },
  ];
}

function visitInWords(visit: Visit): string {
  return visit.focus ? `${dayAndDate(visit.date)}: ${visit.focus}` : dayAndDate(visit.date);
}
