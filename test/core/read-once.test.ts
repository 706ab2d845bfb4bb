import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readOnce } from '../../src/core/read-once.ts';
import type { JsonObject } from '../../src/core/store.ts';

function reader() {
  let parsed = 0;
  const Name = z.strictObject({
    name: z.string().refine(() => {
      parsed += 1;
      return true;
    }),
    grants: z.array(z.string()),
  });
  return { read: readOnce(Name), count: () => parsed };
}

describe('A stored body', () => {
  it('that is frozen is parsed once, and gives the same frozen record', () => {
    const { read, count } = reader();
    const body: JsonObject = Object.freeze({ name: 'Ruth', grants: Object.freeze(['a']) });
    const record = read(body);
    expect(read(body)).toBe(record);
    expect(count()).toBe(1);
    expect(Object.isFrozen(record) && Object.isFrozen(record.grants)).toBe(true);
  });

  it('that could still change is parsed each time', () => {
    const { read, count } = reader();
    const body = { name: 'Ruth', grants: [] };
    read(body);
    body.name = 'Tom';
    expect(read(body).name).toBe('Tom');
    expect(count()).toBe(2);
  });

  it('equal to another is parsed for itself', () => {
    const { read } = reader();
    const bodies = [1, 2].map(() => Object.freeze({ name: 'Ruth', grants: [] }));
    const [one, other] = bodies.map(read);
    expect(one).not.toBe(other);
    expect(one).toEqual(other);
  });

  it('that is wrong is refused every time', () => {
    const { read } = reader();
    const body = Object.freeze({ name: 7 });
    expect(() => read(body)).toThrow(z.ZodError);
    expect(() => read(body)).toThrow(z.ZodError);
  });
});
