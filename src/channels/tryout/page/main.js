import { call } from './api.js';
import { startClock } from './clock.js';
import { createConversations } from './conversations.js';
import { element } from './element.js';
import { createPanes } from './panes.js';
import { createPeopleList } from './people-list.js';
import { createUnread } from './unread.js';

const CONNECTION = {
  lost: 'The connection to the demonstration was lost. Trying again…',
  closed: 'The connection to the demonstration was closed. Please reload this page.',
  restarted: 'The demonstration was started again: what was said before is no longer shown.',
};

const connection = document.querySelector('#connection');

async function start() {
  const [people, setting] = await Promise.all([call('/tryout/people'), call('/tryout/setting')]);
  const conversations = createConversations();
  const world = { people, setting, conversations };
  const onClock = startClock(setting.clock);
  for (const list of document.querySelectorAll('#tips-list, #welcome-tips')) {
    list.append(...setting.tips.map((tip) => element('li', {}, tip)));
  }

  let redraw = () => {};
  const welcome = document.querySelector('#welcome');
  const panes = createPanes({ main: document.querySelector('#chats'), welcome, world, onChange: () => redraw() });
  const unread = createUnread(conversations, isSeen, () => redraw());
  redraw = createPeopleList({ world, panes, unread });
  offerTwo(people, panes);
  panes.restore();

  conversations.listen((happening) => {
    for (const pane of panes.list()) pane.hear(happening);
  });
  conversations.connect({ onClock, onConnection });

  function isSeen(conversation) {
    const oneAtATime = matchMedia('(max-width: 719px)').matches;
    const chatting = document.body.dataset.view === 'chat';
    return panes
      .list()
      .some((pane) => pane.conversation === conversation && (!oneAtATime || (chatting && pane === panes.active())));
  }
}

function offerTwo([one, other], panes) {
  if (!one || !other) return;
  const button = document.querySelector('#welcome-two');
  button.textContent = `Open ${one.name} and ${other.name} side by side`;
  button.hidden = false;
  button.addEventListener('click', () => {
    panes.open({ person: one });
    panes.open({ person: other });
  });
}

let restarted = false;

function onConnection(state) {
  if (state === 'restarted') restarted = true;
  if (state === 'open' && !restarted) {
    connection.hidden = true;
    return;
  }
  connection.textContent = CONNECTION[state === 'open' ? 'restarted' : state];
  connection.hidden = false;
  if (state === 'open') {
    restarted = false;
    setTimeout(() => {
      connection.hidden = true;
    }, 8000);
  }
}

start().catch((problem) => {
  connection.textContent = problem.message;
  connection.hidden = false;
});
