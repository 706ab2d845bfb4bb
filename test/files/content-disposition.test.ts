import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition } from '../../src/files/content-disposition.ts';

describe('The name a file is saved under', () => {
  it.each([
    ['support-2026-11-22.xlsx', 'support-2026-11-22.xlsx'],
    ['Écoles à Calder.csv', 'Ecoles-a-Calder.csv'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', 'file'],
    ['"; filename=evil.exe', 'filename-evil.exe'],
    [`${'a'.repeat(300)}.xlsx`, `${'a'.repeat(115)}.xlsx`],
  ])('%j is %j', (name, safe) => {
    expect(contentDisposition(name)).toBe(`attachment; filename="${safe}"`);
  });

  it('is one plain word whatever it was made from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(contentDisposition(name)).toMatch(/^attachment; filename="[A-Za-z0-9_][A-Za-z0-9._-]{0,119}"$/);
      }),
    );
  });
});
