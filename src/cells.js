// Several spreadsheet cells pasted into a number field: browsers turn the line break into a space or drop it, so that
// two numbers would be read as one. It is here rather than in the app, because every page has this file, and it takes
// only a few lines.

const paste = (event) => {
  const input = event.target;
  const cells = event.clipboardData?.getData('text').trim() ?? '';
  if (!input.matches('input[inputmode=decimal]:not([readonly])') || !/[\r\n]/.test(cells)) return;
  event.preventDefault();
  input.setRangeText(cells.split(/\s*[\r\n]+\s*/).join('\t'));
  // The browser does not fire these events itself, not even when the field loses the focus.
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
};

// In every field inside this element.
export const keepCellsApart = (root) => root.addEventListener('paste', paste);
