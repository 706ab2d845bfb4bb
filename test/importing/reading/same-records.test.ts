import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGISTER } from '../../../src/importing/register/columns.ts';
import { readRegister } from '../../../src/importing/register/read-register.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import { fileOf, importInto, NOW } from '../support/importing.ts';

const HEADINGS = Object.values(REGISTER.columns).map((column) => column?.names[0] ?? '');

/** Letters that windows-1252 has, the awkward ones among them, and what CSV itself is written with. */
const letter = fc.constantFrom(...'abcXYZ 0123,"\'’–é€£‘”');
const name = fc.string({ unit: letter, minLength: 1, maxLength: 20 }).filter((text) => /[a-zX-Z0-9]/.test(text));

const school = fc.record({
  name,
  town: fc.string({ unit: letter, maxLength: 10 }),
  low: fc.integer({ min: 2, max: 11 }).map(String),
  opened: fc.constantFrom('', '01-09-1998', '01-01-1900'),
  status: fc.constantFrom('Open', 'Closed', 'Open, but proposed to close'),
});

const form = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'windows-1252', 'windows-1252 read as Latin-1'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  quoting: fc.constantFrom('all', 'all but the URN', 'where needed'),
  columns: fc.shuffledSubarray([...HEADINGS, 'HeadLastName', 'RSCRegion (name)'], { minLength: HEADINGS.length + 2 }),
  strayReturns: fc.boolean(),
});
type Form = typeof form extends fc.Arbitrary<infer T> ? T : never;
type Sample = typeof school extends fc.Arbitrary<infer T> ? T : never;

const WINDOWS_1252 = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]),
);

function bytesOf(text: string, encoding: Form['encoding']): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8 with mark') return Buffer.from(`\uFEFF${text}`);
  const bytes = Buffer.from([...text].map((character) => WINDOWS_1252.get(character) ?? 0x3f));
  return encoding === 'windows-1252' ? bytes : Buffer.from(bytes.toString('latin1'));
}

function write(schools: readonly Sample[], { encoding, lineEnd, quoting, columns, strayReturns }: Form): Buffer {
  const cell = (text: string, heading: string) => {
    const needed = /[",\n\r]/.test(text);
    const quoted = quoting === 'all' || needed || (quoting === 'all but the URN' && heading !== 'URN');
    return quoted ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = schools.map((each, index) => {
    const values: Readonly<Record<string, string>> = {
      URN: String(990_100 + index),
      'LA (code)': '999',
      EstablishmentName: strayReturns ? each.name.replaceAll(' ', ' \r') : each.name,
      'EstablishmentTypeGroup (name)': 'Academies',
      'EstablishmentStatus (name)': each.status,
      'PhaseOfEducation (name)': 'Primary',
      OpenDate: each.opened,
      StatutoryLowAge: each.low,
      StatutoryHighAge: '18',
      Town: each.town,
    };
    return columns.map((heading) => cell(values[heading] ?? '', heading)).join(',');
  });
  const header = columns.map((heading) => (quoting === 'where needed' ? heading : `"${heading}"`)).join(',');
  return bytesOf([header, ...rows, ''].join(lineEnd), encoding);
}

const PLAIN: Form = {
  encoding: 'utf-8',
  lineEnd: '\n',
  quoting: 'where needed',
  columns: [...HEADINGS],
  strayReturns: false,
};

async function recordsOf(bytes: Buffer) {
  const { entries, rejects } = await readRegister(fileOf(bytes), {}, () => undefined);
  return { schools: entries.map(({ facts }) => facts), rejects: rejects.map(({ reason }) => reason) };
}

describe('the same schools', () => {
  it('are read from every encoding, line end, quoting and order of columns', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(school, { minLength: 1, maxLength: 6 }), form, async (schools, any) => {
        // The letters must be there for the encoding to be told from them.
        const marked: Sample[] = [...schools, { name: 'St Anne’s', town: '', low: '3', opened: '', status: 'Open' }];
        expect(await recordsOf(write(marked, any))).toEqual(await recordsOf(write(marked, PLAIN)));
      }),
      { numRuns: 150 },
    );
  });

  it('change nothing when they are imported again in another form', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(school, { minLength: 1, maxLength: 6 }), form, form, async (schools, one, other) => {
        const marked: Sample[] = [...schools, { name: 'St Anne’s', town: '', low: '3', opened: '', status: 'Open' }];
        const store = openSqliteStore({ file: ':memory:', clock: { now: () => NOW } });
        try {
          await importInto(store, { gias: fileOf(write(marked, one)) });
          const again = await importInto(store, { gias: fileOf(write(marked, other)) });
          expect(again).toMatchObject({ outcome: 'nothing_changed', written: { committed: 0 } });
        } finally {
          await store.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});
