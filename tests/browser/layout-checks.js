// Text that overlaps something, is cut or leaves the viewport, a line for each place.
export const layoutFaults = (page, within = 'body') =>
  page.locator(within).evaluate((root) => {
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);

    // The visible part of each line of text, as high as its font.
    const lines = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const [text, element] = [walker.currentNode.data.trim(), walker.currentNode.parentElement];
      const isSeen = text && element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, .skip, option, math, svg');
      if (!isSeen) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects()) {
        let { left, right, top, bottom } = box;
        for (let around = element; around !== document.body; around = around.parentElement) {
          if (getComputedStyle(around).overflow === 'visible') continue;
          const edge = around.getBoundingClientRect();
          [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
          [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
        }
        if (right - left < 1 || bottom - top < 1) continue;
        const [middle, half] = [(top + bottom) / 2, Math.min(bottom - top, parseFloat(getComputedStyle(element).fontSize)) / 2];
        // Sticky elements may overlay scrolling content.
        let layer = element;
        while (layer && !['sticky', 'fixed'].includes(getComputedStyle(layer).position)) layer = layer.parentElement;
        lines.push({ text, element, layer, left, right, top: middle - half, bottom: middle + half });
        if (right > innerWidth + 1) found.push(`“${text}” leaves the window`);
      }
    }
    lines.forEach((one, place) => {
      for (const other of lines.slice(place + 1)) {
        if (one.element === other.element || one.layer !== other.layer) continue;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 2 && down > 3) found.push(`“${one.text}” lies over “${other.text}”`);
      }
    });
    for (const box of [root, ...root.querySelectorAll('.menu, .sheet, dialog')]) {
      if (box.scrollWidth > box.clientWidth + 1) found.push(`${box.className} is cut at its side`);
    }
    for (const input of root.querySelectorAll('input[inputmode]')) {
      if (input.checkVisibility() && input.scrollWidth > input.clientWidth) found.push(`${input.name} ${input.value} is cut`);
    }
    return [...new Set(found)];
  });

// Alphanumeric words that break across lines. They may after a slash or a hyphen, and Chinese may anywhere.
export const brokenWords = (page, within = 'main') =>
  page.locator(within).evaluate((root) => {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement: element } = walker.currentNode;
      const isSeen = element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, option, math, svg');
      if (!isSeen) continue;
      for (const word of data.matchAll(/[\p{Script=Latin}\p{N}¥€$.,%]{2,}/gu)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(`“${word[0]}” in “${data.trim()}”`);
      }
    }
    return [...new Set(found)];
  });
