import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AcademicYear } from '../../src/core/academic-year.ts';
import { loadPartnership, partnershipNames } from '../../src/partnership/load.ts';
import { copyOfPartnerships, spoilAt, spoilText } from './changed-copy.ts';

const LEEDS = 'frameworks/leeds-2013.json';
const DEMO = 'demo/partnership.json';

describe('the partnerships that come with the bot', () => {
  it.each([
    ['demo', 'leeds-2013', 5, 'Category 1'],
    ['leicestershire-tiers', 'leicestershire-2015', 3, 'Collaborative support'],
    ['support-bands', 'support-bands-2026', 4, 'Light Touch'],
  ])('%s loads with its framework %s', (name, framework, levels, first) => {
    const loaded = loadPartnership({ name, root: 'partnerships' });
    expect(loaded.framework.id).toBe(framework);
    expect(loaded.framework.levels).toHaveLength(levels);
    expect(loaded.framework.levels[0]?.label).toBe(first);
    expect(loaded.calendar.halfTermsIn(AcademicYear.parse('2026-27'))).toHaveLength(6);
  });

  it('are found by name', () => {
    expect(partnershipNames('partnerships')).toEqual(['demo', 'leicestershire-tiers', 'support-bands']);
  });

  it('choosing another framework is a change of configuration only', () => {
    const root = copyOfPartnerships();
    spoilAt(root, DEMO, 'framework', 'support-bands-2026');
    for (const group of [0, 1, 2, 3]) spoilAt(root, DEMO, `reviewGroups[${group}].frameworkGroup`, 'support-review');
    expect(loadPartnership({ name: 'demo', root }).framework.terms.level.plural).toBe('support bands');
  });

  it('give every framework the law and the inspection words in force', () => {
    for (const name of partnershipNames('partnerships')) {
      const { framework } = loadPartnership({ name, root: 'partnerships' });
      expect(framework.inspectionSchemes.map((scheme) => scheme.key)).toContain('report_card');
      expect(framework.intervention.map((step) => step.key)).toContain('warning-notice-2016');
    }
  });
});

describe('an authority may keep its files elsewhere', () => {
  it('in a folder named by its path, with a framework of its own', () => {
    const root = copyOfPartnerships();
    const elsewhere = join(root, '..', 'our-authority');
    mkdirSync(join(elsewhere, 'frameworks'), { recursive: true });
    cpSync(join(root, DEMO), join(elsewhere, 'partnership.json'));
    renameSync(join(root, LEEDS), join(elsewhere, 'frameworks', 'leeds-2013.json'));
    const loaded = loadPartnership({ name: elsewhere, root });
    expect(loaded.directory).toBe(elsewhere);
    expect(loaded.framework.id).toBe('leeds-2013');
  });

  it('and bring newer bank holidays', () => {
    const root = copyOfPartnerships();
    cpSync(join(root, 'bank-holidays.json'), join(root, 'demo', 'bank-holidays.json'));
    rmSync(join(root, 'bank-holidays.json'));
    expect(loadPartnership({ name: 'demo', root }).calendar.bankHolidaysKnownTo.toString()).toBe('2028-12-31');
  });
});

describe('a file that cannot even be read stops the start', () => {
  it('every fault is told at once', () => {
    const root = copyOfPartnerships();
    spoilAt(root, LEEDS, 'title', undefined);
    spoilAt(root, LEEDS, 'levels[2].visits.min', 'four');
    expect(() => loadPartnership({ name: 'demo', root })).toThrow(/title: [\s\S]*levels\[2\]\.visits\.min: /);
  });

  it('broken JSON is named by its line', () => {
    const root = copyOfPartnerships();
    spoilText(root, DEMO, (text) => text.replace('"calderbrook",', '"calderbrook"'));
    expect(() => loadPartnership({ name: 'demo', root })).toThrow('line 3: the file is not valid JSON from here on.');
  });

  it('a file that breaks off is named by its last line', () => {
    const root = copyOfPartnerships();
    spoilText(root, DEMO, (text) => text.split('\n').slice(0, 5).join('\n'));
    expect(() => loadPartnership({ name: 'demo', root })).toThrow('line 5: the file is not valid JSON');
  });

  it('a mark some Windows editors leave at the start is no fault', () => {
    const root = copyOfPartnerships();
    spoilText(root, DEMO, (text) => `\uFEFF${text}`);
    expect(loadPartnership({ name: 'demo', root }).partnership.key).toBe('calderbrook');
  });

  it('a partnership nobody has lists those there are', () => {
    expect(() => loadPartnership({ name: 'leeds', root: 'partnerships' })).toThrow(
      'there is no partnership.json here. Set PARTNERSHIP to the path of a folder that has one, or to one of: demo, leicestershire-tiers, support-bands.',
    );
  });

  it('missing bank holidays are named', () => {
    const root = copyOfPartnerships();
    rmSync(join(root, 'bank-holidays.json'));
    expect(() => loadPartnership({ name: 'demo', root })).toThrow(
      'bank-holidays.json cannot be used:\n  the file is not there',
    );
  });
});
