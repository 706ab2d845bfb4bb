import { describe, expect, it } from 'vitest';
import { nearest, plain } from '../../../src/importing/words/nearest.ts';
import { findWord } from '../../../src/importing/words/partnership-words.ts';

const name = (word: string) => word;

describe('the nearest word', () => {
  it.each([
    ['headtaecher', 'headteacher'],
    ['chair of govenors', 'chair of governors'],
    ['Advisor', 'adviser'],
  ])('to “%s” is “%s”', (written, wanted) => {
    expect(nearest(written, ['headteacher', 'chair of governors', 'adviser', 'officer'], name)).toBe(wanted);
  });

  it('is none when nothing is like it', () => {
    expect(nearest('xyz', ['headteacher', 'officer'], name)).toBeUndefined();
    expect(nearest('', [], name)).toBeUndefined();
  });

  it('takes no account of capitals, punctuation and accents', () => {
    expect(plain('St. Joseph’s  (Café) & Co')).toBe('st josephs cafe and co');
  });
});

describe('a word of the partnership', () => {
  const words = [
    { id: '1.1', names: ['One'] },
    { id: '11', names: ['Eleven'] },
  ];

  it('is known by its key or any of its names', () => {
    expect(findWord('a criterion', '1.1', words)).toEqual({ id: '1.1' });
    expect(findWord('a criterion', '11', words)).toEqual({ id: '11' });
    expect(findWord('a criterion', 'ELEVEN', words)).toEqual({ id: '11' });
  });

  it('makes its own key where there is no list', () => {
    expect(findWord('an alliance', 'Beckside Learning Alliance', undefined)).toEqual({
      id: 'beckside-learning-alliance',
    });
  });

  it('is refused with what it could have been', () => {
    expect(findWord('a criterion', 'Elevn', words)).toEqual({
      reason: '“Elevn” is not a criterion of this partnership. Did you mean “Eleven”?',
    });
    expect(findWord('a criterion', 'zzz', words)).toEqual({
      reason: '“zzz” is not a criterion of this partnership. It should be one of: One, Eleven.',
    });
    expect(findWord('an area', 'North', [])).toEqual({
      reason: '“North” is not an area of this partnership. Its settings name none yet.',
    });
  });
});
