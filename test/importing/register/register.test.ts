import { describe, expect, it } from 'vitest';
import { governanceOf, leftOutAs, phaseOf, statusOf } from '../../../src/importing/register/kinds.ts';
import { readRegister } from '../../../src/importing/register/read-register.ts';
import { changedSample, sample } from '../support/importing.ts';

const nothing = () => undefined;

async function read(changes: Readonly<Record<string, string>> = {}) {
  return readRegister(changedSample('register-2023.csv', changes), {}, nothing);
}

describe('the register', () => {
  it('reads alike in the 140 columns of 2023 and the 135 of today', async () => {
    const old = await readRegister(sample('register-2023.csv'), {}, nothing);
    const now = await readRegister(sample('register-2025.csv'), {}, nothing);
    expect([old.encoding, now.encoding]).toEqual(['windows_1252', 'utf_8']);
    expect(now.entries).toEqual(old.entries);
    expect(old.rejects).toEqual([]);
  });

  it('keeps the register’s own wording, tidied, and leaves out what it does not know', async () => {
    const { entries } = await read();
    expect(entries.find(({ facts }) => facts.urn === '990102')?.facts).toEqual({
      urn: '990102',
      laestab: '9993102',
      name: 'St Anne’s Catholic Primary School',
      postcode: 'CB1 1AA',
      ward: 'Calder & Brook',
      phase: 'primary',
      governance: 'voluntary_aided',
      typeName: 'Voluntary aided school',
      religiousCharacter: 'Roman Catholic',
      ages: { low: 3, high: 11 },
      location: { easting: 431887, northing: 431208 },
      status: 'open',
      registerAsAt: '2026-10-02',
    });
  });

  it('leaves out independent schools and universities with a count, and takes them when asked', async () => {
    const { entries, leftOut } = await read();
    expect(Object.fromEntries(leftOut)).toEqual({ 'Independent schools': 1, Universities: 1 });
    expect(entries.map(({ facts }) => facts.urn)).not.toContain('990107');
    const all = await readRegister(sample('register-2023.csv'), { allTypes: true }, nothing);
    expect(all.entries).toHaveLength(15);
    expect(all.entries.find(({ facts }) => facts.urn === '990107')?.facts.governance).toBe('independent');
  });

  it('takes one authority when told which', async () => {
    const { entries, outsideLa } = await readRegister(sample('register-2023.csv'), { la: '998' }, nothing);
    expect(entries.map(({ facts }) => facts.urn)).toEqual(['990113']);
    expect(outsideLa).toBe(14);
  });

  it('does without columns it need not have, and says which facts it then knows nothing of', async () => {
    const { silentOn, entries } = await read({ 'Trusts (name)': 'Trusts', Postcode: 'PC' });
    expect([...silentOn]).toEqual(['postcode', 'trust']);
    expect(entries).toHaveLength(13);
  });
});

describe('a row of the register', () => {
  it.each([
    ['a URN of five digits', { '990106,': '99106,' }, 9, 'URN', '99106', 'A URN has six digits.'],
    ['a URN that is there already', { '990106,': '990105,' }, 9, 'URN', '990105', 'The same URN is already on line 8.'],
    ['no name', { 'Old Mill Primary School': '' }, 9, 'EstablishmentName', '', 'This cell is blank and must not be.'],
    [
      'a status nobody knows',
      { ',Proposed to open,': ',Thinking,' },
      14,
      'EstablishmentStatus (name)',
      'Thinking',
      /“Open”/,
    ],
    ['a day that is none', { '31-12-2025': '31-02-2025' }, 5, 'CloseDate', '31-02-2025', /not a date/],
    [
      'an age that is none',
      { ',16,19,': ',16,x,' },
      15,
      'StatutoryHighAge',
      'x',
      'This should be a whole number from 0 to 99.',
    ],
    [
      'ages the wrong way round',
      { ',16,19,': ',19,16,' },
      15,
      'StatutoryHighAge',
      '16',
      'The highest age is below the lowest, 19.',
    ],
  ] as const)('is left out with the reason when it has %s', async (_, changes, line, column, value, reason) => {
    const { entries, rejects } = await read(changes);
    expect(rejects).toEqual([
      {
        file: expect.stringContaining('register-2023.csv'),
        line,
        column,
        value,
        reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
      },
    ]);
    expect(entries).toHaveLength(12);
  });
});

describe('what an establishment is', () => {
  const kind = (typeGroup: string, typeName?: string, phase?: string) => ({ typeGroup, typeName, phase });

  it.each([
    ['Primary', 'primary'],
    ['Middle deemed secondary', 'middle'],
    ['All-through', 'all_through'],
    ['16 plus', 'sixteen_plus'],
    ['Not applicable', 'other'],
  ])('phase %s is %s', (phase, wanted) => {
    expect(phaseOf(kind('Academies', 'Academy converter', phase))).toBe(wanted);
  });

  it('a special school, an academy or not, is special whatever its phase says', () => {
    expect(phaseOf(kind('Special schools', 'Community special school', 'Not applicable'))).toBe('special');
    expect(phaseOf(kind('Academies', 'Academy special sponsor led', 'Not applicable'))).toBe('special');
    expect(phaseOf(kind('Special schools', undefined, 'Primary'))).toBe('special');
    expect(phaseOf(kind('Free Schools', 'Free schools alternative provision', 'Not applicable'))).toBe('alternative');
  });

  it.each([
    ['Community school', 'community'],
    ['Voluntary controlled school', 'voluntary_controlled'],
    ['Foundation special school', 'foundation'],
    ['Academy sponsor led', 'academy'],
    ['Free schools 16 to 19', 'academy'],
    ['University technical college', 'academy'],
    ['Other independent special school', 'independent'],
    ['Non-maintained special school', 'other'],
  ])('a “%s” is run as %s', (typeName, wanted) => {
    expect(governanceOf(kind('Special schools', typeName))).toBe(wanted);
  });

  it('is not guessed for a maintained school whose type the file does not give', () => {
    expect(governanceOf(kind('Local authority maintained schools'))).toBe('other');
  });

  it('leaves out an independent special school, though the register puts it among special schools', () => {
    expect(leftOutAs(kind('Special schools', 'Other independent special school'))).toBe('Independent schools');
    expect(leftOutAs(kind('Special schools', 'Community special school'))).toBeUndefined();
    expect(leftOutAs(kind('Other types', 'Secure units'))).toBe('Other types');
    expect(leftOutAs(kind(''))).toBeUndefined();
  });

  it('is open, closed, or on its way to either', () => {
    expect(['Open', 'Closed', 'Open, but proposed to close', 'Proposed to open', 'Ajar'].map(statusOf)).toEqual([
      'open',
      'closed',
      'proposed_to_close',
      'proposed_to_open',
      undefined,
    ]);
  });
});
