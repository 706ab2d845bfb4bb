import { PersonId } from '../../src/core/ids.ts';
import {
  actionPlanWrite,
  heldVisits,
  inspectionWrite,
  LAST_YEAR,
  levelWrite,
  personOf,
  schoolWrite,
  visitsWrite,
} from '../../test/harness/records.ts';
import { openWorld } from '../../test/harness/world.ts';
import type { Collector } from './collect.ts';
import { HOSTILE } from './hostile.ts';

/** Every state of a school's card: the demo's schools, then invented ones for what the demo does not show. */
export async function schoolStates({ add }: Collector): Promise<void> {
  const demo = await openWorld({ demo: true });
  const show = (viewer: string, school: string, about: string) =>
    demo.run(viewer, 'categories.show', { school, about });
  await add('category 3 with two reasons, asked by its head', show('head-northcliffe', 'northcliffe', 'level'));
  await add('why, asked by its chair', show('chair-northcliffe', 'northcliffe', 'reasons'));
  await add('visits: at least 4, 2 recorded', show('head-northcliffe', 'northcliffe', 'visits'));
  await add('what to expect, with milestones', show('head-northcliffe', 'northcliffe', 'expect'));
  await add('category 5, action plan states 12, asked by its adviser', show('adviser-north', 'thornbeck', 'visits'));
  await add('category 5, what to expect', show('adviser-north', 'thornbeck', 'expect'));
  await add('report card in a category of concern', show('adviser-north', 'thornbeck', 'ofsted'));
  await add('an academy whose outcome is its predecessor’s', show('head-quarrydale', 'quarrydale', 'ofsted'));
  await add('no overall grade', show('head-beckwith', 'beckwith', 'ofsted'));
  await add('category 4, joint review group in the diary', show('head-quarrydale', 'quarrydale', 'visits'));
  await add(
    'none recorded this year, asked by the head of service',
    show('head-of-service', 'st-josephs-wethermoor', 'level'),
  );
  await add('adviser only, asked by the officer', show('officer', 'northcliffe', 'adviser'));

  const more = await openWorld({
    people: [personOf('head', [['headteacher', 'school:alder']])],
    records: alder('3'),
  });
  await add(
    'visits: the floor is passed, one not yet recorded',
    more.run('head', 'categories.show', { school: 'alder', about: 'visits' }),
  );
  const five = await openWorld({
    people: [personOf('head', [['headteacher', 'school:alder']])],
    records: alder('5'),
  });
  await add(
    'category 5 with no number on record',
    five.run('head', 'categories.show', { school: 'alder', about: 'visits' }),
  );
  await add(
    'a grade of 2011 in the words of 2011',
    five.run('head', 'categories.show', { school: 'alder', about: 'ofsted' }),
  );
  await add('nobody allocated as adviser', five.run('head', 'categories.show', { school: 'alder', about: 'adviser' }));
  await otherFrameworks({ add } as Collector);
  await hostile({ add } as Collector);
}

function alder(level: string) {
  return [
    schoolWrite('alder'),
    levelWrite('alder', level),
    visitsWrite('alder', ['2026-09-15 held x2', '2026-10-06 held', '2026-10-20 held x2', '2026-11-03 planned']),
    inspectionWrite('alder', [
      {
        scheme: 'ungraded',
        date: '2010-03-02',
        outcome: 'School remains Good',
        belongsTo: { urn: '990100', sameSchool: true },
      },
      {
        scheme: 'legacy_graded',
        date: '2011-05-04',
        belongsTo: { urn: '990099', name: 'Alder Infant School', sameSchool: false },
        overall: { is: 'grade', text: '3' },
        judgements: [
          { area: 'Quality of teaching', judgement: { is: 'grade', text: '3' } },
          { area: 'Sixth form', judgement: { is: 'not_applicable' } },
        ],
        safeguarding: { is: 'not_recorded' },
        categoryOfConcern: { is: 'none' },
      },
    ]),
  ];
}

async function otherFrameworks({ add }: Pick<Collector, 'add'>): Promise<void> {
  const tiers = await openWorld({
    partnership: 'leicestershire-tiers',
    people: [
      personOf('head', [['headteacher', 'school:alder']]),
      personOf('head-academy', [['headteacher', 'school:birch']]),
      personOf('head-independent', [['headteacher', 'school:cedar']]),
    ],
    records: [
      schoolWrite('alder'),
      levelWrite('alder', 'intensive', { framework: 'leicestershire-2015' }),
      heldVisits('alder', 2),
      schoolWrite('birch', { governance: 'academy', typeName: 'Academy converter' }),
      schoolWrite('cedar', { governance: 'independent' }),
      levelWrite('cedar', 'B', { framework: 'an-older-one', academicYear: LAST_YEAR }),
    ],
  });
  const show = (viewer: string, school: string, about: string) =>
    tiers.run(viewer, 'categories.show', { school, about });
  await add('a tier', show('head', 'alder', 'level'));
  await add('a tier, visits with no number published', show('head', 'alder', 'visits'));
  await add('an academy the framework only watches', show('head-academy', 'birch', 'level'));
  await add(
    'a school the framework leaves out, with an earlier framework on record',
    show('head-independent', 'cedar', 'level'),
  );

  const bands = await openWorld({
    partnership: 'support-bands',
    people: [personOf('head', [['headteacher', 'school:alder']])],
    records: [
      schoolWrite('alder', { governance: 'academy' }),
      levelWrite('alder', 'support-and-challenge-plus', { framework: 'support-bands-2026' }),
      levelWrite('alder', 'Band C', { framework: 'bands-2020', academicYear: LAST_YEAR }),
      actionPlanWrite('alder', { statedHalfDays: 10 }),
      heldVisits('alder', 10),
    ],
  });
  await add('a band by agreement', bands.run('head', 'categories.show', { school: 'alder', about: 'level' }));
  await add(
    'a band whose plan’s visits are all had',
    bands.run('head', 'categories.show', { school: 'alder', about: 'visits' }),
  );
}

async function hostile({ add }: Pick<Collector, 'add'>): Promise<void> {
  const world = await openWorld({
    people: [
      personOf('head', [['headteacher', 'school:alder']]),
      personOf('adviser', [['adviser', 'school:alder']], { displayName: HOSTILE }),
    ],
    records: [
      schoolWrite('alder', { name: `${HOSTILE} School`, adviser: PersonId.parse('adviser') }),
      levelWrite('alder', '4', {
        reasons: [{ criterion: '4.1', note: HOSTILE }, { note: HOSTILE }],
        proposed: { by: HOSTILE, at: '2026-10-01' },
      }),
    ],
  });
  await add('words that try to be obeyed', world.run('head', 'categories.show', { school: 'alder', about: 'reasons' }));
}
