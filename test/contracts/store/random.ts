import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Etag, Guard, JsonObject, QuerySpec, Ref, Scalar, Write } from '../../../src/core/store.ts';
import type { ModelWrite } from './model.ts';
import { emptyModel } from './model.ts';
import type { Scene } from './scene.ts';

const partitions = ['p', 'P', 'p\uff5e', 'p😀'];
const ids = ['1', '10', '2', 'a/b', '\uff5e', '😀'];
const fields = ['f', 'g', 'g.h'];

const scalar = fc.oneof(
  fc.constantFrom<Scalar[]>(
    null,
    true,
    false,
    0,
    1,
    -1.5,
    10,
    1e21,
    '',
    '1',
    'a',
    'b',
    '😀',
    '\uff5e',
    '\ufeff',
    '2026-03-02',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
);
const value = fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) });
const body: fc.Arbitrary<JsonObject> = fc.record(
  { f: value, g: fc.oneof(value, fc.record({ h: value }, { requiredKeys: [] })), n: fc.integer() },
  { requiredKeys: [] },
);

const bound = fc.oneof(
  fc.constantFrom<(string | number)[]>('', 'a', '1', 0, 1, '😀', '\uff5e'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const condition: fc.Arbitrary<Condition> = fc.constantFrom(...fields).chain((field) =>
  fc.oneof(
    scalar.map((eq) => ({ field, eq })),
    fc.array(scalar, { maxLength: 4 }).map((choices) => ({ field, in: choices })),
    scalar.map((contains) => ({ field, contains })),
    bound.map((from) => ({ field, from })),
    bound.map((to) => ({ field, to })),
  ),
);
const query = fc.record(
  {
    partition: fc.constantFrom(...partitions),
    where: fc.array(condition, { maxLength: 2 }),
    orderBy: fc.record({
      field: fc.constantFrom(...fields),
      direction: fc.constantFrom<('ascending' | 'descending')[]>('ascending', 'descending'),
    }),
    limit: fc.integer({ min: 1, max: 6 }),
  },
  { requiredKeys: ['limit'] },
);

const plannedWrite = fc.record({
  kind: fc.constantFrom('put', 'put', 'put', 'delete'),
  id: fc.constantFrom(...ids),
  guard: fc.constantFrom('any', 'any', 'current', 'stale', 'must-not-exist'),
  body,
  ttlSeconds: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined, freq: 3 }),
});
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('commit' as const),
      partition: fc.constantFrom(...partitions),
      writes: fc.uniqueArray(plannedWrite, { selector: ({ id }) => id, minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 3, arbitrary: query.map((spec) => ({ do: 'query' as const, spec })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 10 }).map((seconds) => ({ do: 'wait' as const, seconds })) },
);
type Step = Drawn<typeof step>;
type PlannedWrite = Drawn<typeof plannedWrite>;
type Drawn<Source> = Source extends fc.Arbitrary<infer One> ? One : never;

/** Whatever is written, asked and waited for, the store says what a plain model says. */
export function describeRandomUse(newScene: () => Scene, runs: number): void {
  describe('any use whatever', () => {
    it('has the results that a plain model has', async () => {
      const steps = fc.array(step, { minLength: 1, maxLength: 25 });
      await fc.assert(fc.asyncProperty(steps, compareWithModel), { numRuns: runs });
    });
  });

  async function compareWithModel(steps: readonly Step[]): Promise<void> {
    const scene = newScene();
    const model = emptyModel();
    /** The etag of each version of the model, and one that is no longer current, by document. */
    const etags = new Map<number, Etag>();
    const stale = new Map<string, Etag>();

    for (const step of steps) {
      if (step.do === 'wait') {
        scene.clock.advance(step.seconds);
        model.advance(step.seconds);
      } else if (step.do === 'query') {
        const spec = inScene(scene, step.spec);
        const found = await scene.findAll(spec);
        expect(found.map(({ partition, id, body }) => ({ partition, id, body }))).toEqual(model.find(spec));
      } else {
        const writes = step.writes.map((planned) => toWrite(scene.ref(planned.id, step.partition), planned));
        const before = writes.map(({ write }) => model.versionAt(write.ref));
        const expected = model.commit(writes);
        const result = await scene.store.commit(writes.map(({ write }) => write));
        if (expected.outcome === 'conflict') expect(result).toEqual(expected);
        else expect(result.outcome).toBe('committed');
        if (result.outcome !== 'committed') continue;
        for (const [index, { write }] of writes.entries()) {
          const old = etags.get(before[index] ?? -1);
          if (old !== undefined) stale.set(JSON.stringify(write.ref), old);
          const [version, etag] = [model.versionAt(write.ref), result.etags[index]];
          if (version !== undefined && typeof etag === 'string') etags.set(version, etag);
        }
      }
    }

    function toWrite(ref: Ref, { kind, guard, body, ttlSeconds }: PlannedWrite): ModelWrite {
      const expectedVersion = guard === 'current' ? model.versionAt(ref) : undefined;
      const current = etags.get(expectedVersion ?? -1);
      const etag = guard === 'current' ? (current ?? '"none"') : (stale.get(JSON.stringify(ref)) ?? '"none"');
      const checked: Guard = guard === 'any' || guard === 'must-not-exist' ? guard : { etag };
      const expiry = ttlSeconds === undefined ? {} : { ttlSeconds };
      const write: Write =
        kind === 'put'
          ? { kind: 'put', ref, type: scene.type, body, guard: checked, ...expiry }
          : { kind: 'delete', ref, guard: checked === 'must-not-exist' ? 'any' : checked };
      return { write, expectedVersion };
    }
  }
}

function inScene(scene: Scene, spec: Omit<QuerySpec, 'type'>): Omit<QuerySpec, 'type'> {
  return spec.partition === undefined ? spec : { ...spec, partition: scene.ref('', spec.partition).partition };
}
