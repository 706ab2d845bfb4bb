import { describe, expect, it } from 'vitest';
import { runInLanes } from '../../src/outbox/lanes.ts';
import { idle } from './support/fake-time.ts';

describe('lanes', () => {
  it("keep one person's items in order, never two at once, and no more people at once than told", async () => {
    const items = ['a1', 'b1', 'a2', 'c1', 'd1', 'b2', 'a3', 'd2'];
    const busy = new Set<string>();
    const done: string[] = [];
    let most = 0;
    await runInLanes(items, { width: 2, key: (item) => item.slice(0, 1) }, async (item) => {
      const person = item.slice(0, 1);
      expect(busy.has(person)).toBe(false);
      busy.add(person);
      most = Math.max(most, busy.size);
      await idle();
      busy.delete(person);
      done.push(item);
    });
    expect(most).toBe(2);
    expect([...done].sort()).toEqual([...items].sort());
    for (const person of 'abcd') {
      const theirs = done.filter((item) => item.startsWith(person));
      expect(theirs).toEqual([...theirs].sort());
    }
  });

  it('have nothing to do with nothing', async () => {
    await runInLanes([], { width: 4, key: String }, () => Promise.reject(new Error('asked about nothing')));
  });
});
