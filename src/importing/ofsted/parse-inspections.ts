import { Urn } from '../../core/ids.ts';
import type { InspectedSchool, Inspection } from '../../core/inspection.ts';
import type { Row } from '../reading/row.ts';
import { type Areas, LEGACY_AREAS, OEIF_AREAS, REPORT_CARD_AREAS } from './areas.ts';
import { NO_SUCH, newestFirst, readConcern, readGrade, readJudgement } from './judgement.ts';
import type { Block, OfstedColumn, OfstedLayout } from './layout.ts';

/** The framework that a graded inspection was made under. */
const OEIF_FROM = '2019-09-01';

/** Every inspection one row tells of, newest first. Empty: the school has not been inspected. */
export function parseInspections(row: Row<OfstedColumn>, era: OfstedLayout['era'], urn: Urn): readonly Inspection[] {
  const inspections =
    era === 'renewed'
      ? [reportCard(row, urn), graded(row, 'graded', OEIF_AREAS, urn), ungraded(row, urn)]
      : [graded(row, 'graded', areasOf(era), urn), graded(row, 'previous', areasOf(era), urn), ungraded(row, urn)];
  return newestFirst(inspections.filter((inspection) => inspection !== undefined));
}

function areasOf(era: 'oeif' | 'legacy'): Areas {
  return era === 'oeif' ? OEIF_AREAS : LEGACY_AREAS;
}

function reportCard(row: Row<OfstedColumn>, urn: Urn): Inspection | undefined {
  const common = commonFacts(row, 'card', urn);
  return (
    common && {
      ...common,
      scheme: 'report_card',
      areas: REPORT_CARD_AREAS.filter(([key]) => row.has(`card.${key}`)).map(([key, area]) => ({
        area,
        judgement: readJudgement(row, `card.${key}`),
        ...dated(row.date(`card.${key}.date`)),
      })),
      safeguarding: {
        judgement: readJudgement(row, 'card.safeguarding'),
        ...dated(row.date('card.safeguarding.date')),
      },
      categoryOfConcern: readConcern(row, 'card.concern'),
    }
  );
}

function graded(row: Row<OfstedColumn>, block: 'graded' | 'previous', areas: Areas, urn: Urn): Inspection | undefined {
  const common = commonFacts(row, block, urn);
  if (!common) return undefined;
  return {
    ...common,
    scheme: common.date < OEIF_FROM ? 'legacy_graded' : 'oeif_graded',
    overall: readGrade(row, `${block}.overall`),
    judgements: areas
      .filter(([key]) => row.has(`${block}.${key}`))
      .map(([key, area]) => ({ area, judgement: readGrade(row, `${block}.${key}`) })),
    safeguarding: readJudgement(row, `${block}.safeguarding`),
    categoryOfConcern: readConcern(row, `${block}.concern`),
  };
}

function ungraded(row: Row<OfstedColumn>, urn: Urn): Inspection | undefined {
  const common = commonFacts(row, 'ungraded', urn);
  const outcome = row.text('ungraded.outcome');
  return common && { ...common, scheme: 'ungraded', ...(outcome === undefined ? {} : { outcome }) };
}

/** `undefined` when the file says there was no such inspection, or when the row had to be refused. */
function commonFacts(row: Row<OfstedColumn>, block: Block, urn: Urn) {
  const number = row.text(`${block}.number`);
  const date = row.date(`${block}.date`);
  if (date === undefined) {
    const printed = row.printed(`${block}.date`);
    const absent = printed === undefined || printed === '' || printed === NO_SUCH;
    if (absent && number !== undefined) row.refuse(`${block}.date`, 'There is an inspection number but no date.');
    return undefined;
  }
  const kind = row.text(`${block}.kind`);
  const published = row.date(`${block}.published`);
  return {
    ...(number === undefined ? {} : { number }),
    ...(kind === undefined ? {} : { kind }),
    date,
    ...(published === undefined ? {} : { published }),
    belongsTo: belongsTo(row, block, urn),
  };
}

/** Without the columns that say so, an inspection is of the school it is listed under. */
function belongsTo(row: Row<OfstedColumn>, block: Block, urn: Urn): InspectedSchool {
  const printed = row.text(`${block}.urn`);
  const inspected = printed === undefined ? urn : Urn.safeParse(printed).data;
  if (inspected === undefined) row.refuse(`${block}.urn`, 'A URN has six digits.');
  const name = row.text(`${block}.name`);
  const type = row.text(`${block}.type`);
  const relates = row.text(`${block}.relates`)?.toLowerCase();
  return {
    urn: inspected ?? urn,
    ...(name === undefined ? {} : { name }),
    ...(type === undefined ? {} : { type }),
    sameSchool: relates === undefined ? inspected === urn : relates === 'yes',
  };
}

function dated(date: string | undefined): { date?: string } {
  return date === undefined ? {} : { date };
}
