// The embed code builder: choices are previewed, measured, and written into code that works on another origin.

import { look, serveHost } from './host-pages.js';
import { dist, SOAK, some } from './site.js';
import { serveStatic } from './static-server.js';
import { axeInBoth, expect, locales, test as base } from './support.js';

const WIDTHS = [320, 480, 800, 1200];

const test = base.extend({
  // The site in a folder, which the code has to include.
  site: async ({ origins }, use) => {
    const site = await serveStatic(dist, '/tools/');
    origins.add(site.origin);
    await use(site);
    site.close();
  },
  // Opens a host page on another origin that is `column` pixels wide and contains this code.
  openHost: async ({ context, origins }, use) => {
    const hosts = [];
    await use(async (code, column, head = '') => {
      const host = await serveHost('https://abacus.example/', { 'host.html': hostPage(code, head) });
      origins.add(host.origin);
      hosts.push(host);
      const page = await context.newPage();
      await page.setViewportSize({ width: column + 16, height: 900 });
      await page.addInitScript(watchShifts);
      await page.goto(`${host.url}host.html`);
      await look(page);
      return page;
    });
    hosts.forEach((host) => host.close());
  },
});

const hostPage = (code, head) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}</head>
<body><h1>Host</h1>${code}<p>What follows</p></body></html>`;

const watchShifts = () => {
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
};

const kindOf = (page, kind) => page.locator(`.codes__kind:has([data-kind=${kind}])`);

// The code to be copied, once the heights are known.
const codeOf = async (page, kind) => {
  await expect(page.locator('.codes__code--waiting')).toHaveCount(0);
  return page.locator(`[data-kind=${kind}]`).textContent();
};

const preview = (page) => page.frameLocator('.preview__frame:not(.preview__frame--aside)');

test('choices appear in the preview and in the code', async ({ page, site }) => {
  await page.goto(`${site.url}embed/?lang=en`);
  await page.locator('#tool').selectOption('bad-debt');
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('checkbox', { name: 'Formula and working' }).uncheck();
  await page.locator('#access-margin').selectOption('lock');
  await page.getByLabel('Light or dark').selectOption('light');
  await page.locator('#radius').fill('0');
  await page.locator('#radius').press('Enter');
  await page.locator('#width').fill('600');
  await page.locator('#width').press('Tab');
  await preview(page).locator('[name=loss]').fill('700');
  await expect.poll(() => codeOf(page, 'script')).toContain('#loss=700"');
  const query = 'lang=en&amp;parts=title,inputs,sliders,result,figures,link&amp;lock=margin&amp;theme=light&amp;radius=0';
  const code = await codeOf(page, 'script');
  expect(code).toContain(`href="${site.url}bad-debt/?${query}#loss=700"`);
  expect(code).toContain('data-max-width="600"');
  await expect(preview(page).locator('[name=margin]')).toHaveAttribute('readonly');
  await expect(preview(page).locator('.tool__working')).toBeHidden();
  // A reload, or the address sent to a colleague, leads to the same code.
  await page.reload();
  expect(await codeOf(page, 'script')).toBe(code);
  await expect(preview(page).locator('[name=loss]')).toHaveValue('700');
});

test('the preview has the code’s address and measured size', SOAK, async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${site.url}embed/?lang=en#tool=bad-debt&lang=en&loss=700`);
  const frame = await codeOf(page, 'frame');
  for (const width of WIDTHS) {
    await page.getByRole('radio', { name: `${width} px` }).check();
    const shown = page.locator('.preview__frame:not(.preview__frame--aside)');
    await expect(shown).toHaveAttribute('width', String(width));
    expect(frame).toContain(`src="${await shown.getAttribute('src')}"`.replaceAll('&', '&amp;'));
    const written = new RegExp(`\\b${width}:(\\d+)`).exec(await codeOf(page, 'script'))[1];
    expect(await shown.getAttribute('height')).toBe(written);
    const inside = await (await shown.elementHandle()).contentFrame();
    const heights = () => inside.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth]);
    expect(await heights()).toEqual([Number(written), width]);
  }
});

test('a pasted link sets the inputs; any other text is reported', async ({ page }) => {
  await page.goto('embed/?lang=en');
  await page.locator('#link').fill('https://elsewhere.example/tools/bad-debt/?lang=en#loss=700&colour=1');
  await expect(page.locator('#tool')).toHaveValue('bad-debt');
  await expect(preview(page).locator('output[name=extra_sales] data')).toHaveAttribute('value', '35000');
  await expect(page.locator('.notice')).toContainText('colour');
  // Unused choices are neither in the code nor in the measured frames.
  expect(await codeOf(page, 'script')).toContain('?lang=en#loss=700"');
  await expect(preview(page).locator('.notice')).toHaveCount(0);
  await page.locator('#link').fill('https://elsewhere.example/');
  await page.locator('#link').press('Tab');
  await expect(page.locator('#link-error')).toContainText('not a link to a calculator');
  await expect(page.locator('#link')).toHaveAttribute('aria-invalid', 'true');
  await page.locator('#accent').fill('ffff00');
  await page.locator('#accent').press('Enter');
  await page.getByLabel('Light or dark').selectOption('light');
  await expect(page.locator('#accent-error')).toContainText('4.5 : 1');
  expect(await codeOf(page, 'script')).not.toContain('ffff00');
});

test('each kind of code is copied as displayed', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(baseURL).origin });
  await page.goto('embed/?lang=en#tool=bad-debt&loss=700');
  for (const kind of ['script', 'frame', 'element', 'react']) {
    const code = await codeOf(page, kind);
    const fold = kindOf(page, kind);
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
    await fold.getByRole('button').click();
    await expect(fold.getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  }
});

// With the code alone.
for (const kind of some(['script', 'frame', 'element'], 0, 3)) {
  test(`${kind} code works cross-origin without layout shift`, async ({ page, site, openHost }) => {
    await page.goto(`${site.url}embed/?lang=en#tool=bad-debt&lang=en&loss=700&parts=title,inputs,result,figures,table,link`);
    const code = await codeOf(page, kind);
    for (const width of WIDTHS) {
      const host = await openHost(code, width);
      const inside = kind === 'element' ? host.locator('sales-abacus') : host.frameLocator('iframe');
      await expect(inside.locator('output[name=extra_sales] data')).toHaveAttribute('value', '35000');
      await expect(inside.locator('table.table')).toBeVisible();
      if (kind !== 'element') {
        const inside = await (await host.locator('iframe').elementHandle()).contentFrame();
        const hidden = () => inside.evaluate(() => document.documentElement.scrollHeight - innerHeight);
        await expect.poll(hidden, `${kind} at ${width}`).toBeLessThanOrEqual(0);
      }
      const size = () => host.locator(kind === 'element' ? 'sales-abacus' : 'iframe').evaluate((it) => it.clientWidth);
      expect(await size()).toBe(width);
      if (kind === 'script') {
        await expect.poll(() => host.evaluate(() => window.SalesAbacus.all()[0].values().then(({ link }) => link)))
          .toBe(`${site.url}bad-debt/?lang=en#loss=700`);
      }
      expect(await host.evaluate(() => window.shift), `${kind} at ${width}`).toBeLessThanOrEqual(0.02);
      await host.close();
    }
  });
}

test('the generated policy is sufficient for its code', SOAK, async ({ page, site, openHost, expected }) => {
  await page.goto(`${site.url}embed/?lang=en#tool=bad-debt&lang=en&loss=700`);
  const under = async (kind, change = (policy) => policy) => {
    const code = await codeOf(page, kind);
    const policy = change(await kindOf(page, kind).locator('.codes__policy code').textContent());
    // The host is responsible for the styles in the code itself.
    const meta = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; ${policy}">`;
    return openHost(code, 800, meta);
  };
  for (const kind of ['script', 'frame', 'element']) {
    const host = await under(kind);
    const inside = kind === 'element' ? host.locator('sales-abacus') : host.frameLocator('iframe');
    await expect(inside.locator('output[name=extra_sales] data'), kind).toHaveAttribute('value', '35000');
    await host.close();
  }
  // An element that cannot run falls back to a frame, which its policy allows as well.
  expected.push(/violate|policy violated: script-src by wasm-eval/);
  const host = await under('element', (policy) => policy.replace(" 'wasm-unsafe-eval'", ''));
  const frame = host.locator('sales-abacus iframe').contentFrame();
  await expect(frame.locator('output[name=extra_sales] data')).toHaveAttribute('value', '35000');
});

test('a chosen width is kept, and never exceeds the column', SOAK, async ({ page, site, openHost }) => {
  await page.goto(`${site.url}embed/?lang=en#tool=bad-debt&lang=en&max-width=600`);
  for (const [kind, selector] of [['script', 'iframe'], ['frame', 'iframe'], ['element', 'sales-abacus']]) {
    const code = await codeOf(page, kind);
    for (const [column, width] of [[800, 600], [400, 400]]) {
      const host = await openHost(code, column);
      await expect.poll(() => host.locator(selector).evaluate((it) => it.clientWidth), `${kind} in ${column}`).toBe(width);
      await host.close();
    }
  }
});

test('the builder works with the keyboard alone', async ({ page }) => {
  await page.goto('embed/?lang=en#tool=bad-debt');
  await codeOf(page, 'script');
  await page.locator('#tool').focus();
  // Tab reaches each control, in document order.
  const reached = [];
  for (let presses = 0; presses < 60 && reached.at(-1) !== 'script'; presses += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => {
      const { name, id, type, tagName, value } = document.activeElement;
      if (tagName === 'SUMMARY') return 'script';
      return type === 'radio' || type === 'checkbox' ? `${name} ${value}` : id || tagName;
    }));
  }
  for (const wanted of ['link', 'part title', 'part link', 'customer 1', 'guess 1', 'theme', 'accent', 'scale', 'access-loss', 'script']) {
    expect(reached).toContain(wanted);
  }
  await page.locator('[name=lang]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => codeOf(page, 'script')).toContain('?lang=en"');
  await page.locator('[name=part][value=working]').focus();
  await page.keyboard.press('Space');
  await expect.poll(() => codeOf(page, 'script')).not.toContain('working');
  await page.getByRole('button', { name: /Link and script/ }).focus();
  await page.keyboard.press('Enter');
  await expect(kindOf(page, 'script').getByRole('status')).not.toBeEmpty();
});

for (const locale of some(locales, 0)) {
  for (const width of some([390, 1280], 0)) {
    test(`the builder in ${locale} at ${width} px is accessible and fits the width`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`embed/?lang=${locale}#tool=bad-debt&lang=en`);
      await codeOf(page, 'script');
      await page.locator('.codes__kind').evaluateAll((kinds) => kinds.forEach((kind) => (kind.open = true)));
      // Only our page: the frames' content has its own tests.
      expect(await axeInBoth(page, { exclude: ['iframe'] })).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      const small = await page.locator('.builder :is(button, select, summary, input[type=text], input[type=url], .choice)')
        .evaluateAll((controls) => controls.filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 44)
          .map(({ outerHTML }) => outerHTML.slice(0, 80)));
      expect(small).toEqual([]);
    });
  }
}

test('pages link to the builder, with the current calculator', async ({ page }) => {
  await page.goto('?lang=en');
  await page.locator('.footer').getByRole('link', { name: 'Embed in your own page' }).click();
  await expect(page).toHaveURL(/\/embed\/\?lang=en(#tool=status-quo)?$/);
  await page.goto('dso/?lang=en');
  await page.locator('.footer').getByRole('link', { name: 'Embed in your own page' }).click();
  await expect(page.locator('#tool')).toHaveValue('dso');
});

test('a preview that fails to start is reported', async ({ page, expected }) => {
  expected.push(/Failed to (fetch|load)/, /^request failed: \S+\.wasm net::ERR_FAILED$/);
  await page.route('**/calculators_bg*.wasm', (route) => route.abort());
  await page.goto('embed/?lang=en');
  await expect(page.locator('.codes__failed')).toContainText('could not start');
  await expect(page.getByRole('button', { name: /Link and script/ })).toBeDisabled();
});
