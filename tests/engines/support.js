// The base of every test: a browser per file, a host per test, and no page errors.

import assert from 'node:assert/strict';
import { after, before, test as declared } from 'node:test';
import { all } from '../browser/site.js';
import { Browser, engine } from './browser.js';
import { host } from './host.js';

export { assert, engine };

let browser;
before(async () => {
  browser = await Browser.launch();
});
after(() => browser?.close());

export const PHONE = [390, 844];
export const SCREEN = [1280, 720];

// On a busy machine a test, or the browser itself, may fail once: it is retried in a new browser and reported. The soak
// does not retry.
const twice = async (title, attempt) => {
  try {
    await attempt();
  } catch (error) {
    if (all) throw error;
    console.log(`failed, tried again: ${title}: ${error.stack}`);
    await browser.close().catch(() => {});
    browser = await Browser.launch();
    await attempt();
  }
};

// `work` gets the browser, and `open(path)`, which opens a page of the site and waits for the app. `expected` lists
// expected page errors.
export const test = (title, work, { expected = /^$/, size = SCREEN } = {}) =>
  declared(`${engine}: ${title}`, () => twice(title, async () => {
    const site = await host();
    try {
      await browser.resize(...size);
      const open = async (path = '') => {
        await browser.navigate('about:blank');
        await browser.navigate(site.url + path);
        await settled(browser);
      };
      await work({ browser, site, open });
      const complaints = await browser.evaluate(() => window.complaints ?? []);
      assert.deepEqual(complaints.filter((complaint) => !expected.test(complaint)), [], 'what the page complained of');
    } finally {
      await browser.navigate('about:blank').catch(() => {});
      await site.disconnect();
    }
  }));

// Waits until the app, or its error page, has replaced the note, and lazy parts have loaded.
export const settled = (browser) =>
  browser.waitFor('the app is there', () => {
    const app = document.getElementById('app');
    if (!app) return Boolean(document.getElementById('rescue'));
    return document.querySelector('h1') !== null && !app.querySelector(':scope > .boot, .later[aria-busy]');
  });

// The exact decimal of a result.
export const result = (browser, key, value) =>
  browser.waitFor(
    `${key} is ${value}`,
    (key, value) => document.querySelector(`output[name="${key}"] data`)?.value === value,
    key,
    value,
  );

export const fragment = (browser, expected) =>
  browser.waitFor(`the address ends in ${expected}`, (expected) => location.hash === expected, expected);
