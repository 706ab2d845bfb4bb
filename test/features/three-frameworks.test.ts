import { describe, expect, it } from 'vitest';
import { wordsOf } from '../harness/bot.ts';
import { heldVisits, levelWrite, personOf, schoolWrite } from '../harness/records.ts';
import { openWorld, type World } from '../harness/world.ts';
import { copyOfPartnerships, spoilAt } from '../partnership/changed-copy.ts';

const HEAD = personOf('head', [['headteacher', 'school:alder']]);

/** Each authority's own settings, and a school of its own at one of its levels. Nothing else differs. */
const AUTHORITIES = [
  {
    partnership: 'demo',
    framework: 'leeds-2013',
    level: '2',
    answers: {
      level: 'Alder School. Category 2: Good or Outstanding schools that are vulnerable',
      visits: 'The framework promises 3 half-days; 1 recorded this year; 2 left.',
      expect: 'In category 2 a school receives 5 kinds of support',
      criteria: 'Significant change in senior leadership',
      receives: 'School to school support where appropriate',
      levels: 'The categories',
    },
  },
  {
    partnership: 'leicestershire-tiers',
    framework: 'leicestershire-2015',
    level: 'targeted',
    answers: {
      level: 'Alder School. Tier: Targeted support: Targeted local authority support and monitoring',
      visits: 'The framework sets no number of visits; 1 half-day recorded this year.',
      expect: 'In the targeted tier a school receives 4 kinds of support',
      criteria: 'require improvement',
      receives: 'Education Quality Adviser',
      levels: 'The tiers',
    },
  },
  {
    partnership: 'support-bands',
    framework: 'support-bands-2026',
    level: 'support-and-challenge',
    answers: {
      level: 'Alder School. Support band: Support and Challenge',
      visits: 'The framework promises at least 6 half-days; 1 recorded this year; at least 5 still owed.',
      expect: 'In the Support and Challenge band a school receives 5 kinds of support',
      criteria: 'two or more areas of the latest report card are Needs attention',
      receives: 'A support plan with milestones, agreed with the school.',
      levels: 'The support bands',
    },
  },
] as const;

async function ask(world: World, verb: string, data: Record<string, string>): Promise<string> {
  const reply = await world.run('head', verb, data);
  return wordsOf([world.renderer.render(reply)]);
}

describe.each(AUTHORITIES)(
  'The same questions, configured as $partnership',
  ({ partnership, framework, level, answers }) => {
    const open = () =>
      openWorld({
        partnership,
        people: [HEAD],
        records: [schoolWrite('alder'), levelWrite('alder', level, { framework }), heldVisits('alder', 1)],
      });

    it('what are we, how many visits, what to expect', async () => {
      const world = await open();
      const show = (about: string) => ask(world, 'categories.show', { school: 'alder', about });
      expect(await show('level')).toContain(answers.level);
      expect(await show('visits')).toContain(answers.visits);
      expect(await show('expect')).toContain(answers.expect);
    });

    it('what are the criteria, what does it bring, what levels are there', async () => {
      const world = await open();
      expect(await ask(world, 'guide.level', { level, about: 'criteria' })).toContain(answers.criteria);
      expect(await ask(world, 'guide.level', { level, about: 'receives' })).toContain(answers.receives);
      expect(await ask(world, 'guide.levels', {})).toContain(answers.levels);
    });

    it('is never answered in another framework’s words', async () => {
      const world = await open();
      const others = AUTHORITIES.filter((each) => each.partnership !== partnership).map((each) => each.answers.levels);
      const said = await ask(world, 'guide.levels', {});
      for (const other of others) expect(said).not.toContain(other);
    });
  },
);

describe('Another authority is another file', () => {
  it('a promise in whole days is counted in days', async () => {
    const root = copyOfPartnerships();
    spoilAt(root, 'frameworks/leeds-2013.json', 'levels[1].visits.unit', 'day');
    spoilAt(root, 'frameworks/leeds-2013.json', 'terms.visitUnit', { singular: 'day', plural: 'days' });
    const world = await openWorld({
      root,
      people: [HEAD],
      records: [schoolWrite('alder'), levelWrite('alder', '2'), heldVisits('alder', 3)],
    });
    expect(await ask(world, 'categories.show', { school: 'alder', about: 'visits' })).toContain(
      'The framework promises 3 days; 1.5 recorded this year; 1.5 left.',
    );
  });

  it('deputies see their own school where the authority says so', async () => {
    const root = copyOfPartnerships();
    spoilAt(root, 'frameworks/leeds-2013.json', 'disclosure.ownSchool', [
      'headteacher',
      'deputy_headteacher',
      'chair_of_governors',
    ]);
    const world = await openWorld({
      root,
      people: [personOf('deputy', [['deputy_headteacher', 'school:alder']])],
      records: [schoolWrite('alder'), levelWrite('alder', '2')],
    });
    expect((await world.run('deputy', 'categories.show', { school: 'alder', about: 'level' })).summary).toContain(
      'Category 2',
    );
  });

  it('heads of one phase see one another’s level and nothing else where the authority says so', async () => {
    const root = copyOfPartnerships();
    spoilAt(root, 'frameworks/leeds-2013.json', 'disclosure.headsSeeLevelsOf', 'same_phase');
    const world = await openWorld({
      root,
      people: [HEAD],
      records: [
        schoolWrite('alder'),
        schoolWrite('birch'),
        levelWrite('birch', '4', { reasons: [{ note: 'Kept between us.' }] }),
        heldVisits('birch', 2),
      ],
    });
    const reply = await world.run('head', 'categories.show', { school: 'birch', about: 'level' });
    expect(reply.data.sections).toHaveLength(1);
    expect(JSON.stringify(reply)).not.toMatch(/Kept between us|half-day/);
    await expect(world.run('head', 'categories.show', { school: 'birch', about: 'visits' })).rejects.toThrow(
      'not_yours_to_know',
    );
    // Knowing levels one by one is no list of them, and no visits.
    await expect(world.run('head', 'categories.caseload', { by: 'level', levels: [], page: 0 })).rejects.toThrow(
      'not_yours_to_know',
    );
  });
});
