import type { Column } from '../reading/columns.ts';
import { type Areas, LEGACY_AREAS, OEIF_AREAS } from './areas.ts';
import {
  belongingColumns,
  type OfstedColumns,
  type OfstedLayout,
  schoolColumns,
  ungradedColumns,
  within,
} from './layout.ts';

/** Headings that some years of the same file write differently. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'Inspection start date': ['Inspection date'],
  'Safeguarding is effective?': ['Safeguarding is effective', 'Is safeguarding effective?'],
  'Outcomes for pupils': ['Outcomes for children and learners'],
  '16 to 19 study programmes': ['16 to 19 study programmes (where applicable)', '16 - 19 study programmes'],
};

function headed(heading: string, before?: string): Column {
  const place = (words: string) => (before === undefined ? words : within(before, words));
  return { names: [place(heading), ...(ALSO[heading] ?? []).map(place)] };
}

function areaColumns(block: 'graded' | 'previous', areas: Areas, before?: string): OfstedColumns {
  return Object.fromEntries(areas.map(([key, heading]) => [`${block}.${key}`, headed(heading, before)]));
}

function latest(areas: Areas): OfstedColumns {
  return {
    'graded.number': {
      names: [
        'Inspection number of latest graded inspection',
        'Inspection number of latest full inspection',
        'Inspection number',
      ],
    },
    'graded.kind': { names: ['Inspection type'] },
    'graded.date': { ...headed('Inspection start date'), required: true },
    'graded.published': headed('Publication date'),
    'graded.overall': { names: ['Overall effectiveness'] },
    'graded.concern': headed('Category of concern'),
    'graded.safeguarding': headed('Safeguarding is effective?'),
    ...belongingColumns('graded', ['the latest graded inspection', 'the latest full inspection']),
    ...areaColumns('graded', areas),
  };
}

function previous(areas: Areas): OfstedColumns {
  return {
    'previous.number': {
      names: ['Previous graded inspection number', 'Previous full inspection number', 'Previous inspection number'],
    },
    'previous.date': {
      names: ['Previous inspection start date', 'Previous full inspection start date', 'Previous full inspection date'],
    },
    'previous.published': { names: ['Previous publication date', 'Previous full publication date'] },
    'previous.overall': {
      names: [
        'Previous graded inspection overall effectiveness',
        'Previous full inspection overall effectiveness',
        'Previous overall effectiveness',
      ],
    },
    'previous.concern': headed('Category of concern', 'Previous'),
    'previous.safeguarding': headed('Safeguarding is effective?', 'Previous'),
    ...belongingColumns('previous', ['the previous graded inspection', 'the previous full inspection']),
    ...areaColumns('previous', areas, 'Previous'),
  };
}

/** September 2019 to autumn 2025. From September 2024 the overall grade says "Not judged", or its column is left out. */
export const OEIF: OfstedLayout = {
  name: 'Ofsted’s file of inspections (2019 to 2025)',
  era: 'oeif',
  columns: {
    ...schoolColumns,
    ...latest(OEIF_AREAS),
    'graded.quality': { names: ['Quality of education'], required: true },
    ...previous(OEIF_AREAS),
    ...ungradedColumns,
  },
};

/** September 2015 to August 2019, with a title above the header. */
export const LEGACY: OfstedLayout = {
  name: 'Ofsted’s file of inspections (2015 to 2019)',
  era: 'legacy',
  columns: {
    ...schoolColumns,
    ...latest(LEGACY_AREAS),
    'graded.overall': { names: ['Overall effectiveness'], required: true },
    'graded.teaching': { names: ['Quality of teaching, learning and assessment'], required: true },
    ...previous(LEGACY_AREAS),
  },
};
