import { beforeEach, describe, expect, it } from 'vitest';
import { EventId } from '../../src/core/ids.ts';
import { teamsUser } from '../../src/demo/teams-user.ts';
import { A_SCHOOL_DAY, type Bot, openBot, wordsOf } from '../harness/bot.ts';

const TENANT = '00000000-0000-4000-8000-0000000000aa';
let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});

const visit = (nn: string, id = 'visit-1') => ({
  id: EventId.parse(id),
  at: A_SCHOOL_DAY,
  from: { identity: { platform: 'teams', tenant: TENANT, user: teamsUser(nn) } as const },
});
const titles = async (nn: string) => (await bot.reception.home(visit(nn))).map((shown) => shown.summary);

describe('A person’s own page', () => {
  it('shows a head their school, what is coming, and how the bot knows them', async () => {
    const shown = await titles('01');
    expect(shown).toContain('Northcliffe Primary School. Category 3: Schools that are improving and/or at risk');
    expect(shown).toContain('0 waiting, and 1 planned visit.');
    expect(shown.at(-1)).toContain('You and me');
  });

  it('shows an adviser their schools, what is coming, and what waits to be shared', async () => {
    const shown = (await titles('04')).join(' ');
    expect(shown).toContain('Your schools by category: 7 schools');
    expect(shown).toContain('Moorbank Infant School (Category 4)');
  });

  it('shows somebody unlinked nothing but how to be linked', async () => {
    const shown = wordsOf(await bot.reception.home(visit('42')));
    expect(shown).toContain('one-time code');
    expect(shown).not.toMatch(/Northcliffe|Moorbank|Thornbeck/);
  });

  it('leaves out what is not theirs to see, and says nothing of it', async () => {
    const shown = wordsOf(await bot.reception.home(visit('09')));
    expect(shown).not.toMatch(/can’t help with that|Category \d/);
  });

  it('is written to the audit trail as asking would be, once for each look', async () => {
    await bot.reception.home(visit('01'));
    await bot.reception.home(visit('01', 'ä'.repeat(200)));
    const rows = (await bot.store.query({ type: 'audit' })).items.map((item) => item.body);
    expect(rows.filter((row) => row.verb === 'categories.show')).toHaveLength(2);
    expect(rows.every((row) => row.viewer === 'head-northcliffe' && row.outcome === 'disclosed')).toBe(true);
  });

  it('starts people off with questions that work', async () => {
    expect(await bot.reception.starters(visit('04'))).toContain('My schools by category');
    expect(await bot.reception.starters(visit('42'))).toContain('What are the categories?');
  });
});
