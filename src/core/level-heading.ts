import type { Level } from './framework-levels.ts';
import { sentenceCase } from './wording.ts';

/** "Category 3: Schools that are improving and/or at risk"; the label alone where the published heading is the same words. */
export function levelHeading(level: Pick<Level, 'label' | 'title'>): string {
  const title = sentenceCase(level.title.text);
  return title.toLowerCase() === level.label.toLowerCase() ? level.label : `${level.label}: ${title}`;
}
