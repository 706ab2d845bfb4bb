import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bar, partBar } from '../../../src/features/overview/bar.ts';
import { sectionData, sectionInWords } from '../../../src/features/overview/section.ts';
import { takenInWords, workingDaysInWords } from '../../../src/features/overview/words.ts';

describe('A bar', () => {
  it('is as long as its share of the longest, to half a block', () => {
    expect(bar(10, 10)).toBe('█'.repeat(16));
    expect(bar(5, 10)).toBe('█'.repeat(8));
    expect(bar(1, 32)).toBe('▌');
    expect(partBar(25, 100)).toBe(`${'█'.repeat(4)}${'░'.repeat(12)}`);
  });

  it('is not there for nought, and can be seen for anything more', () => {
    expect(bar(0, 10)).toBe('');
    expect(bar(1, 100_000)).toBe('▌');
    expect(bar(0, 0)).toBe('');
  });

  it('is never longer than a phone shows, and never shorter than that of a smaller number', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.nat(5000), (a, b, largest) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        expect(bar(large, largest).length).toBeLessThanOrEqual(16);
        expect(bar(small, largest).length).toBeLessThanOrEqual(bar(large, largest).length);
        expect(partBar(large, largest)).toHaveLength(16);
      }),
    );
  });

  it('never stands alone: its words and its number are beside it, and in the summary', () => {
    const section = {
      heading: 'Where requests are',
      lines: [
        { label: 'Picked up', value: '8', size: 8 },
        { label: 'Withdrawn', value: '0', size: 0 },
      ],
    };
    expect(sectionInWords(section)).toBe('Where requests are: Picked up 8; Withdrawn 0.');
    expect(sectionData(section)).toMatchObject({
      lines: [
        { label: 'Picked up', value: '8', bar: '█'.repeat(16), hasBar: true },
        { label: 'Withdrawn', value: '0', hasBar: false },
      ],
    });
  });
});

describe('A chart of small numbers', () => {
  it('draws one request as a short bar', () => {
    const { lines } = sectionData({ heading: 'Who has what', lines: [{ label: 'Priya Nair', value: '1', size: 1 }] });
    expect(lines).toMatchObject([{ bar: '███' }]);
  });
});

describe('Times in words', () => {
  it.each([
    [0, 'The same day'],
    [0.5, 'Half a working day'],
    [1, '1 working day'],
    [2.5, '2½ working days'],
    [12, '12 working days'],
  ])('%j is %s', (days, words) => expect(workingDaysInWords(days)).toBe(words));

  it.each([
    [{ median: 1, over: 12, stillWaiting: 2 }, 'Median of 12 requests; 2 still wait'],
    [{ median: 1, over: 1, stillWaiting: 1 }, 'Median of 1 request; 1 still waits'],
    [{ median: undefined, over: 0, stillWaiting: 3 }, '3 still wait'],
    [{ median: 2, over: 3, stillWaiting: 0 }, 'Median of 3 requests'],
  ])('%j is “%s”', (taken, words) => expect(takenInWords(taken)).toBe(words));
});
