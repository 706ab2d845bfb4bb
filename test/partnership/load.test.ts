import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AcademicYear } from '../../src/core/academic-year.ts';
import { loadPartnership, partnershipNames } from '../../src/partnership/load.ts';
import { copyOfPartnerships, type Spoilt, spoil, spoilText } from './changed-copy.ts';

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

  it('choosing another framework is a change of one line', () => {
    const root = copyOfPartnerships();
    spoil(root, DEMO, (demo) => {
      demo.framework = 'support-bands-2026';
      for (const group of demo.reviewGroups) group.frameworkGroup = 'support-review';
    });
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

describe('a file that cannot be used stops the start, naming the file, the field and the remedy', () => {
  it.each<[string, string, (json: Spoilt) => void, string]>([
    [
      'a missing field',
      LEEDS,
      (f) => delete f.levels[2].visits.min,
      'levels[2].visits.min: this field is missing. Add it: a number without quotation marks.',
    ],
    [
      'a missing section',
      LEEDS,
      (f) => delete f.terms,
      'terms: this field is missing. Add it: a group of fields in curly brackets.',
    ],
    [
      'a missing choice',
      LEEDS,
      (f) => delete f.levels[0].mayOfferSupport,
      'levels[0].mayOfferSupport: this field is missing.',
    ],
    [
      'words where a number belongs',
      LEEDS,
      (f) => {
        f.levels[2].visits.min = 'four';
      },
      'levels[2].visits.min: "four" is not a number without quotation marks.',
    ],
    [
      'half a visit',
      LEEDS,
      (f) => {
        f.levels[2].visits.min = 3.5;
      },
      'levels[2].visits.min: 3.5 is not a whole number without quotation marks.',
    ],
    [
      'no visits at all',
      LEEDS,
      (f) => {
        f.levels[2].visits.min = 0;
      },
      'levels[2].visits.min: 0 will not do. It must be more than 0.',
    ],
    [
      'a floor and a ceiling at once',
      LEEDS,
      (f) => {
        f.levels[2].visits.max = 6;
      },
      'levels[2].visits.max: no field of this name is known here. Check the spelling, or take it out.',
    ],
    [
      'a kind of promise nobody knows',
      LEEDS,
      (f) => {
        f.levels[2].visits.mode = 'about';
      },
      'levels[2].visits.mode: "about" is not one of the kinds known here. Use one of: "exact", "at_least", "up_to", "set_by_plan", "none".',
    ],
    [
      'a promise without a kind',
      LEEDS,
      (f) => delete f.levels[2].visits.mode,
      'levels[2].visits.mode: this field is missing. Use one of: "exact"',
    ],
    [
      'a value that is not offered',
      LEEDS,
      (f) => {
        f.ordering = 'upwards';
      },
      'ordering: "upwards" is not one of the values allowed here. Use one of: "ascending_concern", "none".',
    ],
    [
      'a misspelt field',
      LEEDS,
      (f) => {
        f.levels[0].plainEnglsh = 'x';
      },
      'levels[0].plainEnglsh: no field of this name is known here.',
    ],
    [
      'an empty text',
      LEEDS,
      (f) => {
        f.levels[0].plainEnglish = ' ';
      },
      'levels[0].plainEnglish: " " is empty. Write something here.',
    ],
    [
      'an empty list',
      LEEDS,
      (f) => {
        f.levels[0].criteria.items = [];
      },
      'levels[0].criteria.items: a list of 0 will not do. It must be more than 0. at least 1 in the list.',
    ],
    [
      'a date the British way round',
      LEEDS,
      (f) => {
        f.validFrom = '01/06/2013';
      },
      'validFrom: "01/06/2013" is not a date written like "2026-09-01".',
    ],
    [
      'a key with a space',
      LEEDS,
      (f) => {
        f.levels[0].key = 'cat 1';
      },
      'levels[0].key: "cat 1" must be a short name of letters',
    ],
    [
      'no surprises switched off',
      LEEDS,
      (f) => {
        f.assignment.communicatedBeforeVisible = false;
      },
      'assignment.communicatedBeforeVisible: false is not one of the values allowed here. Use true.',
    ],
    [
      'a cadence nobody keeps',
      LEEDS,
      (f) => {
        f.groups[0].cadence = 'weekly';
      },
      'groups[0].cadence: "weekly" is none of the things allowed here.',
    ],
    [
      'two levels with one key',
      LEEDS,
      (f) => {
        f.levels[1].key = '1';
      },
      'levels[1].key: "1" is already used by levels[0].',
    ],
    [
      'a criterion id used twice',
      LEEDS,
      (f) => {
        f.levels[2].criteria.items[0].id = '1.1';
      },
      'levels[2].criteria.items[0].id: the criterion id "1.1" is already used at levels[0].criteria.items[0].id.',
    ],
    [
      'a sign with a criterion’s id',
      LEEDS,
      (f) => {
        f.concernIndicators.items[6].parts[0].id = '1.1';
      },
      'concernIndicators.items[6].parts[0].id: the criterion id "1.1" is already used',
    ],
    [
      'a last day before the first',
      LEEDS,
      (f) => {
        f.validTo = '2013-01-01';
      },
      'validTo: 2013-01-01 is before validFrom, 2013-06-01.',
    ],
    [
      'a step that ends before it begins',
      LEEDS,
      (f) => {
        f.intervention[0].validTo = '2012-01-01';
      },
      'intervention[0].validTo: 2012-01-01 is before validFrom',
    ],
    [
      'a source nobody listed',
      LEEDS,
      (f) => {
        f.levels[0].title.source.document = 'leeds-2031';
      },
      'levels[0].title.source.document: there is no source "leeds-2031". Add it to sources, or use one of: leeds-2013, leeds-2017',
    ],
    [
      'a level nobody knows',
      LEEDS,
      (f) => {
        f.sharedReview.additionalVisitsFor = ['6'];
      },
      'sharedReview.additionalVisitsFor[0]: there is no level "6". Use one of: 1, 2, 3, 4, 5.',
    ],
    [
      'a group nobody knows',
      LEEDS,
      (f) => {
        f.assignment.overseenBy = ['silc'];
      },
      'assignment.overseenBy[0]: there is no group "silc".',
    ],
    [
      'a joint review group that is nowhere described',
      LEEDS,
      (f) => {
        f.jointReviewGroup = null;
      },
      'levels[3].jointReviewGroup.setUp: "required" needs a jointReviewGroup',
    ],
    [
      'a level that answers to “in category”',
      LEEDS,
      (f) => {
        f.levels[4].aliases.push('in category');
      },
      'means an Ofsted category of concern to a headteacher. Take this alias out.',
    ],
    [
      'an id that is not the file’s name',
      LEEDS,
      (f) => {
        f.id = 'leeds';
      },
      'id: "leeds" differs from the name of the file, leeds-2013.json.',
    ],
    [
      'a national vocabulary nobody has',
      LEEDS,
      (f) => {
        f.national = 'wales';
      },
      'national: there is no national vocabulary "wales". Use one of: england.',
    ],
    [
      'a law cited from nowhere',
      'national/england.json',
      (n) => {
        n.glossary[0].source.document = 'hearsay';
      },
      'glossary[0].source.document: there is no source "hearsay".',
    ],
    [
      'a bank holiday on no day',
      'bank-holidays.json',
      (b) => {
        b.scotland.events[0].date = 'soon';
      },
      'scotland.events[0].date: "soon" is not a date',
    ],
  ])('%s', (_, file, change, expected) => {
    const root = copyOfPartnerships();
    spoil(root, file, change);
    expect(() => loadPartnership({ name: 'demo', root })).toThrow(expected);
    expect(() => loadPartnership({ name: 'demo', root })).toThrow(`${join(root, file)} cannot be used:`);
  });

  it.each<[string, (json: Spoilt) => void, string]>([
    [
      'a framework nobody has',
      (p) => {
        p.framework = 'leeds-2031';
      },
      'framework: there is no framework "leeds-2031". Use one of: leeds-2013, leicestershire-2015, support-bands-2026.',
    ],
    [
      'no telephone number for the front door',
      (p) => delete p.contacts.safeguarding.phone,
      'contacts.safeguarding.phone: this field is missing.',
    ],
    [
      'a telephone number in words',
      (p) => {
        p.contacts.emergency.phone = 'nine nine nine';
      },
      'contacts.emergency.phone: "nine nine nine" must be a telephone number',
    ],
    [
      'nobody to turn to',
      (p) => {
        p.contacts.pressOffice = { name: 'Press' };
      },
      'contacts.pressOffice: must have at least one of phone, email and url.',
    ],
    [
      'a group of a kind the framework lacks',
      (p) => {
        p.reviewGroups[0].frameworkGroup = 'silc';
      },
      'reviewGroups[0].frameworkGroup: the framework leeds-2013 has no group "silc". Use one of: early-years, primary, secondary.',
    ],
    [
      'a group in an area nobody drew',
      (p) => {
        p.reviewGroups[0].areas = ['east'];
      },
      'reviewGroups[0].areas[0]: there is no area "east".',
    ],
    [
      'two groups with one key',
      (p) => {
        p.reviewGroups[1].key = 'primary-north';
      },
      'reviewGroups[1].key: "primary-north" is already used by reviewGroups[0].',
    ],
    ['a ruling nobody made', (p) => delete p.overrides[0].ruledBy, 'overrides[0].ruledBy: this field is missing.'],
    ['a ruling on no day', (p) => delete p.overrides[0].ruledOn, 'overrides[0].ruledOn: this field is missing.'],
    [
      'a ruling on a level nobody knows',
      (p) =>
        p.overrides.push({
          settles: 'visits',
          level: '6',
          visits: { mode: 'up_to', max: 12 },
          ruledBy: 'Head of Learning Improvement',
          ruledOn: '2026-09-01',
        }),
      'overrides[6].level: the framework leeds-2013 has no category "6".',
    ],
    [
      'hours that end before they begin',
      (p) => {
        p.workingHours = { from: '17:00', to: '08:00' };
      },
      'workingHours: must begin before they end.',
    ],
    [
      'made-up terms outside the demonstration',
      (p) => {
        p.demo = false;
      },
      'termDates.from: "usual_pattern" makes dates up, which only the demonstration may do.',
    ],
    [
      'a local authority code in numbers',
      (p) => {
        p.authority.laCode = 383;
      },
      'authority.laCode: 383 is not text in quotation marks.',
    ],
  ])('%s', (_, change, expected) => {
    const root = copyOfPartnerships();
    spoil(root, DEMO, change);
    expect(() => loadPartnership({ name: 'demo', root })).toThrow(expected);
    expect(() => loadPartnership({ name: 'demo', root })).toThrow(`${join(root, DEMO)} cannot be used:`);
  });

  it.each<[string, (year: Spoilt) => void, string]>([
    [
      'half terms out of order',
      (year) => year.halfTerms.reverse(),
      'halfTerms[0].key: expected autumn1 here and found summer2.',
    ],
    [
      'five half terms',
      (year) => year.halfTerms.pop(),
      'termDates.years[0].halfTerms: the list has 5. It must have exactly 6.',
    ],
    [
      'a half term of another year',
      (year) => {
        year.halfTerms[0].start = '2024-09-02';
      },
      'halfTerms[0]: 2024-09-02 to 2025-10-24 is not in the academic year 2025-26.',
    ],
    [
      'a half term that ends before it starts',
      (year) => {
        year.halfTerms[1].end = '2025-11-02';
      },
      'halfTerms[1].end: 2025-11-02 is before its start',
    ],
    [
      'half terms that overlap',
      (year) => {
        year.halfTerms[1].start = '2025-10-20';
      },
      'halfTerms[1].start: 2025-10-20 is not after the end of autumn1, 2025-10-24.',
    ],
  ])('term dates: %s', (_, change, expected) => {
    const root = copyOfPartnerships();
    spoil(root, 'support-bands/partnership.json', (p) => change(p.termDates.years[0]));
    expect(() => loadPartnership({ name: 'support-bands', root })).toThrow(expected);
  });

  it('every fault is told at once', () => {
    const root = copyOfPartnerships();
    spoil(root, LEEDS, (f) => {
      delete f.title;
      f.levels[2].visits.min = 'four';
    });
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
