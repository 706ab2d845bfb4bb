import type { Column } from '../reading/columns.ts';
import { OEIF_AREAS, REPORT_CARD_AREAS } from './areas.ts';
import {
  belongingColumns,
  type OfstedColumns,
  type OfstedLayout,
  schoolColumns,
  ungradedColumns,
  within,
} from './layout.ts';

/** Ofsted has called the day of each area's judgement by two names. */
function judgedOn(heading: string): Column {
  return { names: [`${heading} - date of judgement`, `${heading} - date of grade`] };
}

const card: OfstedColumns = {
  'card.number': { names: ['Inspection number of latest full inspection'], required: true },
  'card.kind': { names: ['Inspection type'] },
  'card.date': { names: ['Inspection start date'], required: true },
  'card.published': { names: ['Publication date'] },
  'card.concern': { names: ['Category of concern'], required: true },
  'card.safeguarding': { names: ['Safeguarding standards'], required: true },
  'card.safeguarding.date': judgedOn('Safeguarding standards'),
  ...belongingColumns('card', ['the latest full inspection']),
  ...Object.fromEntries(
    REPORT_CARD_AREAS.flatMap(([key, heading]): [string, Column][] => [
      [`card.${key}`, { names: [heading], required: true }],
      [`card.${key}.date`, judgedOn(heading.replace(' (where applicable)', ''))],
    ]),
  ),
};

const graded: OfstedColumns = {
  'graded.number': { names: ['Inspection number of latest OEIF graded inspection'] },
  'graded.kind': { names: ['Inspection type of latest OEIF graded inspection'] },
  'graded.date': { names: ['Inspection start date of latest OEIF graded inspection'], required: true },
  'graded.published': { names: ['Publication date of latest OEIF graded inspection'] },
  'graded.concern': { names: ['Latest OEIF category of concern'] },
  'graded.overall': { names: ['Latest OEIF overall effectiveness'], required: true },
  'graded.safeguarding': { names: ['Latest OEIF safeguarding is effective?'] },
  ...belongingColumns('graded', ['the latest OEIF graded inspection']),
  ...Object.fromEntries(
    OEIF_AREAS.map(([key, heading]): [string, Column] => [
      `graded.${key}`,
      { names: [within('Latest OEIF', heading)] },
    ]),
  ),
};

/** From November 2025: report cards, with the last inspection under the earlier framework beside them. */
export const RENEWED: OfstedLayout = {
  name: 'Ofsted’s file of latest inspections (from November 2025)',
  era: 'renewed',
  columns: {
    ...schoolColumns,
    ...card,
    ...graded,
    ...ungradedColumns,
    concern: { names: ['Most recent category of concern'] },
  },
};
