import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/conversation/compose.ts';
import type { Reply } from '../../src/core/feature.ts';
import { turnOf } from './turn.ts';

const render = (reply: { readonly summary: string }) => ({ summary: reply.summary });
const open = (summary: string): Reply => ({ card: 'c', data: {}, summary, sensitivity: 'open' });
const restricted = (summary: string): Reply => ({ ...open(summary), sensitivity: 'restricted' });
const PRIVATELY = { summary: 'I’ve replied to you directly.' };

describe('Where an answer is said', () => {
  it('in a person’s own chat: all of it, there', () => {
    expect(compose([open('a'), restricted('b')], turnOf(['1']), render)).toEqual({
      here: [{ summary: 'a' }, { summary: 'b' }],
      directly: [],
    });
  });

  it.each(['group', 'channel'] as const)(
    'in a %s: what anyone may read there, the rest to the person alone',
    (place) => {
      const answer = compose([open('a'), restricted('b'), restricted('c')], turnOf(['1'], { place }), render);
      expect(answer.here).toEqual([{ summary: 'a' }, PRIVATELY]);
      expect(answer.directly).toEqual([{ summary: 'b' }, { summary: 'c' }]);
      expect(answer.ifUnreachable?.summary).toContain('Please open a chat with me');
    },
  );

  it('in a channel, of an open answer, there and nowhere else', () => {
    expect(compose([open('a')], turnOf(['1'], { place: 'channel' }), render)).toEqual({
      here: [{ summary: 'a' }],
      directly: [],
    });
  });

  it('never says anything restricted where others read it, whatever is answered together', () => {
    const replies = fc.array(
      fc.boolean().map((isOpen) => (isOpen ? open('open') : restricted('secret'))),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(replies, fc.constantFrom('group', 'channel'), (answered, place) => {
        const answer = compose(answered, turnOf(['1'], { place }), render);
        return !JSON.stringify([answer.here, answer.ifUnreachable]).includes('secret');
      }),
    );
  });

  it('shows the same in a channel for one restricted answer as for three', () => {
    const here = (...replies: Reply[]) => compose(replies, turnOf(['1'], { place: 'channel' }), render).here;
    expect(here(restricted('a'), restricted('b'), restricted('c'))).toEqual(here(restricted('x')));
  });
});
