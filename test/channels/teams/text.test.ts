import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/channels/teams/text.ts';
import { activity } from './support/payload.ts';

const said = (text: string, entities: unknown[] = []) => wordsOf(activity('message-personal', { text, entities }));
const mention = (id: string, name: string) => ({ type: 'mention', mentioned: { id, name }, text: `<at>${name}</at>` });
const BOT = '28:partnership-bot';

describe('the words somebody typed', () => {
  it('lose the bot wherever it is mentioned', () => {
    expect(said('<at>Bot</at> hello <at>Bot</at>', [mention(BOT, 'Bot')])).toBe('hello');
  });

  it('keep other people by name, even one called like the bot', () => {
    expect(said('<at>Bot</at> ask <at>Sam Bot</at>', [mention(BOT, 'Bot'), mention('29:2', 'Sam Bot')])).toBe(
      'ask Sam Bot',
    );
  });

  it('keep a name that carries replacement signs as it is', () => {
    expect(said("<at>$& $' $1</at> hello", [mention('29:2', "$& $' $1")])).toBe("$& $' $1 hello");
  });

  it('keep a mention nobody described as its name', () => {
    expect(said('<at id="0">Sam</at> is away')).toBe('Sam is away');
  });

  it('are decoded once, not twice', () => {
    expect(said('phonics &amp;amp; maths&nbsp;&#39;26 &#x2014; &lt;soon&gt;')).toBe("phonics &amp; maths '26 — <soon>");
  });

  it('keep what only looks like an entity', () => {
    expect(said('R&D; &bogus; &#0; &#x110000;')).toBe('R&D; &bogus; &#0; &#x110000;');
  });

  it('keep their lines, without the spaces around them', () => {
    expect(said('first \n  second\u00a0third ')).toBe('first\nsecond third');
  });

  it('are none when nothing was typed', () => {
    expect(wordsOf(activity('file-personal'))).toBe('');
  });

  it('are read whatever the entities hold', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (entities) => {
        expect(said('hello', entities)).toBe('hello');
      }),
    );
  });

  it('pass unchanged when they hold no markup at all', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9.,'?!£-]+( [A-Za-z0-9.,'?!£-]+){0,6}$/), (text) => {
        expect(said(text)).toBe(text);
      }),
    );
  });
});
