/**
 * Takes hellos, names of days spent and other courtesies off the front of a message, and thanks off its end, when something
 * is left to answer: "Morning! Quick one - JRG date?" asks for a date. A message that is nothing but courtesy stays whole.
 */
export function withoutCourtesies(text: string): string {
  let left = text.trim();
  for (let turn = 0; turn < 3; turn++) {
    const opened = left.replace(OPENING, '');
    const closed = opened.replace(CLOSING, '');
    if (closed === left) break;
    if (!/[\p{L}\d]{2,}.*[\s\p{P}].*[\p{L}\d]|\?/u.test(closed)) break;
    left = closed.trim();
  }
  return left === '' ? text.trim() : left;
}

const HELLO =
  '(?:hi|hiya|hello|hey|heya|hullo|good (?:morning|afternoon|evening)|morning|afternoon|evening|mornin|ey up|ay up|alright|now then|dear (?:all|bot|colleague|sir|madam|sir or madam))';
const ASIDES =
  "(?:quick (?:one|question|q)|(?:just )?a quick (?:one|question|query)|sorry to (?:bother|trouble|disturb) you(?: again)?|sorry(?: to be a pain)?|me again|happy (?:monday|friday|new year)|hope (?:you're|you are|youre|all is|all's) (?:well|ok|good)|hope you had a (?:good|nice|lovely) \\w+|if you (?:have|get) a (?:sec|second|minute|moment)|when you get a (?:sec|chance|minute|moment)|one more thing|random question|silly question(?: maybe)?|daft question|question for you|new here|it's me again)";
const OPENING = new RegExp(
  `^(?:(?:${HELLO})(?![\\p{L}'’])(?:[ ,]+(?:there|all|again|team|both|bot|everyone|mate|love|pal|folks|to you))?|${ASIDES})[\\s]*[!.,:;?–—-]*[\\s👋😊🙂]*(?=\\S)`,
  'iu',
);
const CLOSING =
  /[\s,.!–—-]+(?:(?:many |with )?thanks(?: (?:in advance|a lot|so much|again|very much|v much))?|thank you(?: (?:so much|very much|in advance|kindly))?|thx|ta|cheers|tia|ta very much|much appreciated|kind regards|best wishes|regards|best|x+|xx)[\s.!x🙏😊👍🙂]*$/iu;
