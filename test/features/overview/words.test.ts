import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { yearIn } from '../../../src/features/overview/year.ts';
import { HELEN_OVER_ALL, NORTHCLIFFE, PRIYA_NORTH } from '../brokerage/desk.ts';
import { openEmpty } from './setting.ts';

const TODAY = Temporal.PlainDate.from('2026-11-18');

describe('The year that was said', () => {
  it.each([
    ['support overview for 2025/26', '2025-26'],
    ['support overview 2025-2026', '2025-26'],
    ['how did we do last year', '2025-26'],
    ['how did we do last academic year', '2025-26'],
    ['the previous school year please', '2025-26'],
    ['2025/27', undefined],
    ['since 12/11', undefined],
    ['the support overview', undefined],
  ])('“%s”: %s', (text, year) => expect(yearIn(text, [], TODAY)).toBe(year));

  it('is read from a stretch of nearly a year, and from nothing shorter', () => {
    const mention = (from: string, to: string) => [{ text: 'then', from, to }];
    expect(yearIn('then', mention('2024-09-01', '2025-08-31'), TODAY)).toBe('2024-25');
    expect(yearIn('then', mention('2026-09-01', '2026-12-18'), TODAY)).toBeUndefined();
  });
});

const bot = await openEmpty();
const cardOf = async (nn: string, words: string) =>
  (await bot.say(nn, words)).here.map((message) => message.summary).join('\n');

describe('Words that lead to the overview', () => {
  it.each([
    'how are we doing with support requests',
    'How are we doing?',
    'how are we getting on with brokering?',
    'show me the support overview',
    'can I see the support overview please',
    'support figures',
    'dashboard',
    'how many requests are open at the moment?',
    'how did we do with support this year?',
  ])('“%s”', async (words) => {
    expect(await cardOf(HELEN_OVER_ALL, words)).toContain('Support overview, 2026/27');
    expect(await cardOf(PRIYA_NORTH, words)).toContain('Support overview, 2026/27');
  });

  it.each([
    'who is overdue',
    'who’s overdue?',
    'What’s overdue',
    'which requests are running late',
    'any requests overdue?',
  ])('“%s” leads to what is overdue', async (words) =>
    expect(await cardOf(HELEN_OVER_ALL, words)).toContain('Nothing is overdue'),
  );

  it('are taken from no headteacher, whose words mean what they meant', async () => {
    expect(await cardOf(NORTHCLIFFE, 'who is overdue')).not.toContain('for advisers and the head of service');
    expect(await cardOf(NORTHCLIFFE, 'how are we doing?')).not.toContain('overview');
  });
});
