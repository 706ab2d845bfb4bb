(() => {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  return {
    language: document.documentElement.lang,
    title: document.title,
    headings: shown('h1, h2, h3, [role=heading]').map((heading) =>
      Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1)),
    ),
    repeatedIds: ids.filter((id, index) => ids.indexOf(id) !== index),
    positiveTabindex: shown('[tabindex]').filter(({ tabIndex }) => tabIndex > 0).length,
    small: shown('button, input, select, textarea, summary')
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ element }) => element.outerHTML.slice(0, 120)),
    logs: shown('[role=log]').map((log) => [log.getAttribute('aria-live'), log.getAttribute('aria-label')]),
  };
})();
