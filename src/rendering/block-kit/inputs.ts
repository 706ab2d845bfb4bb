import type { InputBlock } from '@slack/types';
import { type CardNode, keywordOf, textOf } from './card-node.ts';
import { choiceElement, isCut, longTitles, optionText } from './choices.ts';
import { INPUT_BLOCK } from './control-values.ts';
import { BlockKitLimitError, UnsupportedElementError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { richLines } from './rich-text.ts';
import { fits, plainText } from './text.ts';
import type { ElementTranslator } from './translation.ts';

/**
 * An input block whose id is `input:<the input's id>`, which is where Slack wants an error said. What the element is and what
 * it means when empty stands in its action id, so that answers can be read without the card (see `readInputs`).
 */
export const translateInput: ElementTranslator = (node, translation) => {
  if (translation.ownInputs === 'button') return [];
  const id = textOf(node, 'id');
  const block_id = `${INPUT_BLOCK}${id}`;
  if (id === '' || block_id.length > LIMITS.blockId)
    throw new UnsupportedElementError(node.path, `an input with the id "${id}"`);
  translation.claimInput(id, node.path);
  const element = elementOf(node);
  if ((element.action_id?.length ?? 0) > LIMITS.actionId)
    throw new BlockKitLimitError(node.path, 'an id that is too long');
  const label = labelOf(node);
  const placeholder = textOf(node, 'placeholder');
  const block: InputBlock = {
    type: 'input',
    block_id,
    label: plainText(label, LIMITS.inputLabel),
    element,
    optional: node.at.isRequired !== true,
    // What does not fit in the field itself, and what a list of buttons has no field for.
    ...(placeholder !== '' &&
      (!fits(placeholder, LIMITS.placeholder) || !('placeholder' in element)) && {
        hint: plainText(placeholder, LIMITS.inputHint),
      }),
  };
  return [...richLines(inFull(node).map((title) => [{ text: title }])), block];
};

function labelOf(node: CardNode): string {
  const label = textOf(node, 'label') || textOf(node, 'title') || textOf(node, 'placeholder');
  if (label.trim() === '') throw new UnsupportedElementError(node.path, 'an input without a label');
  return label;
}

/** What is too long for its place is told above the input. */
function inFull(node: CardNode): string[] {
  const title = textOf(node, 'title');
  return [
    ...[textOf(node, 'label')].filter((label) => !fits(label, LIMITS.inputLabel)),
    ...[textOf(node, 'placeholder')].filter((placeholder) => !fits(placeholder, LIMITS.inputHint)),
    ...(node.type === 'Input.ChoiceSet' ? longTitles(node) : []),
    ...(node.type === 'Input.Toggle' && isCut(title) ? [title] : []),
  ];
}

function elementOf(node: CardNode): InputBlock['element'] {
  const id = textOf(node, 'id');
  const placeholder = textOf(node, 'placeholder');
  const field = placeholder === '' ? {} : { placeholder: plainText(placeholder, LIMITS.placeholder) };
  const value = textOf(node, 'value');
  switch (node.type) {
    case 'Input.Text':
      return textElement(node, field, value);
    case 'Input.Number': {
      const [least, most] = [textOf(node, 'min'), textOf(node, 'max')];
      return {
        type: 'number_input',
        action_id: `number:${id}`,
        is_decimal_allowed: true,
        ...field,
        ...(value !== '' && { initial_value: value }),
        ...(least !== '' && { min_value: least }),
        ...(most !== '' && { max_value: most }),
      };
    }
    case 'Input.Date': {
      const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
      return { type: 'datepicker', action_id: `date:${id}`, ...field, ...(day !== undefined && { initial_date: day }) };
    }
    case 'Input.Time': {
      const time = /^\d{2}:\d{2}/.exec(value)?.[0];
      return {
        type: 'timepicker',
        action_id: `time:${id}`,
        ...field,
        ...(time !== undefined && { initial_time: time }),
      };
    }
    case 'Input.Toggle':
      return toggleElement(node, value);
    case 'Input.ChoiceSet':
      return choiceElement(node, `choice:${id}`, placeholder);
    default:
      throw new UnsupportedElementError(node.path, `input "${node.type}"`);
  }
}

function textElement(node: CardNode, field: object, value: string): InputBlock['element'] {
  if (node.at.inlineAction !== undefined)
    throw new UnsupportedElementError(node.path, 'a text input with an action in it');
  if (value.length > LIMITS.textInput) {
    throw new BlockKitLimitError(
      node.path,
      `${value.length} characters to begin with, where Slack takes ${LIMITS.textInput}`,
    );
  }
  const id = textOf(node, 'id');
  const begun = { ...field, ...(value !== '' && { initial_value: value }) };
  const style = keywordOf(node, 'style');
  if (style === 'password') throw new UnsupportedElementError(node.path, 'a password: Slack would show it');
  if (style === 'email') return { type: 'email_text_input', action_id: `text:${id}`, ...begun };
  if (style === 'url') return { type: 'url_text_input', action_id: `text:${id}`, ...begun };
  const most = Number(node.at.maxLength ?? 0);
  return {
    type: 'plain_text_input',
    action_id: `text:${id}`,
    ...(node.at.isMultiline === true && { multiline: true }),
    ...(most > 0 && { max_length: Math.min(most, LIMITS.textInput) }),
    ...begun,
  };
}

function toggleElement(node: CardNode, value: string): InputBlock['element'] {
  const on = textOf(node, 'valueOn') || 'true';
  const off = textOf(node, 'valueOff') || 'false';
  if (on.length > LIMITS.optionValue) throw new BlockKitLimitError(node.path, `a value of ${on.length} characters`);
  const option = { ...optionText(textOf(node, 'title') || labelOf(node)), value: on };
  return {
    type: 'checkboxes',
    action_id: `toggle:${off}:${textOf(node, 'id')}`,
    options: [option],
    ...(value === on && { initial_options: [option] }),
  };
}

/** Every kind of input there is in version 1.5. */
export const INPUTS = ['Input.Text', 'Input.Number', 'Input.Date', 'Input.Time', 'Input.Toggle', 'Input.ChoiceSet'];
