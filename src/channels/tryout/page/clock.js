import { call } from './api.js';
import { later, shortMoment, wallClock } from './dates.js';

/** The bot's date in the header, ticking, and the panel that moves it. Returns what to call when it was moved elsewhere. */
export function startClock(state) {
  const shown = document.querySelector('#clock-now');
  const movedMark = document.querySelector('#clock-moved');
  const input = document.querySelector('#clock-to');
  const said = document.querySelector('#clock-said');
  let ahead = 0;

  const now = () => new Date(Date.now() + ahead);
  const tick = () => {
    shown.textContent = shortMoment(now());
    shown.dateTime = now().toISOString();
  };
  const take = (told) => {
    ahead = new Date(told.now).getTime() - Date.now();
    movedMark.hidden = !told.moved;
    tick();
  };
  take(state);
  setInterval(tick, 1000);

  document.querySelector('#clock').addEventListener('toggle', (event) => {
    if (event.newState !== 'open') return;
    input.value = wallClock(now());
    said.textContent = '';
    input.focus();
  });
  for (const jump of document.querySelectorAll('[data-jump]')) {
    jump.addEventListener('click', () => {
      input.value = later(wallClock(now()), jump.dataset.jump);
      move(input.value);
    });
  }
  document.querySelector('#clock-back').addEventListener('click', () => move(null));
  document.querySelector('#clock-form').addEventListener('submit', (event) => {
    event.preventDefault();
    move(input.value);
  });
  return take;

  async function move(to) {
    try {
      const told = await call('/tryout/clock', { now: to });
      take(told);
      input.value = wallClock(now());
      said.textContent = told.moved
        ? `The bot’s date is now ${shortMoment(now())}.`
        : 'Back to the real date and time.';
    } catch (problem) {
      said.textContent = problem.message;
    }
  }
}
