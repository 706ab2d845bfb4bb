(() => {
  const parse = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return { red, green, blue, alpha };
  };
  const over = (top, under) => ({
    red: top.red * top.alpha + under.red * (1 - top.alpha),
    green: top.green * top.alpha + under.green * (1 - top.alpha),
    blue: top.blue * top.alpha + under.blue * (1 - top.alpha),
    alpha: 1,
  });
  const luminance = ({ red, green, blue }) => {
    const [r, g, b] = [red, green, blue].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = (element) => {
    if (!element) return { red: 255, green: 255, blue: 255, alpha: 1 };
    const own = parse(getComputedStyle(element).backgroundColor);
    return own.alpha === 1 ? own : over(own, background(element.parentElement));
  };
  const readings = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (!text || !element.checkVisibility() || element.closest('.unseen, script, noscript, .skip')) continue;
    const style = getComputedStyle(element);
    const behind = background(element);
    const [one, other] = [luminance(over(parse(style.color), behind)), luminance(behind)].sort((a, b) => b - a);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    readings.push({ text: text.slice(0, 40), ratio: (one + 0.05) / (other + 0.05), needed: large ? 3 : 4.5 });
  }
  return readings;
})();
