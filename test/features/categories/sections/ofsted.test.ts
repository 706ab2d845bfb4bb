import { describe, expect, it } from 'vitest';
import { ofstedSection } from '../../../../src/features/categories/sections/ofsted.ts';
import { loadFramework } from '../../../../src/partnership/load-framework.ts';
import { inspectionOf } from '../../../harness/records.ts';

const LEEDS = loadFramework({ id: 'leeds-2013', root: 'partnerships' });
const SAME_SCHOOL = { urn: '990100', sameSchool: true };
const grade = (text: string) => ({ is: 'grade', text });

function graded(date: string, overall: unknown, more: object = {}) {
  return {
    scheme: date < '2019-09-01' ? 'legacy_graded' : 'oeif_graded',
    date,
    belongsTo: SAME_SCHOOL,
    overall,
    judgements: [],
    safeguarding: grade('Yes'),
    categoryOfConcern: { is: 'none' },
    ...more,
  };
}

function reportCard(more: object = {}) {
  return {
    scheme: 'report_card',
    date: '2026-03-03',
    belongsTo: SAME_SCHOOL,
    areas: [{ area: 'Inclusion', judgement: grade('Strong standard') }],
    safeguarding: { judgement: grade('Met') },
    categoryOfConcern: { is: 'none' },
    ...more,
  };
}

const section = (inspections: readonly unknown[], more: Parameters<typeof inspectionOf>[2] = {}) =>
  ofstedSection(LEEDS, inspectionOf('alder', inspections, more));
const fact = (made: ReturnType<typeof section>, title: string) =>
  made.facts?.find((each) => each.title === title)?.value;

describe('A grade is in the words of the scheme in force on the day', () => {
  it.each([
    ['2011-05-04', '3', 'Satisfactory (3)'],
    ['2012-08-31', '3', 'Satisfactory (3)'],
    ['2012-09-01', '3', 'Requires improvement (3)'],
    ['2016-10-11', '2', 'Good (2)'],
    ['2019-09-01', '4', 'Inadequate (4)'],
    ['2024-07-01', '1', 'Outstanding (1)'],
  ])('%s: %s was %s', (date, code, words) => {
    expect(section([graded(date, grade(code))]).lead).toContain(`Overall effectiveness: ${words}.`);
  });

  it('is shown as it is printed where no scheme of ours has it', () => {
    expect(section([graded('1999-05-04', grade('6'))]).lead).toContain('Overall effectiveness: 6.');
  });
});

describe('Kinds of nothing are told apart', () => {
  it.each([
    [{ is: 'not_judged' }, 'No overall grade. Ofsted stopped giving one after 31 August 2024.'],
    [{ is: 'not_applicable' }, 'Overall effectiveness: Not applicable.'],
    [{ is: 'not_recorded' }, 'Overall effectiveness: Not recorded.'],
  ])('%j', (overall, words) => {
    expect(section([graded('2024-11-05', overall)]).lead).toContain(words);
  });

  it.each([
    [{ is: 'none' }, 'None'],
    [{ is: 'named', code: 'SM' }, 'Special measures'],
    [{ is: 'named', code: 'XX' }, 'XX'],
    [{ is: 'not_recorded' }, undefined],
  ])('category of concern %j', (categoryOfConcern, words) => {
    expect(fact(section([graded('2022-11-05', grade('4'), { categoryOfConcern })]), 'Ofsted category of concern')).toBe(
      words,
    );
  });

  it('leaves out areas that do not apply, such as a sixth form in a primary', () => {
    const judgements = [
      { area: 'Quality of education', judgement: grade('2') },
      { area: 'Sixth form provision', judgement: { is: 'not_applicable' } },
    ];
    const made = section([graded('2022-11-05', grade('2'), { judgements })]);
    expect(fact(made, 'Quality of education')).toBe('Good (2)');
    expect(fact(made, 'Sixth form provision')).toBeUndefined();
  });
});

describe('A report card', () => {
  it('has its own words and no overall grade', () => {
    const made = section([reportCard()]);
    expect(made.lead).toBe('Report card, inspected 3 March 2026. It has no overall grade.');
    expect(fact(made, 'Inclusion')).toBe('Strong standard');
    expect(fact(made, 'Safeguarding standards')).toBe('Met');
    expect(made.notes).toContain('The grades of a report card do not compare with the older ones.');
  });

  it('names its own categories of concern', () => {
    const made = section([reportCard({ categoryOfConcern: { is: 'named', code: 'RSI' } })]);
    expect(fact(made, 'Ofsted category of concern')).toBe('Requires significant improvement');
  });

  it('stands beside an older grade without being compared with it', () => {
    const made = section([graded('2021-06-01', grade('2')), reportCard()]);
    expect(made.lead).toContain('Report card');
    expect(made.lists?.[0]).toEqual({
      heading: 'Before that',
      items: ['Graded inspection, 1 June 2021. Overall effectiveness: Good (2).'],
    });
  });
});

describe('Every fact has its day', () => {
  it('as the file’s name or a person gives it', () => {
    expect(section([reportCard()]).source).toBe('Ofsted management information, as at 31 October 2026');
    expect(section([reportCard()]).aloud).toContain('as at 31 October 2026');
  });

  it('and promises no more where it is known from the newest entry only', () => {
    expect(section([reportCard()], { fileAsAtFrom: 'newest_publication' }).source).toBe(
      'Ofsted management information; its newest entry is of 31 October 2026',
    );
  });
});

describe('Without anything to show', () => {
  it('says that it holds nothing', () => {
    expect(ofstedSection(LEEDS, undefined).lead).toContain('I hold nothing from Ofsted about this school');
  });

  it('says that no inspection is recorded, which is not the same', () => {
    expect(section([])).toMatchObject({ lead: 'No inspection is recorded.', source: expect.stringContaining('as at') });
  });

  it('leads to Ofsted’s own page where the file names it', () => {
    const link = 'https://reports.ofsted.gov.uk/provider/21/990100';
    expect(section([], { link }).link).toEqual({ label: 'Reports on Ofsted’s site', url: link });
  });
});
