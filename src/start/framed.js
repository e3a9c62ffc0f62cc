// Who may show this page inside another. A page with records would let its host place a click on any of its buttons, so all
// but widgets refuse. `frame-ancestors` says the same to a browser; not every host sends headers.

import { isFramed, isWidget, whenRead } from './page.js';
import { element, fill, inBoth, link, tellHost } from './notice.js';

export const mayBeFramed = () => isWidget || !isFramed;

// Leaves nothing of the page but a way to open it in a tab of its own.
export const refuseFrame = () =>
  whenRead(() => {
    const told = inBoth('为了您的资料安全，本页不在别的网页里显示', 'To keep your data safe, this page is not shown inside another');
    const tab = { href: location.href, target: '_blank', rel: 'noopener' };
    fill('refused', [element('h1', {}, ...told)], [link(tab, inBoth('在新标签页中打开', 'Open in a tab of its own'))]);
    tellHost('blocked');
  });
