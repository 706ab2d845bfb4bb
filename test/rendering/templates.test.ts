// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written so.
import { Template } from 'adaptivecards-templating';
import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../src/rendering/templates.ts';
import { cardsFolder, line, render } from './cards-folder.ts';

describe('a rendered card', () => {
  it('has the envelope every card has, whatever the template says of it', () => {
    const cardsDirectory = cardsFolder({
      'schools/level.json': {
        type: 'AdaptiveCard',
        version: '1.9',
        lang: 'fr',
        $schema: 'other',
        body: [line('Hello')],
      },
    });
    const { summary, card } = createRenderer({ cardsDirectory }).render({
      card: 'schools/level',
      data: {},
      summary: 'Level 3.',
    });
    expect(summary).toBe('Level 3.');
    expect(card).toEqual({
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Level 3.',
      body: [line('Hello')],
    });
  });

  it('is expanded as the templating library expands it', () => {
    const body = [
      line('${school.name}: ${count(reasons)} reasons'),
      line('${$index + 1}) ${words}', { $data: '${reasons}', $when: '${weight > 1}' }),
      { type: 'Container', $data: '${level}', isVisible: '${shown}', items: [line('${key} of ${$root.school.name}')] },
    ];
    const data = {
      school: { name: 'Northcliffe' },
      reasons: [
        { words: 'One', weight: 2 },
        { words: 'Two', weight: 1 },
      ],
      level: { key: 3, shown: true },
    };
    expect(render(body, data).body).toEqual(new Template(body).expand({ $root: data }));
  });

  it('gives each Execute a Submit for clients that know no other, with the verb among the data', () => {
    const execute = {
      type: 'Action.Execute',
      title: 'Open ${name}',
      verb: 'open',
      data: { id: '${id}' },
      style: 'positive',
      tooltip: 'Opens it',
      $when: '${open}',
    };
    const { actions } = render([line('x')], { name: 'it', id: 7, open: true }, [
      execute,
      { ...execute, $when: '${!open}' },
    ]);
    expect(actions).toEqual([
      {
        type: 'Action.Execute',
        title: 'Open it',
        verb: 'open',
        data: { id: 7 },
        style: 'positive',
        tooltip: 'Opens it',
        fallback: { type: 'Action.Submit', title: 'Open it', data: { verb: 'open', id: 7 }, style: 'positive' },
      },
    ]);
  });

  it('gives them to actions in ShowCards, in rows and on containers too', () => {
    const execute = { type: 'Action.Execute', title: 'Go', verb: 'go' };
    const showCard = {
      type: 'Action.ShowCard',
      title: 'More',
      card: { type: 'AdaptiveCard', body: [], actions: [execute] },
    };
    const { body, actions } = render(
      [
        { type: 'ActionSet', actions: [execute] },
        { type: 'Container', items: [], selectAction: execute },
      ],
      {},
      [showCard],
    );
    expect(JSON.stringify([body, actions]).match(/"data":\{"verb":"go"\}/g)).toHaveLength(3);
  });
});

describe('data in a card', () => {
  const TYPED = '**b** [l](https://evil.example) <at>all</at> ${x}';

  it('is plain text wherever a client reads Markdown', () => {
    const body = [
      line('${typed}'),
      line('Said: ${typed}'),
      { type: 'FactSet', facts: [{ title: '${typed}', value: '${typed}' }] },
    ];
    for (const text of JSON.stringify(render(body, { typed: TYPED }).body).match(/\\\\\*[^"]*/g) ?? []) {
      expect(text).toContain('\\\\[l\\\\]\u2060(https:\u2060//');
    }
    expect(JSON.stringify(render(body, { typed: TYPED }))).not.toMatch(/\]\(|<at|\$\{|"\*\*b/);
  });

  it('has nothing visible added to it where clients read none', () => {
    const body = [
      { type: 'RichTextBlock', inlines: ['${typed}', { type: 'TextRun', text: '${typed}' }] },
      { type: 'Input.Text', id: 'a', label: '${typed}', value: '${typed}' },
    ];
    const said = JSON.stringify(render(body, { typed: TYPED }).body).replaceAll('\u2060', '');
    expect(said.split(TYPED)).toHaveLength(5);
  });

  it('is never evaluated, and never taken for an expression that was left', () => {
    const { body } = render([{ type: 'Input.Text', id: 'a', label: 'Words', value: '${typed}' }], {
      typed: '${school.secret}',
      school: { secret: 'level 4' },
    });
    expect(body[0]?.value).toBe('$\u2060{school.secret}');
  });

  it('is not taken for an expression when two fields stand together either', () => {
    expect(
      render([{ type: 'Input.Text', id: 'a', label: 'x', value: '${one}${other}' }], { one: '$', other: '{x}' }).body[0]
        ?.value,
    ).toBe('$\u2060{x}');
  });

  it('may be an address in a link that the template writes', () => {
    const { body } = render([line('[${name}](${href(url)})')], {
      name: 'The *register*',
      url: 'https://ours.example/a(b)',
    });
    expect(body[0]?.text).toBe('[The \\*register\\*](https://ours.example/a%28b%29)');
  });

  it('is compared as it is, and only shown as text', () => {
    expect(render([line('yes', { $when: "${state == 'in_progress'}" })], { state: 'in_progress' }).body).toHaveLength(
      1,
    );
  });

  it('may be a number or a truth', () => {
    expect(
      render([line('${count} of ${done}'), line('${count}')], { count: 3, done: true }).body.map(({ text }) => text),
    ).toEqual(['3 of true', '3']);
  });
});
