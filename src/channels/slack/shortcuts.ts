import type { Input } from '../../core/turn.ts';

/** As much of a message as is worth carrying on with. */
const MOST_TEXT = 4_000;

/**
 * What each shortcut of the manifest asks, settled as one meaning: the words are only what a person would have typed.
 * `undefined` for a shortcut that is not ours.
 */
export function shortcutInput(callbackId: string, messageText: string | undefined): Input | undefined {
  switch (callbackId) {
    case 'ask_for_support':
      return meant('request_support', 'I would like to ask for support.');
    case 'offer_support':
      return meant('offer_support', 'I would like to offer support.');
    case 'my_school':
      return meant('ask_category', 'What category are we?');
    case 'turn_into_request':
      return messageText?.trim() ? meant('request_support', messageText.slice(0, MOST_TEXT)) : undefined;
    default:
      return undefined;
  }
}

function meant(intent: string, text: string): Input {
  return { kind: 'action', verb: 'conversation.meant', data: { intent, text } };
}
