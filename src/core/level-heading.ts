import type { Level } from './framework-levels.ts';
import { sentenceCase } from './wording.ts';

/** "Category 3: Schools that are improving and/or at risk"; the heading alone where it begins with the label. */
export function levelHeading(level: Pick<Level, 'label' | 'title'>): string {
  const title = sentenceCase(level.title.text);
  return title.toLowerCase().startsWith(level.label.toLowerCase()) ? title : `${level.label}: ${title}`;
}
