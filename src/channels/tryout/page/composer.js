import { element, ICONS, icon, unseen } from './element.js';

let made = 0;

/** Where the pane's person writes. Enter sends, Shift and Enter begins a new line. */
export function composer({ bot, say }) {
  made += 1;
  const id = `composer-${made}`;
  const label = element('label', { for: id, class: 'unseen' });
  const box = element('textarea', {
    id,
    rows: '1',
    maxlength: '8000',
    enterkeyhint: 'send',
    'data-testid': 'message-box',
  });
  const mention = element('span', { class: 'composer-mention', hidden: true }, `@${bot.name}`);
  const chips = element('div', { class: 'chips', role: 'group', 'aria-label': 'Questions to start with' });
  const thread = element('p', { class: 'composer-thread', hidden: true });
  const problem = element('p', { class: 'composer-problem', role: 'alert' });
  let inThread;

  const form = element(
    'form',
    { class: 'composer', on: { submit: send } },
    chips,
    thread,
    element(
      'div',
      { class: 'composer-row' },
      mention,
      label,
      box,
      element('button', { type: 'submit', class: 'send', 'data-testid': 'send' }, icon(ICONS.send), unseen('Send')),
    ),
    problem,
  );
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  box.addEventListener('input', grow);

  return { view: form, speakAs, showMention, replyIn, focus: () => box.focus(), submit };

  function speakAs(person) {
    label.textContent = `Message as ${person.name}`;
    box.placeholder = `Write as ${person.name.split(' ')[0]}…`;
    chips.replaceChildren(
      ...person.starters.map((text) =>
        element(
          'button',
          { type: 'button', class: 'chip', 'data-testid': 'starter', on: { click: () => submit(text) } },
          text,
        ),
      ),
    );
    chips.hidden = person.starters.length === 0;
  }

  function showMention(shown) {
    mention.hidden = !shown;
  }

  /** In a channel: what is written next answers that thread; without one, it begins a new thread. */
  function replyIn(root, first) {
    inThread = root;
    thread.hidden = root === undefined;
    if (root === undefined) return;
    const stop = element(
      'button',
      { type: 'button', class: 'link', on: { click: () => replyIn(undefined) } },
      'Begin a new thread instead',
    );
    thread.replaceChildren(`Replying to “${shorten(first.text ?? first.name)}” `, stop);
    box.focus();
  }

  function send(event) {
    event.preventDefault();
    const text = box.value.trim();
    if (text === '') return box.focus();
    box.value = '';
    grow();
    submit(text);
  }

  async function submit(text) {
    problem.textContent = '';
    try {
      await say(text, inThread);
    } catch (trouble) {
      problem.textContent = trouble.message;
    }
  }

  function grow() {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
  }
}

function shorten(text) {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
