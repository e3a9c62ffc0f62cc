// Workbooks of other programs as files of an import, and an import so large that it takes long.

import { PREFIX, open } from './deal-book.js';
import { SOAK, some } from './site.js';
import { axe, expect, locales, test } from './support.js';
import { workbook } from './workbook.js';

const WORDS = {
  'zh-CN': {
    choose: /选择文件|换文件/,
    import: (count) => `导入 ${count} 条`,
    sheet: '读的是工作表“东”',
    leftOut: '读工作表“说明”（1 行）',
    old: '旧格式的文件',
    rows: '表格超过 20000 行',
    stop: '停止读取',
    comparing: '正在和本机的商机核对',
    more: /再显示 50 人/,
  },
  en: {
    choose: /Choose (other )?files/,
    import: (count) => `Import ${count}`,
    sheet: 'Read from the sheet “东”',
    leftOut: 'Read the sheet “说明” (1 row)',
    old: 'a file of an old format',
    rows: 'more than 20000 rows',
    stop: 'Stop reading',
    comparing: 'Comparing with the deals here',
    more: /Show 50 more/,
  },
};

const HEADER = ['客户', '商机名称', '金额', '预计成交日'];
const file = (name, buffer) => ({ name, mimeType: '', buffer: Buffer.from(buffer) });

const choose = async (page, words, files) => {
  const waiting = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: words.choose }).click();
  await (await waiting).setFiles(files);
};
const deals = (page) =>
  page.evaluate((prefix) => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    const facts = ({ customer, amount, expected_close }) => [customer, amount, expected_close];
    return keys.map((key) => facts(JSON.parse(localStorage.getItem(key)))).sort();
  }, PREFIX);

for (const locale of some(locales, 1)) {
  const words = WORDS[locale];

  test(`workbooks are imported beside other files in ${locale}`, async ({ page }) => {
    await open(page, locale, '#view=files');
    const book = workbook({
      说明: [['请先读这里'], ['再填表']],
      东: [['商机表'], HEADER, ['华东', '一期', 1200.5, [46203, 1]]],
      南: [HEADER, ['华南', '二期', 8.1999999999999993, [46203.5, 1]]],
    });
    const old = file('old.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    await choose(page, words, [file('a.xlsx', book), old, file('c.csv', '客户\n华北\n')]);
    await expect(page.locator('.files__part [role=alert]')).toContainText(words.old);
    const part = page.locator('.files__part').filter({ has: page.getByRole('button', { name: words.choose }) });
    for (const said of [words.sheet, words.leftOut, 'a.xlsx · 南', 'c.csv']) await expect(part).toContainText(said);
    await expect(page.getByLabel(words.leftOut)).not.toBeChecked();
    await page.locator('[name="sheet-2"]').uncheck();
    await expect(page.getByRole('button', { name: words.import(2), exact: true })).toBeVisible();
    await page.locator('[name="sheet-2"]').check();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: words.import(3), exact: true }).click();
    await expect.poll(() => deals(page)).toEqual([
      ['华东', '1200.5', '2026-06-30'],
      ['华北', undefined, undefined],
      ['华南', '8.2', '2026-06-30'],
    ].sort());
  });

  test(`reading a large workbook does not block the page in ${locale}`, SOAK, async ({ page }) => {
    await open(page, locale, '#view=files');
    const rows = (count) => Array.from({ length: count }, (_, row) => [`客户 ${row}`, `项目 ${row}`, row, [46203, 1]]);
    await choose(page, words, file('many.xlsx', workbook({ S: [HEADER, ...rows(20_001)] })));
    await expect(page.locator('.files__part [role=alert]')).toContainText(words.rows);

    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const many = file('many.xlsx', workbook({ S: [HEADER, ...rows(20_000)] }));
    await choose(page, words, many);
    const bar = page.getByRole('progressbar');
    await expect(bar).toBeVisible();
    await expect(page.getByText(words.comparing)).toBeVisible();
    // From here on, measures how long the page blocks.
    await page.evaluate(() => {
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
      }).observe({ type: 'longtask' });
    });
    await page.waitForTimeout(1000);
    await page.getByRole('button', { name: words.stop }).click();
    await expect(bar).toHaveCount(0);
    await expect(page.locator('.import-preview')).toHaveCount(0);
    // The browser's own work, such as garbage collection, counts too.
    expect(await page.evaluate(() => window.longest)).toBeLessThan(100);
    expect(await deals(page)).toEqual([]);

    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await choose(page, words, many);
    await expect(page.getByRole('button', { name: words.import(20_000), exact: true })).toBeVisible({ timeout: 60_000 });
  });

  test(`a deal of many people opens folded in ${locale}`, async ({ page }) => {
    const people = Array.from({ length: 2000 }, (_, place) => ({ id: `p${place}`, name: `人 ${place}` }));
    await page.addInitScript(
      ([key, record]) => localStorage.setItem(key, record),
      [`${PREFIX}many`, JSON.stringify({ schema: 2, id: 'many', revision: 1, customer: '华东', people })],
    );
    await open(page, locale, '#many');
    const section = page.locator('#people');
    await expect(section).toBeAttached();
    await expect(section).not.toHaveAttribute('open');
    await section.locator('summary').first().click();
    await expect(section.locator('.people > *')).toHaveCount(50);
    await section.getByRole('button', { name: words.more }).click();
    await expect(section.locator('.people > *')).toHaveCount(100);
  });
}
