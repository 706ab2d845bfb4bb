import { ownIds } from './card-ids.js';
import { element } from './element.js';
import { hostConfig } from './host-config.js';
import { isSafeLink, markdownHtml } from './markdown.js';

const Cards = globalThis.AdaptiveCards;

// The frame around a card takes the focus when need be; the card itself would be one more stop for the Tab key.
Cards.GlobalSettings.setTabIndexAtCardRoot = false;

Cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownHtml(text);
  result.didProcess = true;
};

/**
 * Draws a card with Microsoft's own renderer. `press(action)` is called for `Action.Execute` and `Action.Submit` with what
 * the card carries and what was filled in; while its promise is pending the card's buttons rest.
 */
export function cardView(json, press) {
  const frame = element('div', { class: 'card', 'data-testid': 'card', role: 'group', tabindex: '-1' });
  frame.setAttribute('aria-label', 'Card');
  const notice = element('p', { class: 'card-notice', role: 'status' });
  const card = new Cards.AdaptiveCard();
  card.hostConfig = new Cards.HostConfig(hostConfig);
  card.onExecuteAction = async (action) => {
    const kind = action.getJsonTypeName();
    if (kind === 'Action.OpenUrl') return openLink(action.url, notice);
    if (kind !== 'Action.Execute' && kind !== 'Action.Submit') return;
    if (frame.getAttribute('aria-busy') === 'true') return;
    notice.textContent = '';
    rest(frame, true);
    try {
      notice.textContent = (await press(pressed(kind, action))) ?? '';
    } catch (problem) {
      notice.textContent = problem.message;
    } finally {
      rest(frame, false);
    }
  };
  const drawn = draw(card, json);
  frame.append(drawn ?? element('p', {}, json.fallbackText ?? 'This card could not be shown.'), notice);
  const keepIdsApart = ownIds(frame);
  keepIdsApart();
  card.onInlineCardExpanded = keepIdsApart;
  return frame;
}

function draw(card, json) {
  try {
    card.parse(json);
    return card.render();
  } catch {
    return undefined;
  }
}

function pressed(type, action) {
  return {
    type,
    ...(action.id ? { id: action.id } : {}),
    ...(action.title ? { title: action.title } : {}),
    ...(type === 'Action.Execute' && action.verb ? { verb: action.verb } : {}),
    data: action.data ?? {},
  };
}

function rest(frame, resting) {
  frame.setAttribute('aria-busy', String(resting));
  for (const button of frame.querySelectorAll('button')) button.setAttribute('aria-disabled', String(resting));
}

function openLink(url, notice) {
  if (url && isSafeLink(url)) window.open(url, '_blank', 'noopener,noreferrer');
  else notice.textContent = 'That link cannot be opened here.';
}
