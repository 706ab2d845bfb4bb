import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SchoolId } from '../../../src/core/ids.ts';
import { type Grant, grantsOn, Role } from '../../../src/core/people.ts';
import { updateGrants } from '../../../src/importing/people/update-grants.ts';
import { TODAY } from '../support/importing.ts';

const scope = { type: 'school', id: SchoolId.parse('northcliffe') } as const;
const head = { role: 'headteacher', scope } as const;
const lead = { role: 'alliance_lead', scope: { type: 'alliance', id: 'beckside' } } as const;
const all = { endOthers: true };

describe('grants after an import', () => {
  it('begin today when neither the file nor the store says since when', () => {
    expect(updateGrants([], [head], TODAY, all)).toEqual([{ ...head, from: '2026-11-22' }]);
  });

  it('keep the first day they have when the file gives none', () => {
    const held: Grant[] = [{ ...head, from: '2024-09-01' }];
    expect(updateGrants(held, [head], TODAY, all)).toEqual(held);
  });

  it('are as the file says when it gives days', () => {
    const held: Grant[] = [{ ...head, from: '2024-09-01' }];
    const wanted = { ...head, from: '2023-09-01', to: '2027-08-31' };
    expect(updateGrants(held, [wanted], TODAY, all)).toEqual([wanted]);
  });

  it('end yesterday, and stay on record, when the file no longer lists them', () => {
    const held: Grant[] = [
      { ...head, from: '2024-09-01' },
      { ...lead, from: '2025-09-01' },
    ];
    expect(updateGrants(held, [head], TODAY, all)).toEqual([
      held[0],
      { ...lead, from: '2025-09-01', to: '2026-11-21' },
    ]);
  });

  it('stay as they are when others are not to be ended', () => {
    const held: Grant[] = [{ ...lead, from: '2025-09-01' }];
    expect(updateGrants(held, [head], TODAY, { endOthers: false })).toEqual([held[0], { ...head, from: '2026-11-22' }]);
  });

  it('that had ended stay as they were, and somebody who comes back gets another', () => {
    const held: Grant[] = [{ ...head, from: '2020-09-01', to: '2023-08-31' }];
    expect(updateGrants(held, [], TODAY, all)).toEqual(held);
    expect(updateGrants(held, [head], TODAY, all)).toEqual([...held, { ...head, from: '2026-11-22' }]);
  });

  it('listed twice alike are kept once', () => {
    expect(updateGrants([], [head, head], TODAY, all)).toHaveLength(1);
  });
});

const day = fc.integer({ min: -800, max: 800 }).map((days) => TODAY.add({ days }).toString());
const role = fc.record({
  role: fc.constantFrom(...Role.options),
  scope: fc.constantFrom(scope, { type: 'authority' } as const, { type: 'area', id: 'north' } as const),
});
const heldGrant = fc.tuple(role, day, fc.option(fc.nat(500))).map(([which, from, days]): Grant => {
  const to = days === null ? {} : { to: TODAY.add({ days: days - 250 }).toString() };
  return { ...which, from, ...to };
});
const inFile = fc.tuple(role, fc.option(day), fc.boolean()).map(([which, from, ends]) => ({
  ...which,
  ...(from === null ? {} : { from, ...(ends ? { to: '2030-08-31' } : {}) }),
}));

describe('whatever is held and whatever the file says', () => {
  const any = [fc.array(heldGrant, { maxLength: 5 }), fc.array(inFile, { maxLength: 5 })] as const;
  const person = (grants: readonly Grant[]) => ({ grants }) as Parameters<typeof grantsOn>[0];

  it('the same file again changes nothing', () => {
    fc.assert(
      fc.property(...any, (held, file) => {
        const once = updateGrants(held, file, TODAY, all);
        expect(updateGrants(once, file, TODAY, all)).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('nobody holds today what the file does not list, and nothing is taken off the record', () => {
    fc.assert(
      fc.property(...any, (held, file) => {
        const after = updateGrants(held, file, TODAY, all);
        const listed = file.map(({ role: name, scope: where }) => `${name} ${JSON.stringify(where)}`);
        for (const grant of grantsOn(person(after), TODAY)) {
          expect(listed).toContain(`${grant.role} ${JSON.stringify(grant.scope)}`);
        }
        expect(after.length).toBeGreaterThanOrEqual(held.length);
      }),
      { numRuns: 1000 },
    );
  });
});
