import { describe, expect, it } from 'vitest';
import { recogniseMatching } from '../../../../src/features/brokerage/recognise-matching.ts';
import { supportIntents } from '../../../../src/features/support/intents.ts';
import { heard, openWorld } from '../../../harness/world.ts';

describe('Words about partners', () => {
  it.each([
    ['Find a partner for 12', '12'],
    ['find me a partner for request #41', '41'],
    ['please suggest partners for SR-2026-0041.', 'SR-2026-0041'],
    ['Who could help SR-2026-0041?', 'SR-2026-0041'],
    ['who can support with #12', '12'],
  ])('“%s” are about that request', (text, request) => {
    expect(recogniseMatching(text)).toEqual({ verb: 'brokerage.partners', data: { request } });
  });

  it.each([
    'What still needs a partner?',
    'which of my requests have no partner',
    'which requests still need a partner?',
    'Who is waiting for a partner',
    'requests without a partner',
  ])('“%s” are about all requests without one', (text) => {
    expect(recogniseMatching(text)).toEqual({ verb: 'brokerage.unmatched', data: {} });
  });

  it.each([
    'Who could help us with phonics?',
    'find a partner',
    'our partner school',
    'who needs 12 partners in crime',
  ])('“%s” are left to understanding', (text) => {
    expect(recogniseMatching(text)).toBeUndefined();
  });

  it('mean partners to an adviser who names a school, and the directory to anybody else', async () => {
    const world = await openWorld({ demo: true });
    const { directory } = world.register;
    const hears = supportIntents({ directory } as Parameters<typeof supportIntents>[0]).find_support;
    const [school] = directory.inArea('north');
    if (!school) throw new Error('No school in the north');
    const candidates = [{ id: school.id, name: school.name, score: 1 }];
    const said = heard('who could help them?', { schools: [{ text: school.name, candidates, fit: 'one' }] });
    const as = async (id: string) => hears?.(said, await world.asking(id))?.verb;
    expect(await as('adviser-north')).toBe('brokerage.partners-for');
    expect(await as('head-hollin-lane')).toBe('support.find');
    // Nobody's request is theirs: then it is the directory after all.
    const reply = await world.run('adviser-south', 'brokerage.partners-for', {
      schools: ['northcliffe'],
      otherwise: { schools: ['northcliffe'] },
    });
    expect(reply.summary).toContain('Offers of support');
  });
});
