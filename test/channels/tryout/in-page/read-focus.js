(() => {
  const focused = document.activeElement;
  const style = getComputedStyle(focused);
  const frame = focused.closest('.composer-row, label');
  const beside = focused.nextElementSibling;
  const outlined = (element) => element && getComputedStyle(element).outlineStyle !== 'none';
  return {
    name: focused.getAttribute('aria-label') ?? focused.labels?.[0]?.textContent ?? focused.textContent.trim(),
    role: focused.getAttribute('role') ?? focused.localName,
    visible:
      style.outlineStyle !== 'none' ||
      outlined(beside) ||
      (frame !== null && getComputedStyle(frame).boxShadow !== 'none'),
  };
})();
