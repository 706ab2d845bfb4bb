const TEMPLATE = ['$', '{name}'].join('');

/** What somebody might type to be obeyed instead of read: markup, links, mentions, templates, and no place to break a line. */
export const HOSTILE = [
  `**Bold** [click](https://example.org/bad) <at>Everyone</at> ${TEMPLATE} {{DATE(2026-01-01)}}`,
  '<img src=x onerror=alert(1)> &lt;b&gt;',
  '# Heading',
  '- a list',
  `https://example.org/plain ${'unbroken'.repeat(9)}`,
].join('\n');
