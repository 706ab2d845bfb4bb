import { academicYearOf, yearBefore } from '../../src/core/academic-year.ts';
import { londonDate } from '../../src/core/clock.ts';
import type { JsonObject } from '../../src/core/store.ts';
import { A_SCHOOL_DAY, type Bot, openBot } from '../harness/bot.ts';

/**
 * The demo with everything restricted about these schools changed or taken away: another level, other reasons, other visits,
 * another plan, nothing pending where something was and something where nothing was. What is public stays.
 */
export async function openScrambled(schools: readonly string[]): Promise<Bot> {
  const bot = await openBot();
  const year = academicYearOf(londonDate(A_SCHOOL_DAY));
  for (const school of schools) {
    const partition = `school:${school}`;
    const category = await bot.store.get({ partition, id: `category/${year}` });
    const pending = await bot.store.get({ partition, id: 'category-pending' });
    const level = category?.body.level === '4' ? '1' : '4';
    const decided = { by: 'Somebody Else', at: '2026-10-09' };
    const base: JsonObject = { v: 1, school, framework: 'leeds-2013', academicYear: year, proposed: decided };
    await bot.store.commit([
      put(partition, `category/${year}`, 'category', {
        ...base,
        level,
        reasons: [{ note: 'SCRAMBLED REASON' }],
        state: 'communicated',
        ratified: decided,
        communicated: decided,
      }),
      put(partition, `visits/${year}`, 'visits', {
        v: 1,
        school,
        academicYear: year,
        visits: [
          {
            id: 's1',
            date: '2026-11-02',
            halfDays: 9,
            kind: 'core',
            counted: true,
            status: 'held',
            focus: 'SCRAMBLED',
          },
          { id: 's2', date: '2026-12-17', halfDays: 1, kind: 'joint_review_group', counted: false, status: 'planned' },
        ],
      }),
      put(partition, `category/${yearBefore(year)}`, 'category', {
        ...base,
        academicYear: yearBefore(year),
        level: category?.body.level === '5' ? '2' : '5',
        reasons: [],
        state: 'communicated',
        ratified: decided,
        communicated: decided,
      }),
      put(partition, `category-history/${year}/001`, 'category-history', {
        ...base,
        level: level === '1' ? '5' : '1',
        reasons: [{ note: 'SCRAMBLED PAST' }],
        state: 'superseded',
        ratified: decided,
        communicated: { by: 'Somebody Else', at: '2026-09-09' },
        supersededOn: '2026-10-09',
        because: 'changed',
      }),
      put(partition, 'challenge/scrambled', 'challenge', {
        v: 1,
        id: 'scrambled',
        school,
        kind: 'review',
        text: 'SCRAMBLED CHALLENGE',
        raised: decided,
        told: [],
        state: 'open',
      }),
      put(partition, `visits/${yearBefore(year)}`, 'visits', {
        v: 1,
        school,
        academicYear: yearBefore(year),
        visits: [{ id: 's3', date: '2026-06-15', halfDays: 4, kind: 'core', counted: true, status: 'held' }],
      }),
      put(partition, `plan/${year}`, 'plan', {
        v: 1,
        school,
        academicYear: year,
        title: 'SCRAMBLED PLAN',
        statedHalfDays: 11,
        milestones: [],
      }),
      pending
        ? { kind: 'delete', ref: { partition, id: 'category-pending' }, guard: 'any' }
        : put(partition, 'category-pending', 'category-pending', {
            ...base,
            level: '5',
            reasons: [],
            state: 'ratified',
            ratified: decided,
          }),
    ]);
  }
  return bot;
}

function put(partition: string, id: string, type: string, body: JsonObject) {
  return { kind: 'put', ref: { partition, id }, type, body, guard: 'any' } as const;
}
