// Who may show this page in a frame. A page with records would let its host place a click on any of its buttons
// (clickjacking), so all pages but widgets refuse. `frame-ancestors` does the same, but not every host can send
// headers.

import { isFramed, isWidget, whenRead } from './page.js';
import { fill, inBoth, link, paragraph, tellHost, title } from './notice.js';

export const mayBeFramed = () => isWidget || !isFramed;

// Replaces the page with a link that opens it in a new tab.
export const refuseFrame = () =>
  whenRead(() => {
    const told = [
      title(['本页不能放在别的网页里显示', 'This page cannot be shown inside another']),
      paragraph('这是为了您的资料安全。'),
      paragraph('This keeps your data safe.', 'en'),
    ];
    const tab = { href: location.href, target: '_blank', rel: 'noopener' };
    fill('refused', told, [link(tab, inBoth('在新标签页中打开', 'Open in a tab of its own'))]);
    tellHost('blocked');
  });
