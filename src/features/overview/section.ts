import type { JsonObject } from '../../core/store.ts';
import { bar, partBar } from './bar.ts';

/** One line of a section: words, what stands beside them, and how long its bar is, where it is part of a chart. */
export interface Line {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
  readonly size?: number;
  /** What the bar is a part of, where that is not the longest bar beside it. */
  readonly outOf?: number;
}

export interface Section {
  readonly heading: string;
  readonly note?: string;
  readonly lines: readonly Line[];
}

/** Of a chart whose numbers are all small: one request is no long bar. */
const LEAST_SCALE = 5;

/** A section as its card wants it: each bar drawn to the longest of its section. */
export function sectionData({ heading, note = '', lines }: Section): JsonObject {
  const largest = Math.max(LEAST_SCALE, ...lines.map(({ size = 0 }) => size));
  return {
    heading,
    note,
    hasNote: note !== '',
    lines: lines.map(({ label, value, detail = '', size = 0, outOf }) => {
      const drawn = outOf === undefined ? bar(size, largest) : partBar(size, outOf);
      return { label, value, detail, hasDetail: detail !== '', bar: drawn, hasBar: drawn !== '' };
    }),
  };
}

/** The same in words alone: "Where requests are: Picked up 3; Under way 2." */
export function sectionInWords({ heading, note = '', lines }: Section): string {
  const said = lines.map(({ label, value }) => `${label} ${value}`).join('; ');
  return `${heading}: ${said === '' ? note : said}`.replace(/[.:]?$/, '.');
}
