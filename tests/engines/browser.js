// A browser of either engine: a visitor's actions and observations, over WebDriver.

import { writeFileSync } from 'node:fs';
import { launch as firefox } from './driver/firefox.js';
import { until } from './driver/process.js';
import { launch as webkit } from './driver/webkit.js';

const ENGINES = { firefox, webkit };

export const engine = process.env.ABACUS_ENGINE;
if (!ENGINES[engine]) throw new Error(`ABACUS_ENGINE: ${Object.keys(ENGINES).join(' or ')}, not ${engine}`);

// Keys by their WebDriver code points.
export const KEYS = { tab: '\uE004', enter: '\uE007', shift: '\uE008', control: '\uE009', alt: '\uE00A', escape: '\uE00C', right: '\uE014', down: '\uE015' };

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

// How to await a promise in the page: a sync script does not wait in every engine.
const wrapped = (body) => `const done = arguments[arguments.length - 1];
  (async (...args) => (${body})(...args))(...Array.prototype.slice.call(arguments, 0, -1))
    .then((value) => done({ value: value === undefined ? null : value }), (error) => done({ error: error + '\\n' + (error && error.stack) }));`;

export class Browser {
  static async launch() {
    const driver = await ENGINES[engine]();
    const browser = new Browser(driver);
    await driver.send('timeouts', { script: 60_000, pageLoad: 60_000, implicit: 0 });
    return browser;
  }

  constructor(driver) {
    this.driver = driver;
  }

  close() {
    return this.driver.end();
  }

  // The result of a function run in the page, with plain data as arguments.
  async evaluate(body, ...args) {
    const { value, error } = await this.driver.send('script', { script: wrapped(body), args });
    if (error) throw new Error(error);
    return value;
  }

  // The viewport size, whatever the window decorations.
  async resize(width, height) {
    const inner = () => this.evaluate(() => [innerWidth, innerHeight, outerWidth, outerHeight]);
    await this.driver.send('rect', { width: width + 100, height: height + 200 });
    await until(`a window of ${width} × ${height}`, async () => {
      const [innerWidth, innerHeight, outerWidth, outerHeight] = await inner();
      if (innerWidth === width && innerHeight === height) return true;
      await this.driver.send('rect', { width: outerWidth + width - innerWidth, height: outerHeight + height - innerHeight });
      return false;
    });
  }

  navigate(url) {
    return this.driver.send('navigate', { url });
  }

  reload() {
    return this.driver.send('reload');
  }

  back() {
    return this.driver.send('back');
  }

  url() {
    return this.evaluate(() => location.href);
  }

  // The element's reference for commands. Waits until it exists.
  async element(selector) {
    const found = await until(`${selector} is there`, () =>
      this.driver.send('find', { using: 'css selector', value: selector }).catch((error) => {
        if (/no such element/.test(error.message)) return null;
        throw error;
      }));
    return found[ELEMENT];
  }

  // Clicks with the mouse, once the element is visible.
  async click(selector) {
    await this.shown(selector);
    // A driver considers an element behind a bar visible, but then refuses to click it.
    await this.evaluate((selector) => document.querySelector(selector).scrollIntoView({ block: 'center' }), selector);
    await this.driver.send('click', { id: await this.element(selector) });
  }

  // Clicks the control with this name: its text or its label.
  async press(name, within = 'body') {
    const mark = () =>
      this.evaluate(
        (name, within) => {
          const of = (element) => (element.getAttribute('aria-label') ?? element.textContent).trim();
          const all = [...document.querySelectorAll(`${within} :is(button, a, summary, label)`)];
          const found = all.find((element) => of(element) === name && element.getClientRects().length > 0);
          document.querySelectorAll('[data-pressed]').forEach((element) => delete element.dataset.pressed);
          if (found) found.dataset.pressed = '';
          return Boolean(found);
        },
        name,
        within,
      );
    await until(`a control named ${name}`, mark);
    await this.driver.send('click', { id: await this.element('[data-pressed]') });
  }

  // Sends keys to the focused element.
  async keys(...keys) {
    const each = keys.flatMap((key) => [{ type: 'keyDown', value: key }, { type: 'keyUp', value: key }]);
    await this.driver.send('actions', { actions: [{ type: 'key', id: 'keyboard', actions: each }] });
  }

  // Presses one key while another is held.
  async chord(held, key) {
    const actions = [{ type: 'keyDown', value: held }, { type: 'keyDown', value: key }, { type: 'keyUp', value: key }, { type: 'keyUp', value: held }];
    await this.driver.send('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  // Replaces the text of a field. `clear` fires no event in WebKitGTK, so everything is selected first.
  async fill(selector, text) {
    await this.click(selector);
    await this.chord(KEYS.control, 'a');
    await this.driver.send('sendKeys', { id: await this.element(selector), text });
  }

  text(selector) {
    return this.evaluate((selector) => document.querySelector(selector)?.textContent.trim() ?? null, selector);
  }

  value(selector) {
    return this.evaluate((selector) => document.querySelector(selector)?.value ?? null, selector);
  }

  count(selector) {
    return this.evaluate((selector) => document.querySelectorAll(selector).length, selector);
  }

  focused() {
    return this.evaluate(() => document.activeElement.name || document.activeElement.className || document.activeElement.tagName);
  }

  // Waits until a function in the page returns true; the error contains its last result.
  async waitFor(what, body, ...args) {
    let last;
    try {
      return await until(what, async () => (last = await this.evaluate(body, ...args)));
    } catch (error) {
      throw new Error(`${error.message}; at last: ${JSON.stringify(last)}`);
    }
  }

  shown(selector) {
    return this.waitFor(`${selector} is shown`, (selector) => (document.querySelector(selector)?.getClientRects().length ?? 0) > 0, selector);
  }

  // Waits until the text of an element equals or matches this.
  async says(selector, expected) {
    let last;
    const matches = (text) => text !== null && (expected instanceof RegExp ? expected.test(text) : text === expected);
    await until(`${selector} says ${expected}`, async () => matches((last = await this.text(selector)))).catch((error) => {
      throw new Error(`${error.message}, but ${JSON.stringify(last)}`);
    });
  }

  async screenshot(file) {
    writeFileSync(file, Buffer.from(await this.driver.send('screenshot', { full: false }), 'base64'));
  }

  // The printout as a PDF.
  async print() {
    return Buffer.from(await this.driver.send('print'), 'base64');
  }

  // Runs `work` in a new tab, which is closed afterwards.
  async inTab(work) {
    const first = await this.driver.send('window');
    const { handle } = await this.driver.send('newWindow', { type: 'tab' });
    await this.driver.send('switchToWindow', { handle });
    try {
      return await work();
    } finally {
      await this.driver.send('closeWindow');
      await this.driver.send('switchToWindow', { handle: first });
    }
  }

  // Runs `work` inside a frame.
  async inFrame(selector, work) {
    const id = { [ELEMENT]: await this.element(selector) };
    await this.driver.send('switchToFrame', engine === 'firefox' ? { id, element: id[ELEMENT] } : { id });
    try {
      return await work();
    } finally {
      await this.driver.send('switchToFrame', { id: null });
    }
  }
}
