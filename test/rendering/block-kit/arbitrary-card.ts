import fc from 'fast-check';
import type { Card } from '../../../src/rendering/block-kit/index.ts';
import { input } from './arbitrary-inputs.ts';
import { build, literal, type Told, text, values, words } from './arbitrary-words.ts';

/** Short words, for what a card's author writes and nobody types. */
const label = fc.constantFrom(
  'Name',
  'When?',
  'How soon, and for how many of the classes in the school?',
  'Send',
  'Open it',
);

const layout = fc.record(
  { separator: fc.boolean(), spacing: fc.constantFrom('none', 'small', 'default', 'large') },
  { requiredKeys: [] },
);

const textBlock = fc
  .tuple(
    text,
    fc.record(
      {
        size: fc.constantFrom('small', 'default', 'medium', 'large', 'extraLarge'),
        weight: fc.constantFrom('lighter', 'default', 'bolder'),
        color: fc.constantFrom('default', 'good', 'warning', 'attention'),
        isSubtle: fc.boolean(),
        style: fc.constantFrom('default', 'heading'),
        fontType: fc.constantFrom('default', 'monospace'),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([told, style]) => build({ type: 'TextBlock', text: told.value, wrap: true, ...style }, told));

const richTextBlock = fc
  .array(
    fc.tuple(
      literal,
      fc.record({ italic: fc.boolean(), strikethrough: fc.boolean(), weight: fc.constantFrom('bolder', 'default') }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((runs) =>
    build(
      {
        type: 'RichTextBlock',
        inlines: runs.map(([told, style]) => ({ type: 'TextRun', text: told.value, ...style })),
      },
      ...runs.map(([told]) => told),
    ),
  );

const factSet = fc
  .array(fc.tuple(text, text), { maxLength: 12 })
  .map((facts) =>
    build(
      { type: 'FactSet', facts: facts.map(([title, value]) => ({ title: title.value, value: value.value })) },
      ...facts.flat(),
    ),
  );

const image = fc
  .tuple(
    literal,
    fc.constantFrom('https://x.example/a.png', 'data:image/png;base64,AAAA'),
    fc.constantFrom('small', 'large', 'auto'),
  )
  .map(([alt, url, size]) => build({ type: 'Image', url, altText: alt.value, size }, alt));

const imageSet = fc
  .array(image, { minLength: 1, maxLength: 12 })
  .map((images) => build({ type: 'ImageSet', images: values(images) }, ...images));

const action = fc
  .tuple(
    fc.constantFrom('Action.Execute', 'Action.Submit', 'Action.OpenUrl'),
    fc.oneof(
      literal,
      label.map((value) => ({ value, facts: [value] })),
    ),
    fc.constantFrom('default', 'positive', 'destructive'),
  )
  .map(([type, title, style]) => {
    const carries = type === 'Action.OpenUrl' ? { url: 'https://ours.example/page' } : { data: { id: 7 } };
    const verb = type === 'Action.Execute' ? { verb: 'do.it' } : {};
    return build({ type, title: title.value, style, ...verb, ...carries }, title);
  });

const actionSet = fc
  .array(action, { minLength: 1, maxLength: 6 })
  .map((actions) => build({ type: 'ActionSet', actions: values(actions) }, ...actions));

const table = (element: fc.Arbitrary<Told>) =>
  fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 4 })).chain(([firstRowAsHeaders, width]) =>
    fc
      .array(fc.array(fc.array(element, { maxLength: 2 }), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 8,
      })
      .map((rows) =>
        build(
          {
            type: 'Table',
            firstRowAsHeaders,
            columns: Array.from({ length: width }, () => ({ width: 1 })),
            rows: rows.map((cells) => ({
              type: 'TableRow',
              cells: cells.map((items) => ({ type: 'TableCell', items: values(items) })),
            })),
          },
          ...rows.flat(2),
        ),
      ),
  );

/** Elements of every kind there is a translation for, in one another to a depth of three. */
const { element } = fc.letrec<{ element: Told; leaf: Told }>((tie) => ({
  leaf: fc
    .tuple(
      fc.oneof(
        { weight: 4, arbitrary: textBlock as fc.Arbitrary<Told> },
        richTextBlock,
        factSet,
        image,
        imageSet,
        actionSet,
        input,
      ),
      layout,
    )
    .map(([told, more]) => build({ ...told.value, ...more }, told)),
  element: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    tie('leaf'),
    fc
      .tuple(
        fc.array(tie('element'), { maxLength: 4 }),
        fc.constantFrom('default', 'emphasis', 'good', 'warning', 'attention', 'accent'),
      )
      .map(([items, style]) => build({ type: 'Container', style, items: values(items) }, ...items)),
    fc.array(fc.array(tie('element'), { maxLength: 2 }), { minLength: 1, maxLength: 4 }).map((columns) =>
      build(
        {
          type: 'ColumnSet',
          columns: columns.map((items) => ({ type: 'Column', width: 'auto', items: values(items) })),
        },
        ...columns.flat(),
      ),
    ),
    table(fc.oneof({ weight: 5, arbitrary: textBlock as fc.Arbitrary<Told> }, image)),
    fc
      .tuple(fc.array(tie('element'), { maxLength: 3 }), fc.integer({ min: 1, max: 1_000_000 }))
      .map(([items, id]) =>
        build({ type: 'Container', id: `hidden${id}`, isVisible: false, items: values(items) }, ...items),
      ),
  ),
}));

const showCard = fc.tuple(literal, fc.array(element, { maxLength: 3 }), action).map(([title, body, inner]) =>
  build(
    {
      type: 'Action.ShowCard',
      title: title.value,
      card: { type: 'AdaptiveCard', body: values(body), actions: [...values([inner]), SEND] },
    },
    title,
    ...body,
    inner,
  ),
);

/** Every card can send what is filled in, and can bring to light what it hides. */
const SEND = { type: 'Action.Execute', title: 'Send it', verb: 'send', data: { card: 1 } };

export const arbitraryCard: fc.Arbitrary<Told<Card>> = fc
  .tuple(
    fc.array(element, { maxLength: 14 }),
    fc.array(fc.oneof({ weight: 3, arbitrary: action as fc.Arbitrary<Told> }, showCard), { maxLength: 4 }),
    words,
  )
  .map(([body, actions, summary]) => {
    const written = { body: values(body), actions: [...values(actions), SEND] };
    const hidden = [...JSON.stringify(written).matchAll(/"id":"(hidden\d+)"/g)].map((match) => match[1]);
    const toggle = {
      type: 'Action.ToggleVisibility',
      title: 'More',
      targetElements: hidden.map((elementId) => ({ elementId })),
    };
    const card: Card = {
      type: 'AdaptiveCard',
      version: '1.5',
      fallbackText: summary,
      ...written,
      actions: [...written.actions, toggle],
    };
    return build(card, ...body, ...actions);
  });
