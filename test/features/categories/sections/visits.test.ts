import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../../src/core/framework.ts';
import { levelByKey } from '../../../../src/core/framework-lookups.ts';
import { applyOverrides } from '../../../../src/core/partnership-overrides.ts';
import { Plan } from '../../../../src/features/categories/index.ts';
import { visitsSection } from '../../../../src/features/categories/sections/visits.ts';
import type { Voice } from '../../../../src/features/categories/voice.ts';
import { lastVisit, nextVisit } from '../../../../src/features/visits/index.ts';
import { loadFramework } from '../../../../src/partnership/load-framework.ts';
import { ledgerOf } from '../../../harness/records.ts';

const LEEDS = loadFramework({ id: 'leeds-2013', root: 'partnerships' });
const TODAY = Temporal.PlainDate.from('2026-11-18');
const HEAD: Voice = { reader: 'own_school', adviser: 'your adviser' };
const PRIMARY = { governance: 'community', phase: 'primary' } as const;

function section(
  level: string | undefined,
  visits: readonly string[],
  more: { plan?: Plan; framework?: Framework } = {},
) {
  const { framework = LEEDS, plan } = more;
  const ledger = ledgerOf('alder', visits);
  return visitsSection(
    framework,
    {
      school: PRIMARY,
      level: level === undefined ? undefined : levelByKey(framework, level),
      ledger,
      last: lastVisit(ledger, TODAY),
      next: nextVisit(ledger, TODAY),
      plan,
      today: TODAY,
    },
    HEAD,
  );
}

function fact(made: ReturnType<typeof section>, title: string): string | undefined {
  return made.facts?.find((each) => each.title === title)?.value;
}

describe('Visits on a school’s card', () => {
  it('are promised, recorded and left, with the last and the next', () => {
    const made = section('3', ['2026-10-06 held', '2026-11-06 held', '2026-11-27 planned']);
    expect(made.facts).toEqual([
      { title: 'Promised in 2026/27', value: 'At least 4 half-days' },
      { title: 'Recorded so far', value: '2 half-days' },
      { title: 'Left', value: 'At least 2 half-days still owed' },
      { title: 'Last visit', value: 'Friday 6 November 2026' },
      { title: 'Next visit', value: 'Friday 27 November 2026' },
    ]);
  });

  it('are called allowed, not promised, where nothing is owed', () => {
    expect(fact(section('4', []), 'Allowed in 2026/27')).toBe('Up to 6 half-days');
    expect(fact(section('4', []), 'Promised in 2026/27')).toBeUndefined();
  });

  it('tell what was had beside the promise', () => {
    expect(fact(section('2', ['2026-10-06 held x2 additional uncounted']), 'Also had, not counted')).toBe(
      '2 half-days',
    );
    expect(fact(section('2', ['2026-10-06 held']), 'Also had, not counted')).toBeUndefined();
  });

  it('tell of a planned day that has passed and is not recorded', () => {
    expect(fact(section('3', ['2026-11-03 planned']), 'Planned, not yet recorded')).toBe('3 November 2026');
  });

  it('say so where the diary is empty', () => {
    const made = section('1', []);
    expect(fact(made, 'Last visit')).toBe('None recorded');
    expect(fact(made, 'Next visit')).toBe('None in the diary yet');
  });

  it('carry every published statement with its place, folded away', () => {
    const published = section('5', []).lists?.find((list) => list.heading === 'What the strategy says');
    expect(published?.folded).toBe(true);
    expect(published?.items).toEqual([
      expect.stringMatching(/maximum of 12 .*\(A2\)$/),
      expect.stringMatching(/up to 12 .*\(B1\)$/),
      expect.stringMatching(/action plan” \(B1\)$/),
      expect.stringMatching(/at least 12 .*\(B5\)$/),
    ]);
  });

  it('say what visits look at, term by term, for this phase and level', () => {
    const focus = section('3', []).lists?.find((list) => list.heading === 'What visits look at')?.items ?? [];
    expect(focus[0]).toBe('Autumn: “Attainment and achievement”');
    expect(focus.some((item) => item.startsWith('All year: “Each subsequent visit'))).toBe(true);
    const one = section('1', []).lists?.find((list) => list.heading === 'What visits look at')?.items ?? [];
    expect(one.some((item) => item.includes('Each subsequent visit'))).toBe(false);
  });

  it('say how to have more', () => {
    const more = section('1', []).lists?.find((list) => list.heading === 'Having more than that')?.items;
    expect(more).toEqual(['“SLA – schools can broker and purchase additional SIA and/or SIC support”']);
  });
});

describe('Where the documents contradict one another', () => {
  const plan = Plan.parse({ v: 1, school: 'alder', academicYear: '2026-27', title: 'Plan', milestones: [] });

  it('both sides are the answer while no plan states a number', () => {
    for (const made of [section('5', ['2026-10-06 held']), section('5', ['2026-10-06 held'], { plan })]) {
      expect(made.lead).toContain('I have none on record yet; 1 half-day recorded this year');
      expect(made.notes).toEqual([expect.stringContaining('“at least 12” in another')]);
      expect(made.aloud).toContain('“a maximum of 12”');
    }
  });

  it('they are a footnote once the plan states one', () => {
    const made = section('5', [], { plan: { ...plan, statedHalfDays: 12 } });
    expect(made.notes).toEqual([]);
    expect(made.footnotes).toEqual([expect.stringContaining('“at least 12” in another')]);
  });

  it('a ruling of the authority is told, with who and when, and the statements stay', () => {
    const framework = applyOverrides(LEEDS, [
      {
        settles: 'visits',
        level: '5',
        visits: { mode: 'exact', count: 12 },
        ruledBy: 'Head of Learning Improvement',
        ruledOn: '2026-09-01',
        note: 'Agreed with heads.',
      },
    ]);
    const made = section('5', ['2026-10-06 held'], { framework });
    expect(made.lead).toBe('The authority promises 12 half-days; 1 recorded this year; 11 left.');
    expect(made.footnotes).toContain(
      'Ruled by the Head of Learning Improvement on 1 September 2026. Agreed with heads.',
    );
    expect(made.lists?.[0]?.items).toHaveLength(4);
  });
});

describe('With no level on record', () => {
  it('no number is promised, and what was had is told all the same', () => {
    const made = section(undefined, ['2026-10-06 held x2']);
    expect(made.lead).toBe(
      'With no category on record, no number of visits is promised; 2 half-days recorded this year.',
    );
    expect(fact(made, 'Last visit')).toBe('Tuesday 6 October 2026');
  });
});
