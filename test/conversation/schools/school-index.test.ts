import { describe, expect, it } from 'vitest';
import { buildSchoolIndex } from '../../../src/conversation/schools/build-school-index.ts';
import type { NamedSchool } from '../../../src/conversation/schools/school-index.ts';
import { SchoolId, Urn } from '../../../src/core/ids.ts';

const id = (text: string) => SchoolId.parse(text);
const school = (key: string, name: string, more: Partial<NamedSchool> = {}): NamedSchool => ({
  id: id(key),
  name,
  ...more,
});

const index = buildSchoolIndex([
  school('joseph-hunslet', "St Joseph's Catholic Primary School, Hunslet", { town: 'Leeds' }),
  school('joseph-otley', "St Joseph's Catholic Primary School, Otley", { town: 'Otley' }),
  school('joseph-wetherby', "St Joseph's Catholic Primary School, Wetherby", { town: 'Wetherby' }),
  school('joseph-pudsey', "St Joseph's Catholic Primary School, A Voluntary Academy", { town: 'Pudsey' }),
  school('springbank', 'Farsley Springbank Primary School', { town: 'Pudsey' }),
  school('spring-bank', 'Spring Bank Primary School', { town: 'Leeds' }),
  school('moor-allerton', 'Moor Allerton Hall Primary School'),
  school('temple-moor', 'Temple Moor High School', {
    urn: Urn.parse('146247'),
    formerUrns: [Urn.parse('108064')],
    laestab: '383/4064',
    postcode: 'LS15 0PT',
  }),
  school('hollin-lane', 'Hollin Lane Primary School', { aliases: ['HL', 'Hollin'] }),
  school('stonepit', 'Stonepit Junior School'),
  school('beckwith', 'Beckwith High School'),
  school('all-saints', 'Otley All Saints CofE Primary School', { town: 'Otley' }),
  school('windmill', 'Windmill Primary School'),
  school('thoresby', 'Ralph Thoresby School'),
]);

function found(text: string): string {
  const { fit, candidates } = index.find(text);
  return `${fit} ${candidates
    .map((one) => one.id)
    .sort()
    .join(' ')}`.trim();
}

function spotted(message: string): string {
  return index
    .spot(message)
    .map(
      ({ text, fit, candidates }) =>
        `${fit} ${
          fit === 'none'
            ? text
            : candidates
                .map((one) => one.id)
                .sort()
                .join(' ')
        }`,
    )
    .join(' + ');
}

describe('A name typed on its own', () => {
  it.each([
    ['Moor Allerton Hall', 'one moor-allerton'],
    ['moor allerton', 'one moor-allerton'],
    ['mah', 'one moor-allerton'],
    ['MAHPS', 'one moor-allerton'],
    ['HL', 'one hollin-lane'],
    ['saint josephs r.c. prim, otley', 'one joseph-otley'],
    ['St. Joseph’s Wetherby', 'one joseph-wetherby'],
    ["St Joseph's in Pudsey", 'one joseph-pudsey'],
    ['otley  all saints c of e', 'one all-saints'],
    ['Stonepit Juniors', 'one stonepit'],
    ['Ralph T', 'one thoresby'],
    ['Thorseby', 'one thoresby'],
    ['146247', 'one temple-moor'],
    ['URN 108064', 'one temple-moor'],
    ['383/4064', 'one temple-moor'],
    ['ls15 0pt', 'one temple-moor'],
  ])('"%s" is %s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it('is asked about when several schools bear it', () => {
    expect(found("St Joseph's")).toBe('several joseph-hunslet joseph-otley joseph-pudsey joseph-wetherby');
    expect(found("St Joseph's Catholic Primary School")).toMatch(/^several/);
  });

  it('is asked about when two differ by one space', () => {
    expect(found('springbank')).toBe('several spring-bank springbank');
    expect(found('Spring Bank Primary School')).toBe('one spring-bank');
  });

  it('means the one of several that the speaker works with', () => {
    const { fit, candidates } = index.find("St Joseph's", { prefer: new Set([id('joseph-otley'), id('windmill')]) });
    expect([fit, candidates[0]?.id]).toEqual(['one', 'joseph-otley']);
  });

  it('is asked about when the sort is only nearly right, and unknown when it clashes', () => {
    expect(found('Stonepit Primary')).toBe('several stonepit');
    expect(found('Beckwith Primary')).toBe('none');
  });

  it('is asked about, never guessed, when it is more than one slip away', () => {
    expect(found('Windwill Primary')).toBe('one windmill');
    expect(found('Bindwell Primary')).not.toMatch(/^one/);
  });

  it.each(['', '   ', 'primary school', '???', 'x'])('"%s" names nobody', (text) => {
    expect(found(text)).toBe('none');
  });
});

describe('Names inside a message', () => {
  it.each([
    ['hiya, cat for moor allerton hall pls', 'one moor-allerton'],
    ['did Temple Moor say yes?', 'one temple-moor'],
    ['log visit: Hollin Lane, today, half day', 'one hollin-lane'],
    ["who has St Joseph's?", 'several joseph-hunslet joseph-otley joseph-pudsey joseph-wetherby'],
    ['Stonepit hosted, Beckwith + Hollin Lane visited', 'one stonepit + one beckwith + one hollin-lane'],
    ['windmill primary wants phonics support', 'one windmill'],
    ['print urn 146247', 'one temple-moor'],
  ])('"%s" holds %s', (message, expected) => {
    expect(spotted(message)).toBe(expected);
  });

  it.each([
    'what category are we',
    'is our school a 3',
    "what's the weather in Otley",
    'list all 5 schools in category 4',
    'any good primary schools for phonics',
    'a trip to the windmill next spring',
    'which of mine are past the SLA',
    'thanks Priya, Mr Patel will ring Helen on Monday',
    'can all saints take part',
  ])('"%s" holds none of the common words as a name', (message) => {
    expect(spotted(message).replace(/several all-saints|one all-saints/, '')).toBe('');
  });

  it('are told from the names of schools the register does not hold', () => {
    expect(spotted('what category is Blahblah Primary')).toBe('none Blahblah Primary');
    expect(spotted('cat for swanlea?')).toBe('none swanlea');
    expect(spotted("findings from St Oswin's please")).toBe("none St Oswin's");
    expect(spotted('visit Pinder Lane on Tuesday')).toBe('none Pinder Lane');
    expect(spotted('is Hollin Moor Primary a 4')).toBe('none Hollin Moor Primary');
  });

  it('keep their place in the text', () => {
    const message = 'cat for Hollin Lane please';
    const [mention] = index.spot(message);
    expect(message.slice(mention?.start, mention?.end)).toBe('Hollin Lane');
  });
});

describe('A school that has converted', () => {
  it('is found by the name it has now, and by both its numbers', () => {
    const after = buildSchoolIndex([
      school('bramley', 'Bramley Park Academy', {
        urn: Urn.parse('146542'),
        formerUrns: [Urn.parse('107970')],
        aliases: ['Bramley Primary'],
      }),
    ]);
    for (const said of ['Bramley Park', 'bramley park acad', 'Bramley Primary', '146542', '107970']) {
      expect(after.find(said)).toMatchObject({ fit: 'one', candidates: [{ id: 'bramley' }] });
    }
  });
});

describe('A name that is also a town', () => {
  const village = [
    school('northcliffe', 'Northcliffe Primary School', { town: 'Northcliffe' }),
    school('hollin', 'Hollin Lane Primary School', { town: 'Calderbrook' }),
    school('brook-high', 'Calderbrook High School', { town: 'Calderbrook' }),
    school('brook-saints', 'Calderbrook All Saints CofE Primary School', { town: 'Calderbrook' }),
  ];
  const moorside = school('moorside', 'Moorside Junior School', { town: 'Northcliffe' });
  const heard = (schools: readonly NamedSchool[], message: string, prefer: readonly string[] = []) =>
    buildSchoolIndex(schools)
      .spot(message, { prefer: new Set(prefer.map(id)) })
      .map(({ fit, candidates }) => `${fit} ${candidates.map((one) => one.id).join(' ')}`.trim())
      .join(' + ');

  it.each(['what category is Northcliffe', 'Northcliffe', 'log visit northcliffe, today', "and Northcliffe's visits?"])(
    'is the only school there: "%s"',
    (message) => {
      expect(heard(village, message)).toBe('one northcliffe');
    },
  );

  it('is asked about where the town has other schools', () => {
    expect(heard([...village, moorside], 'what category is Northcliffe')).toBe('several northcliffe');
    expect(heard(village, 'what category is Calderbrook')).toBe('several brook-high brook-saints');
  });

  it('is the school the speaker works with, however many the town has', () => {
    expect(heard([...village, moorside], 'what category is Northcliffe', ['northcliffe', 'hollin'])).toBe(
      'one northcliffe',
    );
  });

  it('is the school people are on record as calling so', () => {
    const called = village.map((one) => (one.id === 'northcliffe' ? { ...one, aliases: ['Northcliffe'] } : one));
    expect(heard([...called, moorside], 'what category is Northcliffe')).toBe('one northcliffe');
  });

  it.each([
    'any schools near Northcliffe good at phonics',
    'the weather in Northcliffe',
    'who has the Northcliffe area',
    'list the Northcliffe alliance',
  ])('is the town where it is spoken of as one: "%s"', (message) => {
    expect(heard(village, message, ['northcliffe'])).toBe('');
  });

  it('is the town when no school is called by it alone', () => {
    expect(heard([school('saints', 'Otterley All Saints Primary', { town: 'Otterley' })], 'a trip from Otterley')).toBe(
      '',
    );
  });

  it('in a big town is the town, but where only a school can stand', () => {
    const town = Array.from({ length: 9 }, (_, i) =>
      school(`brook-${i}`, `Brook ${i} Road School`, { town: 'Calderbrook' }),
    );
    const big = [...village, ...town];
    expect(heard(big, 'does Calderbrook pay for travel')).toBe('');
    expect(heard(big, 'what category is Calderbrook')).toBe('several brook-high brook-saints');
    expect(heard(big, 'log a visit at Calderbrook, today')).toBe('several brook-high brook-saints');
  });
});
