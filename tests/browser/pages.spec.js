// Every page opens, in both languages, wherever the site is hosted.

import { all, dist, inTurn } from './site.js';
import { expect, locales, openMenu, pages, test } from './support.js';
import { TYPES, serveStatic } from './static-server.js';

const opens = async (page, url) => {
  const response = await page.goto(url);
  expect(response.status()).toBe(200);
  await expect(page.locator('h1')).toBeVisible();
};

for (const [index, path] of pages.entries()) {
  for (const [turn, locale] of locales.entries()) {
    if (!inTurn(index, turn, /^embed\/./.test(path) ? 16 : 4)) continue;
    test(`/${path} opens in ${locale}`, async ({ page }) => {
      await opens(page, `${path}?lang=${locale}`);
    });
  }
}

test.describe('below a sub-path', () => {
  let site;
  test.beforeAll(async () => {
    site = await serveStatic(dist, '/some/where/');
  });
  test.afterAll(() => site.close());

  // One page for each depth and bundle: addresses of the others are built the same way.
  for (const path of pages.filter((path) => all || (!path.includes('-') && !/^(embed\/)?(dso|receivables)/.test(path)))) {
    test(`/some/where/${path} opens`, async ({ page, origins }) => {
      origins.add(site.origin);
      await opens(page, site.url + path);
    });
  }
});

test('a host that does not know wasm serves every chunk', async ({ page, origins }) => {
  const site = await serveStatic(dist, '/', { ...TYPES, '.wasm': 'application/octet-stream' });
  origins.add(site.origin);
  await page.goto(`${site.url}bad-debt/#loss=600&margin=0.03`);
  await expect(page.locator('output[name="extra_sales"] data')).toHaveAttribute('value', '20000');
  await site.close();
});

test('a string reaches no sink of the page', async ({ page, expected }) => {
  expected.push(/TrustedHTML|TrustedScriptURL|trusted-types|policy violated/);
  await page.goto('bad-debt/');
  const refused = await page.evaluate(() => {
    const attempts = [
      () => (document.createElement('p').innerHTML = '<b>a</b>'),
      () => (document.createElement('script').src = 'a.js'),
      () => window.trustedTypes.createPolicy('another', {}),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'taken';
      } catch ({ name }) {
        return name;
      }
    });
  });
  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError']);
});

test('the browser’s own bar has the colour of the page', async ({ page }) => {
  // The colour of the first meta element that applies, as browsers choose it.
  const bar = () =>
    page.evaluate(() => {
      const metas = [...document.querySelectorAll('meta[name="theme-color"]')];
      const { content } = metas.find(({ media }) => matchMedia(media).matches);
      const probe = document.createElement('i');
      probe.style.color = content;
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.goto('clv/?lang=en');
  const light = await bar();
  expect(light).toBe(await paper());
  for (const theme of ['Dark', 'Light', 'System']) {
    await openMenu(page);
    await page.locator('.menu').getByRole('button', { name: theme }).click();
    await page.keyboard.press('Escape');
    await expect.poll(bar).toBe(await paper());
    expect((await bar()) === light, theme).toBe(theme !== 'Dark');
  }
  await openMenu(page);
  await page.locator('.menu').getByRole('button', { name: 'Dark' }).click();
  await page.reload();
  expect(await bar()).toBe(await paper());
  expect(await bar()).not.toBe(light);
});
