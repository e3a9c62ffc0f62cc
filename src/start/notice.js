// Replaces the page when it cannot be shown. Plain DOM with inline styles: the style sheet may be what is missing, and
// the site's policy does not allow another one.

import { isFramed, tool } from './page.js';

export const element = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

const styled = (made, rules) => (Object.assign(made.style, rules), made);

export const inBoth = (zh, en) => [zh, ' ', element('span', { lang: 'en' }, en)];

export const title = ([zh, en]) => {
  const second = styled(element('span', { lang: 'en' }, en), { display: 'block' });
  return styled(element('h1', {}, zh, ' ', second), { margin: '0', font: 'inherit', fontSize: '1.5rem', fontWeight: '650' });
};

export const paragraph = (text, lang = 'zh-CN') => styled(element('p', { lang }, text), { margin: '12px 0 0' });

const CONTROL = {
  display: 'inline-block',
  minHeight: '44px',
  boxSizing: 'border-box',
  margin: '16px 12px 0 0',
  padding: '8px 16px',
  border: '1px solid',
  borderRadius: '8px',
  font: 'inherit',
  color: 'inherit',
  background: 'none',
  textDecoration: 'none',
  cursor: 'pointer',
};

const control = (tag, properties, label) => styled(element(tag, properties, ...label), CONTROL);

export const button = (onclick, label) => control('button', { type: 'button', onclick }, label);

export const link = (properties, label) => control('a', properties, label);

// Replaces the whole page with the message, which is also read aloud, and the possible actions.
export const fill = (id, told, ways) => {
  const alert = element('div', {}, ...told);
  alert.setAttribute('role', 'alert');
  const page = styled(element('main', { id, lang: 'zh-CN' }, alert, ...ways), {
    maxWidth: '40rem',
    margin: '0 auto',
    padding: '32px 16px',
    font: '1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif',
  });
  document.body.textContent = '';
  document.body.append(page);
};

// Notifies the host of a framed page. The message contains no values, so any host may receive it.
export const tellHost = (code) => {
  if (!isFramed) return;
  const id = new URLSearchParams(location.search).get('id');
  const told = { source: 'sales-abacus', version: 1, type: 'failed', tool, code };
  window.parent.postMessage(/^[a-z0-9-]{1,32}$/.test(id ?? '') ? Object.assign(told, { id }) : told, '*');
};
