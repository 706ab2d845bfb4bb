import { call } from './api.js';
import { personAvatar, placeAvatar } from './avatar.js';
import { composer } from './composer.js';
import { element, ICONS, icon, unseen } from './element.js';
import { logView } from './log-view.js';
import { placePicker } from './place-picker.js';
import { speakerPicker } from './speaker-picker.js';

/**
 * One chat. A person's pane is always that person, in the place chosen at its top; a shared pane is always that place, and
 * whoever is chosen speaks.
 */
export function createPane({ key, person, place, world, close, openPersonal, changed }) {
  const { people, setting, conversations } = world;
  const shared = key === place;
  let speaker = person;
  let log;

  const heading = element('h2', { id: `pane-${key}-name` });
  const line = element('p');
  const face = element('span', { class: 'pane-face' });
  const slot = element('div', { class: 'pane-log' });
  const aside = element('p', { class: 'pane-aside', role: 'status' });
  const picker = shared ? undefined : placePicker(key, place, (chosen) => go(chosen));
  const speakers = shared ? speakerPicker(key, people, speaker, (chosen) => become(chosen)) : undefined;
  const writer = composer({
    bot: setting.bot,
    say: (text, thread) => call('/tryout/messages', { person: speaker.id, place, text, ...(thread ? { thread } : {}) }),
  });
  const view = element(
    'section',
    { class: 'pane', 'data-testid': `pane-${key}`, tabindex: '-1' },
    element(
      'header',
      { class: 'pane-head' },
      face,
      element('div', { class: 'pane-name' }, heading, line),
      element(
        'button',
        { type: 'button', class: 'round', 'data-testid': 'close', on: { click: close } },
        icon(ICONS.close),
        unseen(`Close ${shared ? placeName(place) : `chat as ${person.name}`}`),
      ),
    ),
    picker?.view,
    slot,
    aside,
    speakers?.view,
    writer.view,
  );
  show();

  return {
    key,
    view,
    hear,
    focus,
    go,
    get place() {
      return place;
    },
    get speaker() {
      return speaker;
    },
    get conversation() {
      return conversationOf(place, speaker);
    },
  };

  /** On a touch screen the keyboard would cover half the chat, so the chat itself takes the focus there. */
  function focus() {
    if (matchMedia('(pointer: coarse)').matches) view.focus();
    else writer.focus();
  }

  function go(chosen) {
    if (chosen === place) return;
    place = chosen;
    picker?.choose(chosen);
    show();
    changed();
  }

  function become(chosen) {
    speaker = chosen;
    show();
    changed();
  }

  /** Draws the whole pane anew for this person in this place. */
  function show() {
    const name = shared ? placeName(place) : person.name;
    view.setAttribute('aria-label', shared ? name : `Chat as ${person.name}`);
    view.dataset.person = speaker.id;
    view.dataset.place = place;
    heading.textContent = name;
    line.textContent = shared ? placeKind(place) : person.role;
    face.replaceChildren(shared ? placeAvatar(place) : personAvatar(person, people.indexOf(person)));
    aside.replaceChildren();
    writer.speakAs(speaker);
    writer.showMention(place !== 'personal');
    writer.replyIn(undefined);
    log = logView({
      label: `${placeName(place)}, as ${speaker.name} sees it`,
      onReply: writer.replyIn,
      onSuggestion: writer.submit,
      emptyText:
        place === 'personal'
          ? `${speaker.name}’s own chat with the bot. Nobody else sees it.`
          : `Everybody in the partnership sees what is said here. The bot hears what is said to it.`,
      drawing: {
        people,
        bot: setting.bot,
        viewer: speaker,
        mention: place !== 'personal',
        threaded: place === 'channel',
        press,
        sayAgain,
      },
    });
    slot.replaceChildren(log.view);
    for (const message of conversations.in(conversationOf(place, speaker))) log.add(message, { quietly: true });
    const shownLog = log.view;
    setTimeout(() => shownLog.setAttribute('aria-busy', 'false'));
    arrive();
  }

  async function arrive() {
    try {
      await call('/tryout/arrivals', { person: speaker.id, place });
    } catch (problem) {
      aside.textContent = problem.message;
    }
  }

  function hear(happening) {
    const { name, conversation } = happening;
    if (name === 'reset') return show();
    if (name === 'ready') return log.view.setAttribute('aria-busy', 'false');
    if (conversation === conversationOf(place, speaker)) {
      if (name === 'typing') log.showTyping();
      else if (name === 'removed') log.remove(happening.id);
      else if (happening.isNew) {
        log.add(happening.message, { quietly: happening.loading });
        if (happening.message.by === speaker.id) aside.replaceChildren();
      } else log.update(happening.message);
      return;
    }
    const toThem = conversation === speaker.conversation && name === 'message' && !happening.message.by;
    if (toThem && happening.isNew && !happening.loading) tellOfPrivateMessage();
  }

  function tellOfPrivateMessage() {
    aside.replaceChildren(
      `The bot has written to ${speaker.name} privately. `,
      element(
        'button',
        { type: 'button', class: 'link', 'data-testid': 'show-private', on: { click: () => openPersonal(speaker) } },
        `Open ${speaker.name}’s personal chat`,
      ),
    );
  }

  async function press(message, action) {
    const quick = action.type === 'Action.Submit' ? action.data.msteams : undefined;
    if (quick?.type === 'imBack') return void (await writer.submit(String(quick.value)));
    const answer = await call('/tryout/actions', { person: speaker.id, place, message: message.id, action });
    return answer.notice;
  }

  function sayAgain(message) {
    writer.submit(message.text);
  }

  function conversationOf(where, who) {
    return where === 'personal' ? who.conversation : setting[where].conversation;
  }

  function placeName(where) {
    if (where === 'personal') return 'Personal chat';
    return where === 'group' ? setting.group.name : `${setting.channel.team} › ${setting.channel.name}`;
  }

  function placeKind(where) {
    return where === 'group' ? 'Group chat, shared by everybody' : 'Channel, shared by everybody';
  }
}
