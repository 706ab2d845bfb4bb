import { z } from 'zod';

/** A short lasting name inside a framework: "5", "intensive", "early-years". Never shown when a label exists. */
export const Key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, {
  message: 'must be a short name of letters, digits, dots, hyphens or underscores, with no spaces',
});
export type Key = z.infer<typeof Key>;

/** Words meant to be read. */
export const Words = z.string().trim().min(1);

/** Something a framework's texts were taken from. */
export const SourceDocument = z.strictObject({
  key: Key,
  /** As printed on it. */
  title: Words,
  /** As cited in an answer: "Strategy for Learning Improvement". */
  shortTitle: Words,
  /** As a reader would say it: "June 2013". */
  dated: Words,
  publisher: Words.optional(),
  /** `composed`: written for this project, published by nobody. */
  kind: z.enum(['published', 'legislation', 'guidance', 'practice', 'composed']),
  url: z.url().optional(),
  note: Words.optional(),
});
export type SourceDocument = z.infer<typeof SourceDocument>;

/** Where a text stands: a document by its key, and that document's own section or paragraph ("B5", "paragraph 15"). */
export const Source = z.strictObject({
  document: Key,
  section: Words,
  /** Present when the words are ours. Without it the text is the document's own wording, spelling and all. */
  summarised: z.literal(true).optional(),
});
export type Source = z.infer<typeof Source>;

/** A text and where it stands. */
export const Quote = z.strictObject({ text: Words, source: Source });
export type Quote = z.infer<typeof Quote>;

/**
 * How an answer names its source: "Strategy for Learning Improvement (June 2013), B5".
 * A document the list does not hold is named by its key; loading refuses such a file, so only hand-made data meets this.
 */
export function citation(within: { readonly sources: readonly SourceDocument[] }, source: Source): string {
  const document = within.sources.find((candidate) => candidate.key === source.document);
  const name = document ? `${document.shortTitle} (${document.dated})` : source.document;
  return `${name}, ${source.section}`;
}
