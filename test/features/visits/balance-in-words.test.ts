import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../src/core/framework.ts';
import { levelByKey } from '../../../src/core/framework-lookups.ts';
import { type VisitEntitlement, visitBalance } from '../../../src/core/framework-visits.ts';
import { balanceInWords } from '../../../src/features/visits/index.ts';
import { loadFramework } from '../../../src/partnership/load-framework.ts';

const LEEDS = loadFramework({ id: 'leeds-2013', root: 'partnerships' });
const TIERS = loadFramework({ id: 'leicestershire-2015', root: 'partnerships' });
const BANDS = loadFramework({ id: 'support-bands-2026', root: 'partnerships' });

function said(framework: Framework, key: string, recorded: number, stated?: number, adviser = 'your adviser') {
  const level = levelByKey(framework, key);
  if (!level) throw new Error(`No level ${key}`);
  const balance = visitBalance(level.visits, recorded, stated);
  return balanceInWords(balance, { unit: framework.terms.visitUnit, adviser, entitlement: level.visits });
}

describe('Leeds 2013, below, at and above the promise', () => {
  it.each([
    ['1', 0, 'The framework promises 1 half-day; 0 recorded this year; 1 left.'],
    ['1', 1, 'The framework promises 1 half-day; 1 recorded this year; none left.'],
    ['1', 2, 'The framework promises 1 half-day; 2 recorded this year; none left.'],
    ['2', 2, 'The framework promises 3 half-days; 2 recorded this year; 1 left.'],
    ['2', 3, 'The framework promises 3 half-days; 3 recorded this year; none left.'],
    ['2', 4, 'The framework promises 3 half-days; 4 recorded this year; none left.'],
    [
      '3',
      3,
      'The framework promises at least 4 half-days; 3 recorded this year; at least 1 still owed. There is no upper limit.',
    ],
    ['3', 4, 'The framework promises at least 4; 4 recorded this year; there is no upper limit.'],
    ['3', 5, 'The framework promises at least 4; 5 recorded this year; there is no upper limit.'],
    [
      '4',
      5,
      'The framework allows up to 6 half-days; 5 recorded this year; up to 1 more. How many is for your adviser to decide.',
    ],
    ['4', 6, 'The framework allows up to 6; 6 recorded this year; more is for your adviser to decide.'],
    ['4', 7, 'The framework allows up to 6; 7 recorded this year; more is for your adviser to decide.'],
  ])('category %s with %i recorded', (key, recorded, sentence) => {
    expect(said(LEEDS, key, recorded).sentence).toBe(sentence);
  });

  it.each([
    [5, 12, 'The action plan states 12 half-days; 5 recorded this year; 7 left of those.'],
    [12, 12, 'The action plan states 12 half-days; 12 recorded this year; none left of those.'],
    [13, 12, 'The action plan states 12 half-days; 13 recorded this year; none left of those.'],
    [
      5,
      undefined,
      'The number is set in the school’s action plan, and I have none on record yet; 5 half-days recorded this year.',
    ],
  ])('category 5 with %i recorded, the plan stating %s', (recorded, stated, sentence) => {
    expect(said(LEEDS, '5', recorded, stated).sentence).toBe(sentence);
  });
});

describe('Other frameworks say the same things in their own kinds of promise', () => {
  it.each(['collaborative', 'targeted', 'intensive'])('Leicestershire 2015, %s: no number is made up', (key) => {
    expect(said(TIERS, key, 2)).toMatchObject({
      sentence: 'The framework sets no number of visits; 2 half-days recorded this year.',
      promised: 'No number is set',
      left: 'For your adviser to decide',
    });
  });

  it.each([
    ['light-touch', 1, undefined, 'The framework promises 1 half-day; 1 recorded this year; none left.'],
    [
      'support-and-challenge',
      7,
      undefined,
      'The framework promises at least 6; 7 recorded this year; there is no upper limit.',
    ],
    [
      'support-and-challenge-plus',
      2,
      10,
      'The action plan states 10 half-days; 2 recorded this year; 8 left of those.',
    ],
  ])('support bands, %s', (key, recorded, stated, sentence) => {
    expect(said(BANDS, key, recorded, stated).sentence).toBe(sentence);
  });

  it('says who sets a number that is the adviser’s to set', () => {
    const entitlement: VisitEntitlement = {
      mode: 'set_by_plan',
      setBy: 'adviser',
      unit: 'half_day',
      per: 'academic_year',
      statements: [{ text: 'x', source: { document: 'd', section: '1' } }],
    };
    const words = { unit: LEEDS.terms.visitUnit, adviser: 'your adviser', entitlement };
    expect(balanceInWords({ mode: 'set_by_plan', recorded: 2 }, words).sentence).toBe(
      'The number is for your adviser to decide; 2 half-days recorded this year.',
    );
  });
});

describe('Whom it speaks to, and for whom', () => {
  it('never tells an adviser to ask their adviser', () => {
    expect(said(LEEDS, '4', 6, undefined, 'you').sentence).toContain('more is for you to decide');
    expect(said(LEEDS, '4', 6, undefined, 'the school’s adviser').sentence).toContain(
      'for the school’s adviser to decide',
    );
  });

  it('says that the authority promises where the authority has ruled', () => {
    const level = levelByKey(LEEDS, '3');
    if (!level || level.visits.mode === 'none') throw new Error('No level 3');
    const ruling = { by: 'Head of Learning Improvement', on: '2026-09-01' };
    const entitlement = { ...level.visits, mode: 'exact', count: 6, ruling } as const;
    const words = { unit: LEEDS.terms.visitUnit, adviser: 'your adviser', entitlement };
    expect(balanceInWords({ mode: 'exact', promised: 6, recorded: 0, left: 6 }, words).sentence).toContain(
      'The authority promises 6 half-days',
    );
  });
});

describe('In a list, where “2 half-days recorded” stands before it', () => {
  it.each([
    ['1', 0, undefined, '1 left'],
    ['2', 3, undefined, 'none left'],
    ['3', 1, undefined, 'at least 3 still owed'],
    ['3', 9, undefined, 'promise kept, no upper limit'],
    ['4', 4, undefined, 'up to 2 more'],
    ['4', 6, undefined, 'ceiling reached'],
    ['5', 5, 12, '7 left in the plan'],
    ['5', 5, undefined, 'no number in the plan yet'],
  ])('category %s with %i recorded', (key, recorded, stated, remaining) => {
    expect(said(LEEDS, key, recorded, stated).remaining).toBe(remaining);
  });
});
