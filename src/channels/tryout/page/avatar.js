import { element, ICONS, icon } from './element.js';

const COLOURS = 10;

/** A round with somebody's initials. The same person always has the same colour. */
export function personAvatar(person, index) {
  return element('span', { class: `avatar avatar-${index % COLOURS}`, 'aria-hidden': 'true' }, person.initials);
}

export function botAvatar() {
  return element('img', { class: 'avatar avatar-bot', src: '/tryout/page/mark.svg', alt: '' });
}

export function placeAvatar(place) {
  return element('span', { class: 'avatar avatar-place', 'aria-hidden': 'true' }, icon(ICONS[place]));
}
