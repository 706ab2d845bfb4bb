import { describe, expect, it } from 'vitest';
import { chooseIntent } from '../../src/conversation/choose-intent.ts';
import { SchoolId } from '../../src/core/ids.ts';
import type { Heard, IntentName, Topic } from '../../src/core/intent.ts';
import { heard } from '../harness/world.ts';

const ALDER = { id: SchoolId.parse('alder'), name: 'Alder School', score: 1 };
const NOTHING_BEFORE = { topic: {}, followsOn: false };

function unsure(...intents: readonly (readonly [IntentName, number])[]): Heard {
  return { ...heard('words'), sure: false, intents: intents.map(([name, confidence]) => ({ name, confidence })) };
}

const following = (topic: Topic, followsOn = false) => ({ topic, followsOn });
const naming = (text: string, said: string): Heard => ({
  ...heard(text, { schools: [{ text: said, fit: 'one', candidates: [ALDER] }] }),
  sure: false,
});

describe('Whether to answer or to ask back', () => {
  it('answers what is sure', () => {
    const sure = { ...unsure(['help', 0.4]), sure: true };
    expect(chooseIntent(sure, NOTHING_BEFORE)).toEqual({ kind: 'settled', intent: 'help' });
  });

  it('answers a doubt between things the same card holds', () => {
    expect(chooseIntent(unsure(['entitlement_visits', 0.4], ['ask_category', 0.35]), NOTHING_BEFORE)).toEqual({
      kind: 'settled',
      intent: 'entitlement_visits',
    });
  });

  it('asks where the card would not hold it', () => {
    expect(chooseIntent(unsure(['entitlement_visits', 0.4], ['record_visit', 0.35]), NOTHING_BEFORE)).toEqual({
      kind: 'ask',
      intents: ['entitlement_visits', 'record_visit'],
    });
  });

  it('never offers more than three', () => {
    const many = unsure(['help', 0.2], ['thanks', 0.2], ['greeting', 0.2], ['data_export', 0.2]);
    expect(chooseIntent(many, NOTHING_BEFORE)).toMatchObject({ intents: ['help', 'thanks', 'greeting'] });
  });

  it('asks with nothing to offer where nothing was understood', () => {
    expect(chooseIntent(unsure(), NOTHING_BEFORE)).toEqual({ kind: 'ask', intents: [] });
  });

  it('takes a short follow-up to be about the card just shown', () => {
    const before = following({ school: ALDER.id }, true);
    expect(chooseIntent(unsure(['entitlement_visits', 0.3], ['record_visit', 0.3]), before)).toMatchObject({
      kind: 'settled',
    });
    expect(chooseIntent(unsure(['record_visit', 0.3]), before)).toMatchObject({ kind: 'ask' });
  });
});

describe('Nothing but a school’s name', () => {
  it.each(['Alder', 'and Alder?', 'what about Alder school then', 'ALDER'])(
    '“%s” carries on with what was asked',
    (text) => {
      const said = /alder/i.exec(text)?.[0] ?? '';
      expect(chooseIntent(naming(text, said), following({ intent: 'entitlement_visits' }))).toEqual({
        kind: 'settled',
        intent: 'entitlement_visits',
      });
    },
  );

  it('out of the blue asks for its card', () => {
    expect(chooseIntent(naming('Alder', 'Alder'), NOTHING_BEFORE)).toEqual({ kind: 'settled', intent: 'ask_category' });
    expect(chooseIntent(naming('Alder', 'Alder'), following({ intent: 'data_export' }))).toMatchObject({
      intent: 'ask_category',
    });
  });

  it('with a wish beside it is a wish', () => {
    expect(chooseIntent(naming('record a visit to Alder', 'Alder'), NOTHING_BEFORE)).toMatchObject({ kind: 'ask' });
  });
});
