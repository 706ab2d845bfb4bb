import { describe, expect, it } from 'vitest';
import { known, readDate, tidy } from '../../../src/importing/reading/cells.ts';

describe('a cell', () => {
  it('loses double spaces, stray line ends and characters nobody sees', () => {
    expect(tidy('St Philip’s Catholic Primary  School')).toBe('St Philip’s Catholic Primary School');
    expect(tidy(' Kettle\rLane \u00a0 School\u200b\t')).toBe('Kettle Lane School');
  });

  it.each(['', 'nan', 'NULL', 'Select', 'Not recorded'])('that says “%s” says nothing', (cell) => {
    expect(known(cell)).toBeUndefined();
  });
});

describe('a date', () => {
  it.each([
    ['31-08-2018', '2018-08-31'],
    ['31/08/2018', '2018-08-31'],
    ['1/9/2026', '2026-09-01'],
    ['2026-02-28', '2026-02-28'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (written, iso) => {
    expect(readDate(written)).toBe(iso);
  });

  it.each(['31/02/2026', '29/02/2025', '08/31/2018', '2026', 'soon', '00/00/0000', '1/9/26'])(
    '%s is none',
    (written) => {
      expect(readDate(written)).toBeUndefined();
    },
  );
});
