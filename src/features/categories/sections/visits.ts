import type { Temporal } from 'temporal-polyfill';
import type { Framework } from '../../../core/framework.ts';
import type { Level } from '../../../core/framework-levels.ts';
import { conflictsAbout } from '../../../core/framework-lookups.ts';
import { citation } from '../../../core/framework-source.ts';
import { visitBalance } from '../../../core/framework-visits.ts';
import { academicYearInWords, counted, dayAndDate } from '../../../core/wording.ts';
import {
  balanceInWords,
  lastVisit,
  nextVisit,
  recordedHalfDays,
  uncountedHalfDays,
  type Visit,
  type VisitLedger,
} from '../../visits/index.ts';
import type { Plan } from '../schema.ts';
import type { Section } from './section.ts';

interface VisitsOnRecord {
  readonly level: Level | undefined;
  readonly ledger: VisitLedger;
  readonly plan: Plan | undefined;
  readonly today: Temporal.PlainDate;
}

/** Promised, recorded, left and next, with every published statement the promise rests on, contradictions included. */
export function visitsSection(framework: Framework, record: VisitsOnRecord): Section {
  const { level, ledger, today } = record;
  const recorded = recordedHalfDays(ledger, today);
  const unit = framework.terms.visitUnit;
  const base = { id: 'visits', title: 'Visits' } as const;
  if (!level) {
    return {
      ...base,
      lead: `With no ${framework.terms.level.singular} on record, no number of visits is promised; ${counted(recorded, unit)} recorded this year.`,
      facts: diary(ledger, today),
      lists: [],
      notes: [],
      source: '',
    };
  }
  const said = balanceInWords(framework, visitBalance(level.visits, recorded, record.plan?.statedHalfDays));
  const extra = uncountedHalfDays(ledger, today);
  return {
    ...base,
    lead: said.sentence,
    facts: [
      { title: `Promised in ${academicYearInWords(ledger.academicYear)}`, value: said.promised },
      { title: 'Recorded so far', value: counted(recorded, unit) },
      { title: 'Left', value: said.left },
      ...(extra > 0 ? [{ title: 'Also had, not counted', value: counted(extra, unit) }] : []),
      ...diary(ledger, today),
    ],
    lists: [
      {
        heading: 'What the strategy says',
        items: level.visits.statements.map(
          (statement) => `“${statement.text}” (${citation(framework, statement.source)})`,
        ),
      },
    ],
    notes: [
      ...conflictsAbout(framework, level.key)
        .filter((conflict) => conflict.subject.toLowerCase().includes('visit'))
        .map((conflict) => conflict.answer),
    ],
    source: '',
  };
}

function diary(ledger: VisitLedger, today: Temporal.PlainDate): Section['facts'] {
  const last = lastVisit(ledger, today);
  const next = nextVisit(ledger, today);
  return [
    { title: 'Last visit', value: last ? visitInWords(last) : 'None recorded this year' },
    { title: 'Next visit', value: next ? visitInWords(next) : 'None in the diary yet' },
  ];
}

function visitInWords(visit: Visit): string {
  return visit.focus ? `${dayAndDate(visit.date)}: ${visit.focus}` : dayAndDate(visit.date);
}
