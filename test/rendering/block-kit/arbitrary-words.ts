// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written so.
import fc from 'fast-check';
import { plain } from '../../../src/rendering/plain-text.ts';

/** A card, and everything it tells a reader, each as it was meant and not as it is written. */
export interface Told<Value = object> {
  readonly value: Value;
  readonly facts: readonly string[];
}

/** What people have typed into chat bots to see what happens. */
const HOSTILE = [
  '<!here> <!channel> <@U0DEMO01> <#C1|general>',
  '@everyone @here',
  '<at>Everyone</at>',
  '[click me](https://evil.example)',
  '<https://evil.example|your bank>',
  'https://evil.example www.evil.example',
  '*bold* _italic_ ~gone~ `code` ```block```',
  '**bold** __bold__ ***both*** ~~gone~~',
  '\\*not escaped\\* \\',
  '&lt;b&gt; &amp; &#42;',
  ':tada: :skull:',
  '- item\n* item\n1. item\n# heading\n> quote\n---',
  '${secret} {{DATE(2026-11-02T09:00:00Z)}}',
  '","text":"x"',
  '\u202Eetirw\u202C',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 ﷽ 漢字',
  'x'.repeat(200),
];

/** Longer than any one field of Slack's, and than a block. */
const LONG = 'word '.repeat(700);

export const words = fc.oneof(
  { weight: 1, arbitrary: fc.constant(LONG) },
  { weight: 9, arbitrary: fc.constantFrom(...HOSTILE) },
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE)).map((both) => both.join('')),
  },
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
  {
    weight: 6,
    arbitrary: fc.string({ unit: fc.constantFrom(...'*_`[]()<>!&\\~#-+1. :/w\n'), minLength: 1, maxLength: 30 }),
  },
  { weight: 6, arbitrary: fc.constantFrom('Northcliffe', '2 core half-days', 'Monday 2 November 2026') },
);

export const text = words.map((typed): Told<string> => ({ value: plain(typed), facts: [typed] }));
export const literal = words
  .filter((typed) => typed.trim() !== '')
  .map((typed): Told<string> => ({ value: typed, facts: [typed] }));

export const build = <Value>(value: Value, ...told: readonly Told<unknown>[]): Told<Value> => ({
  value,
  facts: told.flatMap((each) => each.facts),
});
export const values = <Value>(told: readonly Told<Value>[]) => told.map((each) => each.value);
export const none = { facts: [] as string[], value: undefined };

/** Text with everything taken out that a reader cannot see, so that only what is said is compared. */
export const asRead = (typed: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is taken out.
  typed.replace(/[\s\u2060\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
