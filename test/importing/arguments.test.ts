import { describe, expect, it } from 'vitest';
import { readArguments, UsageError } from '../../src/importing/arguments.ts';

describe('the command line', () => {
  it('names files and choices', () => {
    const args = '--gias a.csv --ofsted=b.csv --la 383 --ofsted-as-at 28/02/2026 --strict --all-types'.split(' ');
    expect(readArguments(args)).toEqual({
      do: 'import',
      files: { gias: 'a.csv', ofsted: 'b.csv' },
      choices: { la: '383', ofstedAsAt: '2026-02-28', strict: true, allTypes: true, peopleComplete: false },
    });
  });

  it('lists and decides conversions', () => {
    expect(readArguments(['--list-conversions'])).toEqual({ do: 'list_conversions' });
    const args = '--confirm-conversion 1-2 --confirm-conversion 3-4 --by jo'.split(' ');
    expect(readArguments(args)).toEqual({ do: 'confirm', proposals: ['1-2', '3-4'], by: 'jo' });
    expect(readArguments(['--decline-conversion', '1-2', '--by', 'jo'])).toMatchObject({ do: 'decline' });
    expect(readArguments(['-h'])).toEqual({ do: 'help' });
  });

  it.each([
    [[], 'Name at least one file'],
    [['--giass', 'x'], '--giass'],
    [['--gias'], '--gias'],
    [['x.csv'], 'x.csv'],
    [['--gias', 'x', '--la', 'Leeds'], 'three digits'],
    [['--ofsted', 'x', '--ofsted-as-at', 'February'], 'takes a day'],
    [['--confirm-conversion', '1-2'], 'Say who decides'],
    [['--decline-conversion', '1-2'], 'Say who decides'],
  ])('%j is refused with what would be right', (args, says) => {
    expect(() => readArguments(args)).toThrow(UsageError);
    expect(() => readArguments(args)).toThrow(says);
  });
});
