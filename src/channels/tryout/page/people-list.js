import { personAvatar, placeAvatar } from './avatar.js';
import { element, ICONS, icon, unseen } from './element.js';

/** The people and places to choose from, and at phone width the open chats as tabs. Each counts what was not yet seen. */
export function createPeopleList({ world, panes, unread }) {
  const { people, setting } = world;
  const peopleList = document.querySelector('#people-list');
  const placesList = document.querySelector('#places-list');
  const tabs = document.querySelector('#tabs');

  return function draw() {
    const opened = new Set(panes.list().map(({ key }) => key));
    const focused = document.activeElement;
    peopleList.replaceChildren(
      ...people.map((person, index) =>
        item({
          testid: `person-${person.id}`,
          face: personAvatar(person, index),
          name: person.name,
          line: person.role,
          isOpen: opened.has(person.id),
          count: unread(person.conversation),
          choose: () => panes.open({ person }),
        }),
      ),
    );
    placesList.replaceChildren(
      ...[
        ['group', setting.group.name, 'Group chat'],
        ['channel', `${setting.channel.team} › ${setting.channel.name}`, 'Channel'],
      ].map(([place, name, line]) =>
        item({
          testid: `shared-${place}`,
          face: placeAvatar(place),
          name,
          line,
          isOpen: opened.has(place),
          count: 0,
          choose: () => panes.open({ place }),
        }),
      ),
    );
    drawTabs();
    // Only what was just drawn anew lost it; whoever is writing in a chat keeps it there.
    const lost = focused?.isConnected === false ? focused.dataset.testid : undefined;
    if (lost) document.querySelector(`[data-testid="${CSS.escape(lost)}"]`)?.focus();
  };

  function drawTabs() {
    const showingPeople = document.body.dataset.view === 'people';
    tabs.hidden = panes.list().length === 0;
    tabs.replaceChildren(
      tab({
        testid: 'tab-people',
        face: icon(ICONS.people),
        name: 'People',
        current: showingPeople,
        count: 0,
        choose: () => panes.showPeople(),
      }),
      ...panes.list().map((pane) => {
        const shared = pane.key === pane.place;
        return tab({
          testid: `tab-${pane.key}`,
          face: shared ? placeAvatar(pane.place) : personAvatar(pane.speaker, people.indexOf(pane.speaker)),
          name: shared ? setting[pane.place].name : pane.speaker.name,
          current: !showingPeople && pane === panes.active(),
          count: shared ? 0 : unread(pane.speaker.conversation),
          choose: () => panes.activate(pane),
        });
      }),
    );
  }
}

function item({ testid, face, name, line, isOpen, count, choose }) {
  return element(
    'li',
    {},
    element(
      'button',
      { type: 'button', class: isOpen ? 'who is-open' : 'who', 'data-testid': testid, on: { click: choose } },
      face,
      element(
        'span',
        { class: 'who-text' },
        element('span', { class: 'who-name' }, name),
        element('span', { class: 'who-line' }, line),
      ),
      badge(count),
      isOpen && unseen(' (open)'),
    ),
  );
}

function tab({ testid, face, name, current, count, choose }) {
  return element(
    'button',
    {
      type: 'button',
      class: 'tab',
      'data-testid': testid,
      'aria-current': current ? 'true' : false,
      on: { click: choose },
    },
    face,
    element('span', {}, name),
    badge(count),
  );
}

function badge(count) {
  if (count === 0) return undefined;
  return element('span', { class: 'badge' }, String(count), unseen(count === 1 ? ' new message' : ' new messages'));
}
