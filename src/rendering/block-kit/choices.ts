import type { Checkboxes, MultiStaticSelect, PlainTextOption, RadioButtons, StaticSelect } from '@slack/types';
import { type CardNode, childrenOf, keywordOf, textOf } from './card-node.ts';
import { BlockKitLimitError, UnsupportedElementError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { cut, fits, plainText } from './text.ts';

type ChoiceElement = Checkboxes | MultiStaticSelect | RadioButtons | StaticSelect;

/** Buttons for a few choices laid open, a menu for all others; a menu of more than a hundred is told in groups. */
export function choiceElement(node: CardNode, actionId: string, placeholder: string): ChoiceElement {
  if (node.at['choices.data'] !== undefined)
    throw new UnsupportedElementError(node.path, 'choices that are looked up while typing');
  const options = optionsOf(node);
  const many = node.at.isMultiSelect === true;
  const chosen = chosenOf(node, options, many);
  const common = { action_id: actionId };
  if (keywordOf(node, 'style') === 'expanded' && options.length <= LIMITS.buttonGroupOptions) {
    return many
      ? { type: 'checkboxes', ...common, options, ...(chosen.length > 0 && { initial_options: chosen }) }
      : { type: 'radio_buttons', ...common, options, ...(chosen[0] && { initial_option: chosen[0] }) };
  }
  const menu = {
    ...common,
    ...(options.length > LIMITS.selectOptions ? { option_groups: groupsOf(options, node) } : { options }),
    ...(placeholder !== '' && { placeholder: plainText(placeholder, LIMITS.placeholder) }),
  };
  return many
    ? { type: 'multi_static_select', ...menu, ...(chosen.length > 0 && { initial_options: chosen }) }
    : { type: 'static_select', ...menu, ...(chosen[0] && { initial_option: chosen[0] }) };
}

function optionsOf(node: CardNode): PlainTextOption[] {
  const seen = new Set<string>();
  const options = childrenOf(node, 'choices', 'Choice').map((choice) => {
    const value = textOf(choice, 'value');
    if (value === '' || value.length > LIMITS.optionValue) {
      throw new BlockKitLimitError(
        choice.path,
        `a value of ${value.length} characters, where Slack takes 1 to ${LIMITS.optionValue}`,
      );
    }
    if (seen.has(value)) throw new UnsupportedElementError(choice.path, `a second choice with the value "${value}"`);
    seen.add(value);
    return { ...optionText(textOf(choice, 'title') || value), value };
  });
  if (options.length === 0) throw new UnsupportedElementError(node.path, 'an input without choices');
  return options;
}

/** A title too long for its line goes on in the line below it. */
export function optionText(title: string): Pick<PlainTextOption, 'text' | 'description'> {
  if (fits(title, LIMITS.optionText)) return { text: plainText(title, LIMITS.optionText) };
  const space = title.lastIndexOf(' ', LIMITS.optionText);
  const hard = /[\ud800-\udbff]/.test(title[LIMITS.optionText - 1] ?? '') ? LIMITS.optionText - 1 : LIMITS.optionText;
  const end = space > 0 ? space : hard;
  const rest = title.slice(end).trim();
  const text = plainText(title.slice(0, end), LIMITS.optionText);
  return rest === '' ? { text } : { text, description: plainText(rest, LIMITS.optionDescription) };
}

/** Titles that are longer than both lines, and so are cut: the input tells them in full above itself. */
export function longTitles(node: CardNode): string[] {
  return childrenOf(node, 'choices', 'Choice')
    .map((choice) => textOf(choice, 'title'))
    .filter((title) => isCut(title));
}

export function isCut(title: string): boolean {
  const { text, description } = optionText(title);
  return text.text.endsWith('…') || (description?.text.endsWith('…') ?? false);
}

function chosenOf(node: CardNode, options: readonly PlainTextOption[], many: boolean): PlainTextOption[] {
  const value = textOf(node, 'value');
  const values = new Set(many ? value.split(',').map((each) => each.trim()) : [value]);
  return options.filter((option) => values.has(option.value ?? ''));
}

function groupsOf(options: readonly PlainTextOption[], node: CardNode) {
  const most = LIMITS.selectOptions * LIMITS.optionGroups;
  if (options.length > most)
    throw new BlockKitLimitError(node.path, `${options.length} choices, where Slack takes ${most}`);
  return Array.from({ length: Math.ceil(options.length / LIMITS.selectOptions) }, (_, index) => {
    const group = options.slice(index * LIMITS.selectOptions, (index + 1) * LIMITS.selectOptions);
    const half = Math.floor(LIMITS.groupLabel / 2) - 2;
    const [first, last] = [group[0]?.text.text ?? '', group.at(-1)?.text.text ?? ''];
    return { label: plainText(`${cut(first, half)} – ${cut(last, half)}`, LIMITS.groupLabel), options: group };
  });
}
