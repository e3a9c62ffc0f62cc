// Keeps the browser's toolbar in the page's colour, also if light or dark was chosen here and not by the system.

import { whenRead } from './page.js';

const root = document.documentElement;

// In the order of their elements in the head.
const SCHEMES = ['light', 'dark'];

const follow = () => {
  const { theme } = root.dataset;
  document.querySelectorAll('meta[name="theme-color"]').forEach((meta, place) => {
    const scheme = SCHEMES[place];
    const isChosen = SCHEMES.includes(theme);
    meta.media = isChosen ? (theme === scheme ? 'all' : 'not all') : `(prefers-color-scheme: ${scheme})`;
  });
};

export const followTheme = () => {
  new MutationObserver(follow).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  whenRead(follow);
};
