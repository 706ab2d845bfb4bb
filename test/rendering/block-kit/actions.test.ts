import { describe, expect, it } from 'vitest';
import { toBlockKit } from '../../../src/rendering/block-kit/index.ts';
import { cardOf, execute, plain, rich } from './small-cards.ts';

describe('the actions of a card', () => {
  it('actions become buttons, with their colours and their labels', () => {
    const actions = [
      execute('Agree', { style: 'positive' }),
      { type: 'Action.Submit', title: 'Withdraw', style: 'destructive', data: { verb: 'withdraw', id: 2 } },
      { type: 'Action.OpenUrl', title: 'Open', url: 'https://ours.example/' },
    ];
    expect(toBlockKit(cardOf([], actions)).blocks).toEqual([
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            text: plain('Agree'),
            accessibility_label: 'Agree',
            style: 'primary',
            action_id: 'act:1',
            value: '{"verb":"do","data":{"id":1}}',
          },
          {
            type: 'button',
            text: plain('Withdraw'),
            accessibility_label: 'Withdraw',
            style: 'danger',
            action_id: 'act:2',
            value: '{"data":{"verb":"withdraw","id":2}}',
          },
          {
            type: 'button',
            text: plain('Open'),
            accessibility_label: 'Open',
            action_id: 'url:3',
            url: 'https://ours.example/',
          },
        ],
      },
    ]);
  });

  it('an action that is switched off is told and cannot be pressed', () => {
    expect(toBlockKit(cardOf([], [execute('Agree', { isEnabled: false })])).blocks).toEqual([
      { type: 'context', elements: [plain('Agree (not available)')] },
    ]);
  });

  it('an address for mail or telephone becomes a link in text', () => {
    const actions = [{ type: 'Action.OpenUrl', title: 'Write to us', url: 'mailto:us@ours.example' }];
    expect(toBlockKit(cardOf([], actions)).blocks).toEqual([
      rich({ type: 'link', url: 'mailto:us@ours.example', text: 'Write to us' }),
    ]);
  });
});
