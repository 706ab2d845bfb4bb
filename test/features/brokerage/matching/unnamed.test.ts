import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectoryEntry } from '../../../../src/core/directory.ts';
import { describeUnnamed } from '../../../../src/features/brokerage/matching/describe-school.ts';
import { mustNotTellWhoAsked, neutralWords } from '../../../../src/features/brokerage/matching/neutral-words.ts';
import { requestIn } from '../../support/examples.ts';
import { FOCUS_WORDS, schoolEntry } from './pairings.ts';

const MILE = 1609.344;
const at = (id: string, miles: number, changes = {}) =>
  schoolEntry(id, { location: { easting: 420_000 + miles * MILE, northing: 430_000 }, ...changes });
const TO = at('dale', 0);
const TELLER = { to: TO, authority: 'Calderbrook' };

describe('The school that asked, told without its name', () => {
  const asked = at('hill', 3.1);
  const others = (miles: readonly number[], changes = {}) => miles.map((far, n) => at(`other-${n}`, far, changes));

  it('is as near as it is, where five schools would fit that', () => {
    expect(describeUnnamed(asked, TELLER, [TO, asked, ...others([3, 3.2, 2.9, 3.4])])).toBe(
      'A primary school about 3 miles from yours',
    );
  });

  it('is less near said, the fewer there are that could be meant', () => {
    expect(describeUnnamed(asked, TELLER, [TO, asked, ...others([3, 3.2, 2.9, 4.4])])).toBe(
      'A primary school within 5 miles of yours',
    );
    expect(describeUnnamed(asked, TELLER, [TO, asked, ...others([3, 40, 50, 60])])).toBe(
      'A primary school in Calderbrook',
    );
  });

  it('is only a school, where even its phase would tell', () => {
    const special = at('hill', 3.1, { phase: 'special' });
    expect(describeUnnamed(special, TELLER, [TO, special, ...others([3, 3, 3, 3, 3])])).toBe('A school in Calderbrook');
  });

  it('is not told apart by a school that has closed, nor by the one that is asked', () => {
    const closed = at('shut', 3, { status: 'closed' });
    expect(describeUnnamed(asked, TELLER, [TO, asked, closed, ...others([3, 3, 3])])).toBe('A school in Calderbrook');
  });

  it('has no distance where the register has none', () => {
    const nowhere: DirectoryEntry = { ...asked };
    const { location: _location, ...without } = nowhere;
    expect(describeUnnamed(without, TELLER, [TO, without, ...others([3, 3, 3, 3])])).toBe(
      'A primary school in Calderbrook',
    );
  });

  it('could always be five schools or is no more than “a school”, wherever schools stand', () => {
    const place = fc.record({
      miles: fc.double({ min: 0, max: 30, noNaN: true }),
      phase: fc.constantFrom('primary', 'special'),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 25 }), (places) => {
        const schools = places.map(({ miles, phase }, n) => at(`school-${n}`, miles, { phase }));
        const all = [TO, ...schools];
        const [first] = schools;
        if (!first) return;
        const words = describeUnnamed(first, TELLER, all);
        if (words === 'A school in Calderbrook') return;
        const whole = (school: DirectoryEntry) => ((school.location?.easting ?? 0) - 420_000) / MILE;
        const about = /about (\d+) mile/.exec(words)?.[1];
        const within = /within (\d+) miles/.exec(words)?.[1];
        const alike = schools.filter((school) => {
          const far = whole(school);
          if (school.phase !== first.phase) return false;
          if (words.includes('less than a mile')) return far < 1;
          if (about) return far >= 1 && Math.round(far) === Number(about);
          return within ? far <= Number(within) + 1e-9 : true;
        });
        expect(alike.length).toBeGreaterThanOrEqual(5);
        expect(alike).toContain(first);
      }),
    );
  });
});

describe('What the adviser writes to a school', () => {
  const request = requestIn('matching');
  const northcliffe = {
    ...request,
    requester: { ...request.requester, name: 'Ruth Ellison' },
    wish: {
      ...request.wish,
      schoolName: 'St Wilfrid’s Catholic Primary School, Otterley',
      outcome: 'More of our Year 1s blending with real confidence by June.',
      tried: 'Daily sessions since September.',
    },
  };
  const school = schoolEntry('hill', { name: 'St Wilfrid’s Catholic Primary School, Otterley', aliases: ['Wilfs'] });
  const check = (text: string) => () => mustNotTellWhoAsked(text, northcliffe, { school, heads: [] });

  it('begins with nothing of the school that asked', () => {
    const words = neutralWords(FOCUS_WORDS, northcliffe);
    expect(words).toBe(
      'Another school would be glad of help with phonics: coaching. Your offer in the directory fits what they need.',
    );
    expect(check(words)).not.toThrow();
  });

  it.each([
    ['its name', 'St Wilfrid’s Catholic Primary School, Otterley would be glad'],
    ['its name in other letters', 'ST WILFRIDS would be glad'],
    ['its town', 'A school in Otterley'],
    ['what people call it', 'The Wilfs team'],
    ['its headteacher', 'Ruth Ellison would be glad'],
    ['its headteacher’s last name', 'Mrs Ellison’s school'],
    ['its number', 'urn 990001'],
    ['the request’s number', 'This is SR-2026-0041.'],
    ['its own sentence', 'They want more of our year 1s, blending with real confidence.'],
  ])('is refused when it holds %s, and says that nobody was asked', (_, text) => {
    expect(check(text)).toThrow(expect.objectContaining({ code: 'invalid_input', problems: [{ input: 'text' }] }));
    expect(check(text)).toThrow(/Nobody has been asked yet/);
  });

  it.each([
    'A Catholic primary school would be glad of help with blending.',
    'They have done daily sessions.',
    'Year 1 phonics, after Christmas.',
  ])('may be “%s”', (text) => {
    expect(check(text)).not.toThrow();
  });
});
