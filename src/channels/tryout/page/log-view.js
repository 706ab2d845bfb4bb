import { botAvatar } from './avatar.js';
import { dayOf } from './dates.js';
import { element, ICONS, icon, unseen } from './element.js';
import { messageView } from './message-view.js';

const TYPING_MS = 8000;
const NEAR_END = 60;

/** The scrolling record of one conversation. A channel's is drawn in threads, each with its own "Reply". */
export function logView({ label, drawing, onReply, onSuggestion, emptyText }) {
  const empty = element('p', { class: 'log-empty' }, emptyText);
  const view = element('div', {
    class: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': label,
    tabindex: '0',
    'data-testid': 'log',
  });
  const typing = element('div', { class: 'typing', hidden: true }, botAvatar(), dots(), unseen('The bot is writing.'));
  const suggestions = element('div', { class: 'suggestions', role: 'group', 'aria-label': 'Suggested replies' });
  view.append(empty, suggestions, typing);
  const views = new Map();
  const threads = new Map();
  let lastDay;
  let typingTimer;
  let atEnd = true;
  let lastTop = 0;
  view.addEventListener('scroll', () => {
    const near = view.scrollHeight - view.scrollTop - view.clientHeight < NEAR_END;
    // The log growing is no sign that somebody left its end; scrolling up is.
    if (near || view.scrollTop < lastTop) atEnd = near;
    lastTop = view.scrollTop;
  });
  // A pane changes width when its neighbour opens or closes; whoever was reading the end stays there.
  new ResizeObserver(() => atEnd && toEnd()).observe(view);

  return { view, add, update, remove, showTyping };

  function add(message, { quietly }) {
    empty.hidden = true;
    if (!message.by) hideTyping();
    const made = messageView(message, drawing);
    views.set(message.id, made);
    view.setAttribute('aria-busy', String(quietly));
    if (drawing.threaded) placeInThread(message, made.view);
    else {
      startDay(message);
      view.insertBefore(made.view, suggestions);
    }
    showSuggestions(message);
    showNewest(made.view, message, quietly);
  }

  /** Whoever pressed something on it reads the answer from its top. */
  function update(message) {
    const made = views.get(message.id);
    const pressed = made?.view.contains(document.activeElement);
    const before = made?.view.offsetHeight;
    made?.update(message);
    if (pressed && made.view.offsetHeight !== before) bringToTop(made.view);
  }

  function bringToTop(made) {
    const above = made.offsetTop - 12;
    if (view.scrollTop > above || above > view.scrollTop + view.clientHeight / 2) view.scrollTop = above;
    // They did not scroll, so what comes next is still scrolled to.
    lastTop = view.scrollTop;
  }

  function remove(id) {
    views.get(id)?.view.remove();
    views.delete(id);
  }

  function startDay(message) {
    const day = dayOf(new Date(message.at));
    if (day === lastDay) return;
    lastDay = day;
    view.insertBefore(element('p', { class: 'log-day' }, element('span', {}, day)), suggestions);
  }

  function placeInThread(message, made) {
    const root = message.thread ?? message.id;
    let replies = threads.get(root);
    if (!replies) {
      startDay(message);
      replies = element('div', { class: 'thread-messages' });
      threads.set(root, replies);
      const reply = element(
        'button',
        { type: 'button', class: 'link thread-reply', on: { click: () => onReply(root, message) } },
        icon(ICONS.reply),
        'Reply',
        unseen(` in the thread ${message.text ?? 'the bot began'}`),
      );
      view.insertBefore(element('section', { class: 'thread', 'aria-label': 'Thread' }, replies, reply), suggestions);
    }
    replies.append(made);
  }

  function showSuggestions(message) {
    suggestions.replaceChildren(
      ...(message.suggestions ?? []).map(({ title, value }) =>
        element('button', { type: 'button', class: 'chip', on: { click: () => onSuggestion(value) } }, title),
      ),
    );
  }

  /** The newest is scrolled to; of a card taller than the log, its top. Whoever is reading further up is left in peace. */
  function showNewest(made, message, quietly) {
    if (!atEnd && !quietly && message.by !== drawing.viewer.id) return;
    const tall = !quietly && !message.by && made.offsetHeight > view.clientHeight - 24;
    if (tall) view.scrollTop = made.offsetTop - 12;
    else toEnd();
  }

  function toEnd() {
    atEnd = true;
    view.scrollTop = view.scrollHeight;
  }

  function showTyping() {
    typing.hidden = false;
    if (atEnd) toEnd();
    clearTimeout(typingTimer);
    typingTimer = setTimeout(hideTyping, TYPING_MS);
  }

  function hideTyping() {
    clearTimeout(typingTimer);
    typing.hidden = true;
  }
}

function dots() {
  return element('span', { class: 'dots', 'aria-hidden': 'true' }, element('i'), element('i'), element('i'));
}
