// Shows the licences of the contents of a single file over the open page.

const WORDS = {
  zh: ['软件许可', '关闭'],
  en: ['Software licences', 'Close'],
};

// The target of a page's link to them.
export const ADDRESS = '#licences';

const make = (tag, properties, ...inside) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inside);
  return element;
};

export const showLicences = (text) => {
  if (document.querySelector('.licences')) return;
  const [title, close] = WORDS[document.documentElement.lang.slice(0, 2)] ?? WORDS.en;
  const head = make('h2', { id: 'licences-title', textContent: title });
  const button = make('button', { className: 'button', textContent: close });
  // Focusable, because it is longer than any window, and the arrow keys scroll it.
  const list = make('pre', { className: 'licences__text', textContent: text, tabIndex: 0, role: 'region' });
  const dialog = make('dialog', { className: 'licences' }, head, button, list);
  for (const named of [dialog, list]) named.setAttribute('aria-labelledby', head.id);
  button.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};
