import { describe, expect, it } from 'vitest';
import { Memory, memoryRef, memoryWrite, NOTHING, recall, remembered } from '../../src/conversation/memory.ts';
import type { Reply } from '../../src/core/feature.ts';
import { SchoolId } from '../../src/core/ids.ts';
import { NOW, openMovingStore } from './turn.ts';

const REF = memoryRef('conversation:teams:1', 'teams:tenant:user-1');
const ALDER = SchoolId.parse('alder');
const BIRCH = SchoolId.parse('birch');
const option = (label: string) => ({ label, verb: 'v', data: {} });

function reply(more: Partial<Reply> = {}): Reply {
  return { card: 'c', data: {}, summary: 's', sensitivity: 'open', ...more };
}

const memory = Memory.parse({ v: 1, topic: { school: 'alder', intent: 'ask_category' }, options: [option('one')] });

describe('What a conversation remembers', () => {
  it('is forgotten after half an hour of silence', async () => {
    const { store, setTime } = openMovingStore();
    await store.commit([memoryWrite(REF, memory)]);
    setTime(NOW.add({ minutes: 29 }));
    expect(await recall(store, REF)).toEqual(memory);
    setTime(NOW.add({ minutes: 31 }));
    expect(await recall(store, REF)).toEqual(NOTHING);
  });

  it('is each person’s own, in one and the same group', async () => {
    const { store } = openMovingStore();
    await store.commit([memoryWrite(REF, memory)]);
    expect(await recall(store, memoryRef('conversation:teams:1', 'teams:tenant:user-2'))).toEqual(NOTHING);
  });

  it('of an older shape is forgotten, not a fault', async () => {
    const { store } = openMovingStore();
    await store.commit([{ kind: 'put', ref: REF, type: 'memory', body: { v: 0, about: 'alder' }, guard: 'any' }]);
    expect(await recall(store, REF)).toEqual(NOTHING);
  });
});

describe('After a turn', () => {
  const rememberedAfter = (replies: readonly Reply[], more: { intent?: 'thanks'; choseOne?: boolean } = {}) =>
    remembered(memory, { replies, intent: more.intent, choseOne: more.choseOne ?? false });

  it('the last reply that spoke of a school is the topic', () => {
    expect(rememberedAfter([reply({ topic: { school: BIRCH } }), reply()]).topic.school).toBe('birch');
    expect(rememberedAfter([reply()]).topic.school).toBe('alder');
    expect(
      rememberedAfter([reply({ topic: { school: ALDER } }), reply({ topic: { school: BIRCH } })]).topic.school,
    ).toBe('birch');
  });

  it('what was understood is kept, and kept where a button was pressed', () => {
    expect(rememberedAfter([reply()], { intent: 'thanks' }).topic.intent).toBe('thanks');
    expect(rememberedAfter([reply()]).topic.intent).toBe('ask_category');
  });

  it('choices go when something else is asked', () => {
    expect(rememberedAfter([reply()]).options).toEqual([]);
  });

  it('choices stay while they are gone through one by one', () => {
    expect(rememberedAfter([reply()], { choseOne: true }).options).toEqual([option('one')]);
    expect(rememberedAfter([reply({ options: [] })], { choseOne: true }).options).toEqual([option('one')]);
  });

  it('new choices take the place of the old', () => {
    expect(rememberedAfter([reply({ options: [option('two')] })], { choseOne: true }).options).toEqual([option('two')]);
  });
});
