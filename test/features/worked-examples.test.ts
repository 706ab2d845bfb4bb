import { describe, expect, it } from 'vitest';
import { CONVERSION_TYPE, ConversionProposal, conversionRef } from '../../src/core/conversion.ts';
import type { Reply } from '../../src/core/feature.ts';
import type { Write } from '../../src/core/store.ts';
import { confirmConversion } from '../../src/importing/conversions/decide-conversion.ts';
import { A_SCHOOL_DAY, wordsOf } from '../harness/bot.ts';
import {
  actionPlanWrite,
  heldVisits,
  inspectionWrite,
  levelWrite,
  personOf,
  put,
  schoolWrite,
} from '../harness/records.ts';
import { londonMorning, openWorld, type World } from '../harness/world.ts';

const HEAD = personOf('head', [['headteacher', 'school:alder']]);

function words(world: World, reply: Reply): string {
  return wordsOf([world.renderer.render(reply)]);
}

async function visitsOf(level: string, records: readonly Write[]): Promise<Reply> {
  const world = await openWorld({
    people: [HEAD],
    records: [schoolWrite('alder'), levelWrite('alder', level), ...records],
  });
  return world.run('head', 'categories.show', { school: 'alder', about: 'visits' });
}

async function ofstedOf(inspections: readonly unknown[]): Promise<string> {
  const world = await openWorld({
    people: [HEAD],
    records: [schoolWrite('alder'), inspectionWrite('alder', inspections)],
  });
  return words(world, await world.run('head', 'categories.show', { school: 'alder', about: 'ofsted' }));
}

const SAME_SCHOOL = { urn: '990100', sameSchool: true };
const grade = (text: string) => ({ is: 'grade', text });

describe('The worked examples of domain.md §25', () => {
  it('25.1 category 3 with 5 recorded half-days: the floor is passed and there is no upper limit', async () => {
    const reply = await visitsOf('3', [heldVisits('alder', 5)]);
    expect(reply.summary).toContain(
      'The framework promises at least 4; 5 recorded this year; there is no upper limit.',
    );
  });

  it('25.2 category 4 with 6 recorded: up to 6, and more is for the adviser to decide', async () => {
    const reply = await visitsOf('4', [heldVisits('alder', 6)]);
    expect(reply.summary).toContain('up to 6; 6 recorded this year; more is for your adviser to decide.');
  });

  it('25.3 category 5: the action plan’s value', async () => {
    const reply = await visitsOf('5', [heldVisits('alder', 5), actionPlanWrite('alder', { statedHalfDays: 12 })]);
    expect(reply.summary).toContain('The action plan states 12 half-days; 5 recorded this year; 7 left of those.');
  });

  it('25.3 category 5 with no value in the plan: both published statements, even where only words are shown', async () => {
    const reply = await visitsOf('5', [heldVisits('alder', 5), actionPlanWrite('alder')]);
    expect(reply.summary).toContain('“up to 12”');
    expect(reply.summary).toContain('“at least 12”');
    expect(reply.summary).not.toMatch(/7 left/);
  });

  it('25.8 a school that converted: the old URN’s visits show only once a person has said it is one school', async () => {
    const world = await openWorld({
      people: [personOf('head', [['headteacher', 'school:new']]), personOf('officer', [['officer', 'authority']])],
      records: [
        schoolWrite('old', { urn: '990301', status: 'closed', closedOn: '2026-10-31' }),
        heldVisits('old', 3),
        levelWrite('old', '3'),
        schoolWrite('new', { urn: '990302', governance: 'academy', openedOn: '2026-11-01' }),
        conversion(),
      ],
    });
    const before = await world.run('head', 'categories.show', { school: 'new', about: 'visits' });
    expect(before.summary).toContain('0 half-days recorded this year');
    await expect(world.run('head', 'categories.show', { school: 'old', about: 'visits' })).rejects.toThrow(
      'not_yours_to_know',
    );
    await confirmConversion({
      store: world.store,
      proposal: '990301-990302',
      by: 'officer',
      now: A_SCHOOL_DAY,
      recordTypes: ['category', 'visits'],
      namingTypes: [],
    });
    const after = await world.run('head', 'categories.show', { school: 'old', about: 'visits' });
    expect(after.summary).toContain('at least 4 half-days; 3 recorded this year');
  });

  it('25.9 “appeal to Ofsted in 15 days?” is corrected to current law, dated', async () => {
    const world = await openWorld();
    const said = words(world, await world.run(undefined, 'guide.warning-notice', { about: 'warning_notice' }));
    expect(said).toContain('The date is in the notice itself');
    expect(said).toContain('ended on 18 April 2016');
    for (const sentence of said.split(/(?<=[.:])\s/)) {
      if (/15 working days|appeal to Ofsted/.test(sentence)) expect(sentence).toMatch(/ended|gone|no appeal|removed/);
    }
  });

  it('25.10 a report’s accuracy check over Christmas: working days, bank holidays left out, holidays of schools counted', async () => {
    const { loaded } = await openWorld();
    const days = loaded.framework.sla.accuracyCheckWorkingDays;
    expect(days).toBe(10);
    const sent = londonMorning('2026-12-14').toZonedDateTimeISO('Europe/London').toPlainDate();
    expect(loaded.calendar.addWorkingDays(sent, days ?? 0).toString()).toBe('2026-12-30');
  });

  it('25.14 a report card never shows an overall grade', async () => {
    const said = await ofstedOf([
      {
        scheme: 'report_card',
        date: '2026-06-19',
        belongsTo: SAME_SCHOOL,
        areas: [
          { area: 'Inclusion', judgement: grade('Strong standard') },
          { area: 'Achievement', judgement: grade('Needs attention') },
        ],
        safeguarding: { judgement: grade('Met') },
        categoryOfConcern: { is: 'none' },
      },
    ]);
    expect(said).toContain('It has no overall grade');
    expect(said).toContain('Strong standard');
    expect(said).not.toMatch(/overall effectiveness|Outstanding|Requires improvement/i);
  });

  it('25.15 an ungraded inspection older than the graded one comes after it, in whatever order the record has them', async () => {
    const ungraded = {
      scheme: 'ungraded',
      date: '2020-02-13',
      outcome: 'School remains Good',
      belongsTo: SAME_SCHOOL,
    };
    const graded = {
      scheme: 'oeif_graded',
      date: '2023-11-22',
      belongsTo: SAME_SCHOOL,
      overall: grade('3'),
      judgements: [],
      safeguarding: grade('Yes'),
      categoryOfConcern: { is: 'none' },
    };
    for (const order of [
      [ungraded, graded],
      [graded, ungraded],
    ]) {
      const said = await ofstedOf(order);
      expect(said.indexOf('22 November 2023')).toBeLessThan(said.indexOf('13 February 2020'));
      expect(said.indexOf('22 November 2023')).toBeLessThan(said.indexOf('Before that'));
    }
  });

  it('25.16 a new academy’s outcome that belongs to its predecessor is said to', async () => {
    const said = await ofstedOf([
      {
        scheme: 'oeif_graded',
        date: '2023-04-28',
        belongsTo: { urn: '990099', name: 'Alder High School', sameSchool: false },
        overall: grade('3'),
        judgements: [],
        safeguarding: grade('Yes'),
        categoryOfConcern: { is: 'none' },
      },
    ]);
    expect(said).toContain('That outcome was given to the predecessor school, Alder High School (URN 990099).');
  });
});

function conversion(): Write {
  const proposal = ConversionProposal.parse({
    v: 1,
    id: '990301-990302',
    fromUrn: '990301',
    fromSchool: 'old',
    fromName: 'Old School',
    toUrn: '990302',
    toSchool: 'new',
    toName: 'New School',
    evidence: [{ kind: 'register_link' }],
    status: 'proposed',
  });
  const ref = conversionRef(proposal.id);
  return put(ref.partition, ref.id, CONVERSION_TYPE, proposal);
}
