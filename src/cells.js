// Several cells of a spreadsheet, pasted into a field for one number: browsers make their line break a space or nothing, and two
// numbers would be read as one. Here rather than in the app: every page has this file, and few lines say it.

const paste = (event) => {
  const input = event.target;
  const cells = event.clipboardData?.getData('text').trim() ?? '';
  if (!input.matches('input[inputmode=decimal]:not([readonly])') || !/[\r\n]/.test(cells)) return;
  event.preventDefault();
  input.setRangeText(cells.split(/\s*[\r\n]+\s*/).join('\t'));
  // Nor does the browser tell when the field is left.
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
};

// In every field below this element.
export const keepCellsApart = (root) => root.addEventListener('paste', paste);
