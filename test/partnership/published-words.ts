import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../src/core/framework-source.ts';

/** Finding a framework's quotations again in the documents they were taken from. */

const SOURCES = join(process.env.SHARED_DATA ?? '../shared/data', '..', 'sources');

const FILES: Record<string, string> = {
  'leeds-2013': 'leeds-2013-strategy-for-learning-improvement.txt',
  'leeds-2017': 'leeds-2017-role-of-learning-improvement.txt',
  'leicestershire-2015': 'leicestershire-2015-education-excellence-partnership.txt',
};

export const documentsArePresent = Object.values(FILES).every((file) => existsSync(join(SOURCES, file)));

/** Where each section begins in the text as it was scanned: B5's first table stands before its heading. */
const LEEDS_HEADINGS: readonly (readonly [string, RegExp])[] = [
  ['A2', /^## Section A2/m],
  ['A3', /^## Section A3/m],
  ['A4', /^# SECTION A4/m],
  ['A5', /^# SECTION 5/m],
  ['A6', /^# SECTION A6/m],
  ['A7', /^# Section A7/m],
  ['A8', /^## Section A8/m],
  ['A9', /^## Section A9/m],
  ['B1', /^# Appendix B1/m],
  ['B2', /^## Appendix B2/m],
  ['B3', /^# Appendix B3/m],
  ['B4', /^## \*\*Appendix B4/m],
  ['B5', /^<b>Outstanding and good schools \(Category 1\)/m],
];

/** True when the text stands in the very section it is said to stand in. */
export function occurs(text: string, source: Source): boolean {
  return comparable(sectionOf(source)).includes(comparable(text));
}

export function isFromDocument(source: Source): boolean {
  return source.summarised !== true && source.document in FILES;
}

/** Everything in a framework that claims to be a document's own wording. */
export function quotationsIn(value: unknown): readonly { readonly text: string; readonly source: Source }[] {
  if (Array.isArray(value)) return value.flatMap(quotationsIn);
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Record<string, unknown>;
  const source = fields.source as Source | undefined;
  const texts = [fields.text, ...('rule' in fields ? [fields.note] : []), ...printedList(fields)];
  const own = source && isFromDocument(source) ? texts.filter((text) => typeof text === 'string') : [];
  return [
    ...own.map((text) => ({ text, source: source as Source })),
    ...Object.values(fields).flatMap((inner) => quotationsIn(inner)),
  ];
}

function printedList(fields: Record<string, unknown>): readonly unknown[] {
  if (!Array.isArray(fields.groups) || !('aliases' in fields)) return [];
  return fields.groups.flatMap((group: { name?: string; items?: readonly string[] }) => [
    group.name,
    ...(group.items ?? []),
  ]);
}

/** The lines a section prints as a list or as paragraphs of a table. */
export function printedLines(source: Source): readonly string[] {
  const lines = sectionOf(source).matchAll(/<li>•(.*?)<\/li>|<p>(.*?)<\/p>/g);
  return [...lines].map(([, item, paragraph]) => comparable(item ?? paragraph ?? '')).filter((line) => line !== '');
}

function sectionOf(source: Source): string {
  const text = readFileSync(join(SOURCES, FILES[source.document] ?? ''), 'utf8');
  if (source.document === 'leeds-2013') return between(text, source.section);
  if (source.document === 'leeds-2017') return numbered(text, source.section);
  const paragraph = /^paragraph (\d+)/.exec(source.section)?.[1];
  return paragraph === undefined ? text : paragraphOf(text, Number(paragraph));
}

function between(text: string, section: string): string {
  const at = LEEDS_HEADINGS.findIndex(([name]) => name === section);
  const start = LEEDS_HEADINGS[at]?.[1].exec(text)?.index;
  if (start === undefined) throw new Error(`The strategy has no section ${section}`);
  return text.slice(start, LEEDS_HEADINGS[at + 1]?.[1].exec(text)?.index);
}

function numbered(text: string, section: string): string {
  const start = text.search(new RegExp(`^${section.replace('.', '\\.')} `, 'm'));
  const rest = text.slice(start + section.length);
  const end = rest.search(/^\d\.\d+ /m);
  if (start < 0) throw new Error(`The report has no section ${section}`);
  return end < 0 ? rest : rest.slice(0, end);
}

function paragraphOf(text: string, number: number): string {
  const start = text.search(new RegExp(`^${number}\\. `, 'm'));
  const end = text.search(new RegExp(`^${number + 1}\\. `, 'm'));
  if (start < 0) throw new Error(`The report has no paragraph ${number}`);
  return text.slice(start, end < 0 ? undefined : end);
}

/** Mark-up, kinds of quotation mark, and breaks of line and page make no difference. Words and spelling do. */
export function comparable(text: string): string {
  return text
    .replace(/<[^>]+>/g, ' ')
    .replace(/[*\\]/g, '')
    .replace(/[‘’“”"]/g, "'")
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
