import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSample } from '../../../src/conversation/understand/teach/read-sample.ts';

function folder(files: Record<string, string>): string {
  const made = mkdtempSync(join(tmpdir(), 'sample-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  return made;
}

describe('The sample of labelled messages', () => {
  it('is read from lines of JSON and from sections of plain lines, choices and slots left out', () => {
    const made = folder({
      'a.jsonl': '{"text":"are we a 3","role":"la_officer","intent":"ask_category","notes":""}\n\n',
      'b.txt': '# thanks\nta very much\nA: cheers\nU: thank you\n(ta|cheers) {person}\n',
      'c.md': 'not a sample',
    });
    expect(readSample([made])).toEqual([
      { text: 'are we a 3', roles: ['officer'], intent: 'ask_category' },
      { text: 'ta very much', roles: ['headteacher'], intent: 'thanks' },
      { text: 'cheers', roles: ['adviser'], intent: 'thanks' },
      { text: 'thank you', roles: [], intent: 'thanks' },
    ]);
  });

  it('takes an authority’s own file too, and no file for none', () => {
    const made = folder({ 'messages.jsonl': '{"text":"sticker?","role":"unlinked_user","intent":"help"}' });
    expect(readSample([join(made, 'messages.jsonl'), join(made, 'nowhere'), join(made, 'none.jsonl')])).toEqual([
      { text: 'sticker?', roles: [], intent: 'help' },
    ]);
  });

  it.each([
    [
      'a.jsonl',
      '{"text":"x","role":"headteacher","intent":"help"}\n{"text":"y"}',
      /a\.jsonl, line 2 is not a labelled/,
    ],
    ['a.jsonl', 'nonsense', /line 1 is not a labelled message/],
    ['b.txt', 'hello', /line 1 stands before the first “# intent”/],
    ['b.txt', '# no_such_intent\nhello', /line 1 names no intent/],
  ])('says where %s cannot be read', (name, text, why) => {
    expect(() => readSample([folder({ [name]: text })])).toThrow(why);
  });

  it('comes with the bot', () => {
    const training = ['messages', 'phrases'].map(
      (name) => new URL(`../../../training/${name}`, import.meta.url).pathname,
    );
    expect(readSample(training).length).toBeGreaterThan(2000);
  });
});
