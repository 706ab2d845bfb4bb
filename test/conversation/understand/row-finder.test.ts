import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowFinder } from '../../../src/conversation/understand/classify/row-finder.ts';

const hashes = fc
  .uniqueArray(fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 0xffffffff })), { maxLength: 60 })
  .map((all) => Uint32Array.from(all).sort());

it('finds every feature that was learnt in its row, and no other', () => {
  fc.assert(
    fc.property(hashes, fc.array(fc.integer({ min: 0, max: 0xffffffff })), (features, others) => {
      const rowOf = rowFinder(features);
      for (const hash of [...features, ...others, 0, 0xffffffff]) expect(rowOf(hash)).toBe(features.indexOf(hash));
    }),
  );
});
