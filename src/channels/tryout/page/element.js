/** Builds an element. Strings become text, never markup; `on` holds listeners; an attribute that is `false` is left out. */
export function element(tag, { on = {}, ...attributes } = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [event, listener] of Object.entries(on)) made.addEventListener(event, listener);
  made.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return made;
}

/** Words for screen readers only. */
export function unseen(text) {
  return element('span', { class: 'unseen' }, text);
}

const SVG = 'http://www.w3.org/2000/svg';

/** A 20 by 20 line icon from path data; decoration only. */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [
    ['viewBox', '0 0 20 20'],
    ['class', 'icon'],
    ['aria-hidden', 'true'],
  ]) {
    svg.setAttribute(name, value);
  }
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const ICONS = {
  close: 'M5 5l10 10M15 5L5 15',
  send: 'M3.5 10h7M3.2 3.8l13.3 6.2-13.3 6.2 2-6.2z',
  group:
    'M7 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2.5 16c0-2.5 2-4.2 4.5-4.2s4.5 1.700 4.5 4.200M13.200 9.500a2.200 2.200 0 1 0 0-4.400M14 11.900c2.100.2 3.500 1.800 3.500 4.100',
  channel: 'M7.500 3l-1.500 14M14 3l-1.500 14M3.500 7.500h13.500M3 12.500h13.500',
  people: 'M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 17c0-3.200 2.600-5 6-5s6 1.800 6 5',
  reply: 'M8 5L3.500 9.500 8 14M4 9.500h7a5 5 0 0 1 5 5v1',
};
