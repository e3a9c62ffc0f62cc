// Why a page does not start: the message in Chinese and in English, and the code for a host.

export const reasons = {
  missing: {
    code: 'no-wasm',
    zh: '页面的一部分没有载入：可能网络断了，或者网站刚换了新版本。请重新打开。如果还是不行，请换一个新版本的浏览器。',
    en: 'A part of this page did not load: the connection may be down, or the site has just been updated. Please reload. If that does not help, try a current browser.',
  },
  old: {
    code: 'no-wasm',
    zh: '这个浏览器太旧，或者关闭了 WebAssembly（例如“锁定模式”），运行不了本页。请换一个新版本的浏览器。',
    en: 'This browser is too old for this page, or has WebAssembly switched off, as Lockdown Mode does. Please use a current browser.',
  },
  policy: {
    code: 'blocked',
    zh: '网站的安全策略（Content-Security-Policy）不让本页运行。请告诉管理网站的人，被拦下的是：',
    en: 'The site’s security policy (Content-Security-Policy) keeps this page from running. Please tell whoever looks after the site what was blocked:',
  },
  sandbox: {
    code: 'blocked',
    zh: '框架（iframe）的沙箱不让本页载入自己的文件。请告诉管理网站的人：发送 Access-Control-Allow-Origin: *，或者给框架加上 allow-same-origin。',
    en: 'The sandbox of this frame keeps the page from loading its own files. Please tell whoever looks after the site: send Access-Control-Allow-Origin: *, or give the frame allow-same-origin.',
  },
  file: {
    code: 'blocked',
    zh: '本页不能当作文件直接打开，要从网站上打开。',
    en: 'This page cannot be opened as a file. It has to come from a website.',
  },
  stopped: {
    code: 'stopped',
    zh: '请重新打开本页。已保存的内容仍在这个浏览器里。',
    en: 'Please reload this page. What was saved is still in this browser.',
  },
};

const NOT_STARTED = ['本页打不开', 'This page could not start'];
const STOPPED = ['程序出错，已停止', 'The app has stopped'];

export const titleOf = (reason) => (reason === reasons.stopped ? STOPPED : NOT_STARTED);
