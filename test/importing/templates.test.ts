import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { fillDemo } from '../../src/demo/fill-demo.ts';
import { CATEGORIES } from '../../src/importing/categories/columns.ts';
import { LOCAL } from '../../src/importing/local/read-local.ts';
import { PEOPLE } from '../../src/importing/people/columns.ts';
import { VISITS } from '../../src/importing/visits/read-visits.ts';
import { loadPartnership } from '../../src/partnership/load.ts';
import { recordCategoryRows } from '../../src/record-category-rows.ts';
import { recordVisitRows } from '../../src/record-visit-rows.ts';
import { wordsOf } from '../../src/words-of.ts';
import { bodiesOf, importInto, NOW, openMemory, TODAY } from './support/importing.ts';

const PARTNERSHIPS = fileURLToPath(new URL('../../partnerships', import.meta.url));
const template = (name: string) => `${PARTNERSHIPS}/templates/${name}`;
const FILES = {
  schools: template('schools.csv'),
  people: template('people.csv'),
  categories: template('categories.csv'),
  visits: template('visits.csv'),
};

let store: Store;
let changes: NonNullable<Parameters<typeof importInto>[3]>;
beforeEach(async () => {
  const { partnership, framework, directory } = loadPartnership({ name: 'demo', root: PARTNERSHIPS });
  store = openMemory();
  await fillDemo({ store, clock: { now: () => NOW }, directory, framework: framework.id });
  changes = {
    words: wordsOf(partnership, framework),
    categorySink: recordCategoryRows(store, framework, TODAY),
    visitSink: recordVisitRows(store),
  };
});

describe('the templates', () => {
  it('come with examples that are all good in the demonstration', async () => {
    const { rejects, parts, outcome } = await importInto(store, FILES, {}, changes);
    expect(rejects).toEqual([]);
    expect(outcome).toBe('written');
    expect(parts).toMatchObject({
      local: { rowsRead: 3, unused: [] },
      people: { read: { rowsRead: 7, unused: [] }, taken: { changes: { new: 6, changed: 0, unchanged: 0 } } },
      categories: { rows: 4, unused: [] },
      visits: { rows: 3, unused: [] },
    });
  });

  it('change nothing when imported again', async () => {
    await importInto(store, FILES, {}, changes);
    expect(await importInto(store, FILES, {}, changes)).toMatchObject({ outcome: 'nothing_changed' });
  });

  it('attach no level to a school on the public register', async () => {
    const schools = (await bodiesOf(store, 'school')).map((body) => String(body.urn));
    expect(schools.every((urn) => urn.startsWith('9900'))).toBe(true);
  });

  it('have every column explained', () => {
    const readme = readFileSync(template('README.md'), 'utf8');
    for (const kind of [PEOPLE, CATEGORIES, VISITS, LOCAL]) {
      for (const column of Object.values(kind.columns)) {
        const [heading = ''] = column?.names ?? [];
        const explained = /^(reason|note)_\d+$/.test(heading) ? heading.replace(/\d+$/, '1') : heading;
        expect(readme).toContain(`\`${explained}\``);
      }
    }
  });
});
