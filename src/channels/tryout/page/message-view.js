import { botAvatar, personAvatar } from './avatar.js';
import { cardView } from './card-view.js';
import { timeOf } from './dates.js';
import { element, unseen } from './element.js';
import { markdown } from './markdown.js';

/**
 * One message as the pane's person sees it. `update(message)` changes it in place and leaves a card alone that has not
 * changed, so that nothing filled in is lost.
 */
export function messageView(message, { people, bot, viewer, mention, threaded, press, sayAgain }) {
  const own = message.by === viewer.id;
  const mine = own && !threaded;
  const author = people.find((person) => person.id === message.by);
  const body = element('div', { class: 'message-body' });
  const head = element('p', { class: 'message-head' });
  const view = element(
    'article',
    {
      class: `message ${mine ? 'message-mine' : author ? 'message-theirs' : 'message-bot'}${own ? ' is-own' : ''}`,
      'data-testid': author ? 'message-person' : 'message-bot',
      'data-message': message.id,
    },
    author ? personAvatar(author, people.indexOf(author)) : botAvatar(),
    element('div', { class: 'message-column' }, head, body),
  );
  let drawnCards = [];
  let drawnText;

  update(message);
  return { view, update };

  function update(now) {
    const at = new Date(now.at);
    head.replaceChildren(
      element('span', { class: mine ? 'unseen' : 'message-name' }, author?.name ?? bot.name),
      ' ',
      element('time', { datetime: now.at }, timeOf(at)),
      ...(now.edited ? [' · edited'] : []),
    );
    const words = JSON.stringify([now.text, now.failed, now.notShown]);
    const cards = cardsFor(now);
    if (words !== drawnText || cards.length !== drawnCards.length) {
      drawnText = words;
      drawnCards = cards.map((card) => drawCard(now, card));
      body.replaceChildren(...wordsOf(now), ...drawnCards.map((drawn) => drawn.element), ...troubles(now));
      return;
    }
    cards.forEach((card, index) => {
      const drawn = drawnCards[index];
      if (drawn.json === JSON.stringify(card)) return;
      const hadFocus = drawn.element.contains(document.activeElement);
      drawnCards[index] = drawCard(now, card);
      drawn.element.replaceWith(drawnCards[index].element);
      if (hadFocus) drawnCards[index].element.focus({ preventScroll: true });
    });
  }

  function cardsFor(now) {
    const own = now.views[viewer.id];
    return own ? [own, ...now.cards.slice(1)] : now.cards;
  }

  function drawCard(now, card) {
    const drawn = cardView(card, (action) => press(now, action));
    if (now.views[viewer.id] === card) {
      drawn.append(element('p', { class: 'card-only-you' }, `Only ${viewer.name} sees this version of the card.`));
    }
    return { json: JSON.stringify(card), element: drawn };
  }

  function wordsOf(now) {
    if (!now.text) return [];
    if (author) {
      return [element('p', { class: 'bubble' }, mention ? element('b', {}, `@${bot.name} `) : undefined, now.text)];
    }
    const text = now.format === 'markdown' ? markdown(now.text) : element('p', {}, now.text);
    return [element('div', { class: 'bubble' }, text)];
  }

  function troubles(now) {
    const made = [];
    if (now.notShown > 0)
      made.push(element('p', { class: 'trouble' }, 'Something is attached that the try-out cannot show.'));
    if (now.failed) {
      const again = element(
        'button',
        { type: 'button', class: 'link', on: { click: () => sayAgain(now) } },
        'Try again',
        unseen(`: ${now.text}`),
      );
      made.push(element('p', { class: 'trouble', 'data-testid': 'failed' }, `Not delivered. ${now.failed} `, again));
    }
    return made;
  }
}
