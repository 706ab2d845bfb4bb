import { expect, it } from 'vitest';
import FOCUSES from '../../../partnerships/focuses.json' with { type: 'json' };
import { FOCUS_KEYS } from '../../../src/conversation/understand/entities/focuses.ts';
import { focusChoices, focusesInWords } from '../../../src/features/support/focuses.ts';

it('every focus that can be heard has a name, and nothing else has', () => {
  expect(Object.keys(FOCUSES).toSorted()).toEqual(FOCUS_KEYS.toSorted());
});

it('focuses are said as people write them, and listed by name', () => {
  expect(focusesInWords(FOCUSES, ['maths', 'pe', 'gone_since'])).toBe('Mathematics, PE and gone since');
  const titles = focusChoices(FOCUSES).map(({ title }) => title);
  expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
});
