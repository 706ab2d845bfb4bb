import { describe, expect, it } from 'vitest';
import { namelessIn, wordsOf } from '../../../src/channels/slack/text.ts';

const words = (text: string) => wordsOf(text, { bot: 'U0PARTNERBOT', names: new Map([['U0DEMO04', 'Priya Nair']]) });

describe('The words somebody typed', () => {
  it.each([
    ['<@U0PARTNERBOT> what category are we?', 'what category are we?'],
    ['hello <@U0PARTNERBOT|partnership-bot>, what now?', 'hello , what now?'],
    ['has <@U0DEMO04> booked?', 'has Priya Nair booked?'],
    ['has <@U0DEMO05|Tom> booked?', 'has Tom booked?'],
    ['has <@U0DEMO05> booked?', 'has booked?'],
    ['see <#C0HEADS|headteachers> or <#C0OTHER>', 'see #headteachers or'],
    ['<https://example.org/a?b=c&amp;d|the page>', 'the page'],
    ['<https://example.org/a?b=c&amp;d>', 'https://example.org/a?b=c&d'],
    ['<mailto:jo@example.org|jo@example.org> <mailto:jo@example.org>', 'jo@example.org jo@example.org'],
    ['<!here> <!subteam^S012|@heads> <!date^1392734382^{date}|18 Feb>', 'here @heads 18 Feb'],
    ['3 &lt; 4 &amp; 5 &gt; 4', '3 < 4 & 5 > 4'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['  two   spaces\n\n and a line  ', 'two spaces\n\nand a line'],
  ])('“%s” are “%s”', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('keep what a person put in brackets themselves, which Slack sends escaped', () => {
    expect(words('&lt;@U0DEMO04&gt; &lt;!channel&gt;')).toBe('<@U0DEMO04> <!channel>');
  });

  it('say whose names have to be asked for, the bot’s own left out', () => {
    expect(namelessIn('<@U0PARTNERBOT> <@U0DEMO04> <@U0DEMO05|Tom> <@U0DEMO04>', 'U0PARTNERBOT')).toEqual(['U0DEMO04']);
  });
});
