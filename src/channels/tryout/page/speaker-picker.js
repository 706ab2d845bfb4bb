import { element } from './element.js';

/** Who speaks in a shared pane. */
export function speakerPicker(key, people, chosen, onChoose) {
  const id = `speaker-${key}`;
  const select = element(
    'select',
    { id, 'data-testid': 'speak-as', on: { change: () => onChoose(people.find(({ id }) => id === select.value)) } },
    ...people.map((person) => element('option', { value: person.id, selected: person === chosen }, person.name)),
  );
  return { view: element('div', { class: 'speaker' }, element('label', { for: id }, 'Speak as'), select) };
}
