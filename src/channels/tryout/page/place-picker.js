import { element } from './element.js';

const PLACES = [
  ['personal', 'Personal'],
  ['group', 'Group chat'],
  ['channel', 'Channel'],
];

/** Which place a person's pane shows. Native radio buttons, so the arrow keys work. */
export function placePicker(key, chosen, onChoose) {
  const inputs = new Map();
  const choices = PLACES.map(([place, label]) => {
    const input = element('input', {
      type: 'radio',
      name: `place-${key}`,
      value: place,
      'data-testid': `place-${place}`,
      checked: place === chosen,
      on: { change: () => onChoose(place) },
    });
    inputs.set(place, input);
    return element('label', {}, input, element('span', {}, label));
  });
  return {
    view: element('fieldset', { class: 'places' }, element('legend', { class: 'unseen' }, 'Place'), ...choices),
    choose(place) {
      inputs.get(place).checked = true;
    },
  };
}
