import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../src/partnership/load-framework.ts';
import { documentsArePresent, occurs, quotationsIn } from './published-words.ts';

const frameworks = ['leeds-2013', 'leicestershire-2015'].map((id) => loadFramework({ id, root: 'partnerships' }));

describe('a text given as a document’s own wording stands in that document, in the section it names', () => {
  for (const framework of frameworks) {
    it.skipIf(!documentsArePresent)(`${framework.id} (skipped where the source documents are not at hand)`, () => {
      const quotations = quotationsIn(framework);
      const astray = quotations.filter(({ text, source }) => !occurs(text, source));
      expect(astray.map(({ text, source }) => `${source.document} ${source.section}: ${text}`)).toEqual([]);
      expect(quotations.length).toBeGreaterThan(framework.id === 'leeds-2013' ? 300 : 50);
    });
  }

  it.skipIf(!documentsArePresent)('a changed word, or the wrong section, would be noticed (skipped likewise)', () => {
    const source = { document: 'leeds-2013', section: 'B1' };
    expect(occurs('Attendance is consistently above national average', source)).toBe(true);
    expect(occurs('Attendance is always above national average', source)).toBe(false);
    expect(occurs('Attendance is consistently above national average', { ...source, section: 'A6' })).toBe(false);
  });

  it('the framework composed for this project quotes none of them', () => {
    expect(quotationsIn(loadFramework({ id: 'support-bands-2026', root: 'partnerships' }))).toEqual([]);
  });
});
