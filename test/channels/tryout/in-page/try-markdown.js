// What elements and attributes come of each of these strings.
globalThis.tryMarkdown = async (texts) => {
  const { markdown, markdownHtml } = await import('/tryout/page/markdown.js');
  return texts.map((text) => {
    const drawn = document.createElement('div');
    drawn.append(markdown(text));
    const elements = [...drawn.querySelectorAll('*')];
    return {
      html: markdownHtml(text),
      text: drawn.textContent,
      tags: [...new Set(elements.map(({ localName }) => localName))],
      attributes: [...new Set(elements.flatMap((element) => element.getAttributeNames()))],
      links: [...drawn.querySelectorAll('a')].map((link) => link.href),
    };
  });
};
