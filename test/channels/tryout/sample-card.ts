/** A card with one of everything the page must be able to do: actions of every kind, a form, something to unfold. */
export function sampleCard(title: string): object {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: title,
    body: [
      { type: 'TextBlock', text: title, style: 'heading', size: 'large', weight: 'bolder', wrap: true },
      {
        type: 'Container',
        style: 'emphasis',
        items: [
          { type: 'TextBlock', text: 'Promised **4**, recorded *2*, [left](https://example.org/left) 2', wrap: true },
        ],
      },
      {
        type: 'FactSet',
        facts: [
          { title: 'Since', value: '3 September' },
          { title: 'Decided by', value: 'Primary North' },
        ],
      },
      { type: 'TextBlock', id: 'clause', isVisible: false, wrap: true, text: 'Leeds 2013, part B5' },
    ],
    actions: [
      {
        type: 'Action.Execute',
        title: 'And visits?',
        verb: 'categories.visits',
        data: { school: 'northcliffe' },
        fallback: { type: 'Action.Submit', title: 'And visits?', data: { verb: 'categories.visits' } },
      },
      { type: 'Action.ToggleVisibility', title: 'Where it is written', targetElements: ['clause'] },
      {
        type: 'Action.ShowCard',
        title: 'Challenge this',
        card: {
          type: 'AdaptiveCard',
          body: [
            {
              type: 'Input.Text',
              id: 'grounds',
              label: 'What is wrong?',
              isRequired: true,
              errorMessage: 'Say what is wrong.',
              isMultiline: true,
            },
          ],
          actions: [{ type: 'Action.Submit', title: 'Send the challenge', data: { verb: 'categories.challenge' } }],
        },
      },
    ],
  };
}
