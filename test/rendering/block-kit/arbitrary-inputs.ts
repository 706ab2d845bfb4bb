import fc from 'fast-check';
import { build, literal, none } from './arbitrary-words.ts';

let inputs = 0;
const choice = fc.tuple(literal, fc.nat(1_000_000));
const choices = fc.oneof(
  { weight: 9, arbitrary: fc.uniqueArray(choice, { minLength: 1, maxLength: 14, selector: ([, value]) => value }) },
  { weight: 1, arbitrary: fc.uniqueArray(choice, { minLength: 101, maxLength: 130, selector: ([, value]) => value }) },
);
/** Inputs of every kind. Each has an id no other has. */
export const input = fc
  .tuple(
    fc.constantFrom('Input.Text', 'Input.Number', 'Input.Date', 'Input.Time', 'Input.Toggle', 'Input.ChoiceSet'),
    literal,
    choices,
    fc.record(
      {
        isRequired: fc.boolean(),
        isMultiSelect: fc.boolean(),
        isMultiline: fc.boolean(),
        style: fc.constantFrom('compact', 'expanded'),
      },
      { requiredKeys: [] },
    ),
    fc.option(literal, { nil: none }),
  )
  .map(([type, name, choices, settings, placeholder]) => {
    const common = { type, id: `input${++inputs}`, label: name.value, ...settings };
    const named = { value: '', facts: [common.label] };
    if (type === 'Input.ChoiceSet') {
      const options = choices.map(([title, value]) => ({ title: title.value, value: `${value}` }));
      return build(
        { ...common, value: options[0]?.value, choices: options },
        named,
        ...choices.map(([title]) => title),
      );
    }
    if (type === 'Input.Toggle')
      return build({ ...common, title: choices[0]?.[0].value }, named, choices[0]?.[0] ?? none);
    const { style: _, ...plainly } = { ...common, placeholder: placeholder.value };
    return build(plainly, named, placeholder);
  });
