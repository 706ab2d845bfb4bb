const MADE_BY_RENDERER = '__ac-';

let cards = 0;

/**
 * The renderer puts a card's own ids into the page as they are, and the same card may be there twice. Returns what makes
 * them this card's alone; call it again when the card has drawn more of itself.
 */
export function ownIds(frame) {
  cards += 1;
  const prefix = `card-${cards}-`;
  const own = (id) => (id.startsWith(MADE_BY_RENDERER) || id.startsWith(prefix) ? id : prefix + id);
  return () => {
    for (const marked of frame.querySelectorAll('[id]')) marked.id = own(marked.id);
    for (const button of frame.querySelectorAll('[aria-controls]')) {
      const ids = button.getAttribute('aria-controls').split(' ');
      button.setAttribute('aria-controls', ids.map(own).join(' '));
    }
  };
}
