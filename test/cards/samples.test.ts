import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { allStates } from '../../scripts/samples/all-states.ts';
import type { Samples } from '../../scripts/samples/collect.ts';
import { sampleText } from '../../scripts/samples/sample-text.ts';

let states: Samples;
beforeAll(async () => {
  states = await allStates();
});

describe('The samples of the cards', () => {
  it('are what the features say today: after a change, node scripts/card-samples.ts', () => {
    for (const [card, made] of states) {
      expect(readFileSync(`cards/${card}.sample.json`, 'utf8'), card).toBe(sampleText(made));
    }
  });

  it('are the same on every run', async () => {
    const again = await allStates();
    expect([...again.keys()]).toEqual([...states.keys()]);
    for (const [card, made] of again) expect(made, card).toEqual(states.get(card));
  });

  it('attach no level to a school that could be real', () => {
    const urns = JSON.stringify([...states]).match(/URN \d{6}/g) ?? [];
    expect(urns.length).toBeGreaterThan(10);
    expect(urns.every((urn) => urn.startsWith('URN 99'))).toBe(true);
  });
});
