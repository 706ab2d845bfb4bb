import { describe, expect, it } from 'vitest';
import type { IntentName } from '../../../src/core/intent.ts';
import { answerTo, understood } from './understander.ts';

describe('Who can help with what', () => {
  it.each(['who can help with phonics?', 'anyone who can help with early reading?', 'who helps with EAL?'])(
    '"%s" is answered at once',
    (text) => {
      expect(answerTo(text)).toBe('find_support');
    },
  );
});

describe('The words people are told will always work', () => {
  it.each(['help', 'Help!', ' HELP ', 'menu', 'start'])('"%s" is always answered with help', (text) => {
    expect(answerTo(text)).toBe('help');
  });

  it('are a cry for help when shouted', () => {
    expect(answerTo('HELP!!!')).toBe('distress');
  });
});

describe('A reply of a few words is read with what went before', () => {
  it.each<[string, IntentName, string]>([
    ['and hers?', 'ask_category', 'ask_category'],
    ['and Hollin Lane?', 'entitlement_visits', 'entitlement_visits'],
    ['same for Beckwith High', 'ask_category', 'ask_category'],
    ['why?', 'ask_category', 'explain_category'],
    ['not that date', 'next_review_group', 'next_review_group'],
    ['not that date', 'request_support', 'request_support'],
    ['the week after', 'entitlement_visits', 'entitlement_visits'],
    ['yes please, but after Easter', 'request_support', 'request_support'],
    ['yes please, but after Easter', 'accept_request', 'accept_request'],
    ['yes please, but after Easter', 'find_support', 'request_support'],
    ['can it be after half term instead?', 'request_support', 'request_support'],
    ['Tuesday instead', 'entitlement_visits', 'entitlement_visits'],
    ['6 half days', 'offer_support', 'offer_support'],
    ['actually 4', 'offer_support', 'offer_support'],
    ['phonics', 'request_support', 'request_support'],
    ['make it the 3rd', 'record_visit', 'record_visit'],
  ])('"%s" after %s is %s', (text, intent, expected) => {
    expect(answerTo(text, { intent })).toBe(expected);
    expect(understood(text, { intent }).followsOn).toBe(true);
  });

  it('with the new terms in it', () => {
    const [easter] = understood('yes please, but after Easter', { intent: 'request_support' }).asks;
    expect(easter?.entities.dates[0]?.from).toBe('2027-04-12');
    const [four] = understood('yes but 4 half days', { intent: 'request_support' }).asks;
    expect(four?.entities.halfDays).toBe(4);
  });

  it('"the second one" is a place in what was shown, whatever that was', () => {
    const second = understood('the second one', { intent: 'find_support' });
    expect([second.followsOn, second.asks[0]?.entities.ordinal]).toEqual([true, 2]);
  });

  it.each(['both', 'actually 4', 'the week after', 'no, the other one'])('"%s" is no cry for help', (text) => {
    expect(understood(text, { intent: 'offer_support' }).concern).toBeUndefined();
  });
});

describe('A change of terms carries nothing on', () => {
  it('when nothing was spoken of', () => {
    expect(understood('Tuesday instead').followsOn).toBe(false);
  });

  it('when what was spoken of takes no terms', () => {
    expect(understood('Tuesday instead', { intent: 'list_criteria' }).followsOn).toBe(false);
  });

  it('when it says more than terms', () => {
    expect(answerTo('what category are we', { intent: 'request_support' })).toBe('ask_category');
    expect(understood('cancel the visit on Tuesday', { intent: 'request_support' }).followsOn).toBe(false);
  });
});
