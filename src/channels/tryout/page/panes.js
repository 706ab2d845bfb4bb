import { createPane } from './pane.js';

const KEPT = 'tryout-panes';

/** The open chats, side by side. Remembered for this browser tab, so a reload brings them back. */
export function createPanes({ main, welcome, world, onChange }) {
  const open = [];
  let active;

  return {
    open: (who) => activate(openPane(who), { focus: true }),
    activate,
    showPeople,
    restore,
    list: () => open,
    active: () => active,
  };

  /** A person's pane, or `{ place }` for a shared one. An open one is used again. */
  function openPane({ person, place }) {
    const shared = person === undefined;
    const key = shared ? place : person.id;
    const found = open.find((pane) => pane.key === key);
    if (found) {
      if (!shared && place) found.go(place);
      return found;
    }
    const pane = createPane({
      key,
      person: person ?? world.people[0],
      place: place ?? 'personal',
      world,
      close: () => close(pane),
      openPersonal: (who) => activate(openPane({ person: who, place: 'personal' }), { focus: true }),
      changed,
    });
    open.push(pane);
    main.append(pane.view);
    return pane;
  }

  function close(pane) {
    const index = open.indexOf(pane);
    open.splice(index, 1);
    pane.view.remove();
    const next = open[index] ?? open[index - 1];
    if (next) activate(next, { focus: true });
    else showPeople({ focus: true });
  }

  function activate(pane, { focus = false } = {}) {
    active = pane;
    document.body.dataset.view = 'chat';
    changed();
    pane.view.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (focus) pane.focus();
  }

  /** At phone width the list of people is a screen of its own. */
  function showPeople({ focus = false } = {}) {
    document.body.dataset.view = 'people';
    changed();
    if (focus) document.querySelector('#people-list button')?.focus();
  }

  function changed() {
    for (const pane of open) pane.view.classList.toggle('is-active', pane === active);
    welcome.hidden = open.length > 0;
    sessionStorage.setItem(
      KEPT,
      JSON.stringify(
        open.map(({ key, place, speaker }) => ({ place, ...(key === place ? {} : { person: speaker.id }) })),
      ),
    );
    onChange();
  }

  function restore() {
    let kept = [];
    try {
      kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
    } catch {
      // Somebody else's words under our name: begin afresh.
    }
    for (const { person, place } of kept) {
      const known = world.people.find(({ id }) => id === person);
      if (known || (person === undefined && place !== 'personal')) openPane({ person: known, place });
    }
    if (open.length > 0) activate(open[0]);
    else changed();
  }
}
