// Beyond the ordinary page: in a frame, offline, and when the start fails.

import { serveStatic } from '../browser/static-server.js';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, result, settled, test } from './support.js';

// A folder for the duration of `work`.
const within = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'abacus-engines-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('a calculator works in another site’s frame, storing nothing', async ({ browser, site }) => {
  await within(async (folder) => {
    writeFileSync(join(folder, 'index.html'), `<!doctype html><title>Host</title><iframe src="${site.url}embed/bad-debt/?lang=en#loss=700" width="600" height="1100"></iframe>`);
    const other = await serveStatic(folder);
    other.headersOf = () => ({});
    try {
      await browser.navigate(other.url);
      await browser.inFrame('iframe', async () => {
        await settled(browser);
        await result(browser, 'extra_sales', '35000');
        await browser.fill('input[name="margin"]', '5%');
        await result(browser, 'extra_sales', '14000');
        assert.equal(await browser.evaluate(() => localStorage.length), 0);
        assert.deepEqual(await browser.evaluate(() => window.complaints), []);
      });
    } finally {
      await other.disconnect();
    }
  });
});

test('the site works offline', async ({ browser, open, site }) => {
  await open('bad-debt/?lang=en');
  await browser.says('.footer__offline', /Works offline ✓/);
  await site.disconnect();
  try {
    await browser.navigate(`${site.url}clv/?lang=en#spend=9&visits=4&weeks=52&years=30`);
    await settled(browser);
    await result(browser, 'value', '56160');
  } finally {
    await site.connect();
  }
});

test(
  'a failed start is reported, and a reload fixes it',
  async ({ browser, open, site }) => {
    await within(async (folder) => {
      const whole = site.folder;
      cpSync(whole, folder, { recursive: true });
      rmSync(join(folder, 'assets'), { recursive: true });
      cpSync(join(whole, 'assets'), join(folder, 'assets'), { recursive: true, filter: (file) => !file.endsWith('.wasm') });
      site.folder = folder;
      await open('clv/?lang=en');
      await browser.says('h1', /This page could not start/);
      site.folder = whole;
      await browser.press('重新打开 Reload');
      await browser.says('h1', 'Customer lifetime value');
    });
  },
  { expected: /./ },
);

test(
  'after a panic stored data can be exported, not changed',
  async ({ browser, open }) => {
    await open('');
    await browser.evaluate(() => {
      localStorage.setItem('sales-abacus:deal:1', '{"broken": ');
      URL.createObjectURL = (blob) => ((window.file = blob), 'blob:caught');
      HTMLAnchorElement.prototype.click = () => {};
      dispatchEvent(new ErrorEvent('error', { error: new window.WebAssembly.RuntimeError('unreachable') }));
    });
    await browser.press('把已存数据另存为文件 Save stored data as a file');
    await browser.waitFor('the file', () => window.file?.text().then((text) => JSON.parse(text).entries['sales-abacus:deal:1'] === '{"broken": '));
    await browser.evaluate(() => localStorage.setItem('sales-abacus:deal:1', 'overwritten'));
    assert.equal(await browser.evaluate(() => localStorage.getItem('sales-abacus:deal:1')), '{"broken": ');
  },
  { expected: /./ },
);

test('an element joins a form, and a link becomes a frame', async ({ browser, site }) => {
  await within(async (folder) => {
    writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="en"><title>Host</title>
<script type="module" src="${site.url}element.js"></script><script src="${site.url}embed.js" defer></script>
<form><sales-abacus tool="bad-debt" name="debt" lang="en" loss="700"></sales-abacus></form>
<a class="sales-abacus" id="one" href="${site.url}bad-debt/?lang=en#loss=600">Bad debt</a>`);
    const other = await serveStatic(folder);
    other.headersOf = () => ({});
    try {
      await browser.navigate(other.url);
      const sent = (expected) =>
        browser.waitFor(`the form sends ${expected}`, (expected) => new FormData(document.querySelector('form')).get('debt') === expected, expected);
      await sent('35000');
      await browser.evaluate(() => {
        const input = document.querySelector('sales-abacus').shadowRoot.querySelector('input[name="loss"]');
        input.focus();
        input.value = '1000';
        input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        input.blur();
      });
      await sent('50000');
      await browser.evaluate(() => document.querySelector('form').reset());
      await sent('35000');
      await browser.evaluate(() => document.querySelector('#one').scrollIntoView());
      const answer = await browser.evaluate(async () => {
        const handle = window.SalesAbacus.get('one');
        await handle.ready;
        await handle.set({ margin: '0.03' });
        const { outputs } = await handle.values();
        return outputs.extra_sales;
      });
      assert.equal(answer, '20000');
      assert.ok((await browser.evaluate(() => document.querySelector('iframe#one').clientHeight)) > 300);
    } finally {
      await other.disconnect();
    }
  });
});
