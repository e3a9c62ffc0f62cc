// User-made lessons: created, stored, shared as a link and as a file; and unreadable ones.

import { readFileSync } from 'node:fs';
import { denyStorage } from './deal-book.js';
import { SCREENS, body, place, start, toTheEnd, illegibleStates } from './lesson.js';
import { SOAK, some } from './site.js';
import { axe, axeInBoth, catalogue, expect, test } from './support.js';

test('a lesson is created, shared by link, deleted and restored', async ({ page, browser, baseURL }) => {
  await page.addInitScript(() => (navigator.clipboard.writeText = async (text) => (window.copied = text)));
  await page.goto('bad-debt/?lang=en#loss=700');
  await page.locator('.bar').getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('link', { name: 'Make a lesson from these values' }).click();
  await expect(page).toHaveURL(/class\/(\?lang=en)?#make=bad-debt&loss=700$/);
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await expect(page.locator('#own-refused')).toHaveText('A lesson needs a title and a question.');
  await page.locator('#own-title').fill('Our last bad debt');
  await page.locator('#own-question').fill('What must we sell to make up for it?');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  const own = page.locator('.own .lessons__item');
  await expect(own).toContainText('Our last bad debt');
  await page.reload();
  await expect(own).toContainText('What must we sell to make up for it?');
  expect(await axe(page)).toEqual([]);

  await page.getByRole('link', { name: 'Start “Our last bad debt”' }).click();
  await expect(page).toHaveURL(/#own=[a-z0-9]+&step=1$/);
  await toTheEnd(page, 'PageDown');
  await page.goBack();

  await own.getByRole('button', { name: 'Copy link: Our last bad debt' }).click();
  await expect(page.locator('.own__note')).toContainText('copied');
  const link = await page.evaluate(() => window.copied);
  expect(link.startsWith(new URL('class/?lang=en#lesson=', baseURL).href)).toBe(true);
  const other = await (await browser.newContext({ locale: 'en' })).newPage();
  await other.goto(link);
  await expect(other.locator('.stage__words')).toHaveText('Our last bad debt');
  for (let presses = 0; (await other.locator('.stage__result').count()) === 0; presses += 1) {
    expect(presses).toBeLessThan(30);
    await other.keyboard.press('PageDown');
  }
  await expect(other.locator('.stage__result')).toContainText('35,000');
  await other.context().close();

  await own.getByRole('button', { name: 'Delete: Our last bad debt' }).click();
  await expect(own).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(own).toHaveCount(1);
});


const KEY = 'sales-abacus:lesson:';
const OWN = 'bad-debt;title=Kept;question=How%20much%3F;v.loss=700';
const rows = (page) => page.locator('.own .lessons__item');
const note = (page) => page.locator('.own__note');

// Puts lessons into the store of every page that opens, unless already there.
const keeping = (page, lessons) =>
  page.addInitScript((lessons) => lessons.forEach(([key, text]) => localStorage.getItem(key) ?? localStorage.setItem(key, text)), lessons);

const choose = async (page, name, content) => {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a lesson file' }).click();
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content);
  await (await choosing).setFiles({ name, mimeType: 'application/json', buffer });
};

test('unused values of a lesson are reported before it starts', async ({ page }) => {
  await keeping(page, [[`${KEY}a`, 'bad-debt;title=Kept;question=How%20much%3F;v.loss=seven;v.colour=red']]);
  const told = page.getByRole('alert');
  for (const lesson of ['own=a', 'lesson=bad-debt;title=Sent;question=How%20much%3F;v.loss=seven;v.colour=red']) {
    await page.goto('icon.svg');
    await page.goto(`class/?lang=en#${lesson}`);
    await expect(told).toContainText('“seven” was not used');
    await expect(told).toContainText('colour');
    // The stage is light whatever the device's colour scheme.
    expect(await axeInBoth(page)).toEqual([]);
    await page.keyboard.press('PageDown');
    await expect(page.locator('.stage')).toBeVisible();
    await expect(told).toHaveCount(0);
  }
});

test('a lesson is moved as a file, and a wrong file is harmless', async ({ page, browser }) => {
  await keeping(page, [[`${KEY}a`, OWN]]);
  await page.goto('class/?lang=en');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file: Kept' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('lesson.json');
  await expect(note(page)).toHaveText('Download started: lesson.json');
  const file = readFileSync(await download.path(), 'utf8');

  const context = await browser.newContext({ locale: 'en' });
  const other = await context.newPage();
  await other.goto(page.url());
  await choose(other, 'lesson.json', file);
  await expect(rows(other)).toContainText('Kept');
  await expect(note(other)).toHaveText('1 lesson was added.');
  // Opening it twice stores it twice.
  await choose(other, 'lesson.json', file);
  await expect(rows(other)).toHaveCount(2);

  for (const [name, content, why] of [
    ['photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xd8]), '“photo.png” was not opened: This is not a lesson file.'],
    ['cut.json', file.slice(0, -9), '“cut.json” was not opened: This is not a lesson file.'],
    ['large.json', Buffer.alloc(1_100_000, 32), '“large.json” was not opened: It is too long.'],
    ['newer.json', file.replace('"version":1', '"version":2'), 'Written by a newer version'],
    ['none.json', '{"format":"sales-abacus","version":1,"lessons":[]}', 'No lesson was added.'],
  ]) {
    await choose(other, name, content);
    await expect(note(other)).toContainText(why);
    await expect(rows(other)).toHaveCount(2);
  }
  // Of several the readable ones are taken.
  const { lessons, ...rest } = JSON.parse(file);
  await choose(other, 'mixed.json', JSON.stringify({ ...rest, lessons: [...lessons, { ...lessons[0], tool: 'no-such-tool' }] }));
  await expect(note(other)).toHaveText('1 lesson was added. 1 could not be read: There is no calculator “no-such-tool”.');
  await expect(rows(other)).toHaveCount(3);
  await other.reload();
  await expect(rows(other)).toHaveCount(3);
  expect(await axe(other)).toEqual([]);
  await context.close();
});

// The kinds of steps of a lesson, in order.
const kinds = async (page) => {
  const seen = await toTheEnd(page, 'PageDown', async () => /stage__body--(\w+)/.exec(await body(page).getAttribute('class'))[1]);
  return [...new Set(seen)];
};

test('too many takeaways are refused, not cut', async ({ page }) => {
  await page.goto('class/?lang=en#make=bad-debt&loss=80000');
  await expect(page.locator('#own-move')).toHaveValue('margin');
  await page.locator('#own-title').fill('Ours');
  await page.locator('#own-question').fill('How much?');
  const lines = page.locator('#own-lines');
  const many = ['1', '2', '3', '4', '5', '6'].join('\n');
  await lines.fill(many);
  await expect(page.locator('#own-lines-error')).toContainText('Up to 5 lines');
  await expect(lines).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await expect(page.locator('#own-refused')).toContainText('Up to 5 lines');
  await expect(lines).toHaveValue(many);
  expect(await axe(page)).toEqual([]);
  await lines.fill(many.slice(0, -2));
  await expect(page.locator('#own-lines-error')).toBeEmpty();
  // The example's slider range does not include 80,000; the proposed move is to twice that.
  await page.locator('#own-move').selectOption('loss');
  await expect(page.locator('#own-to')).toHaveValue('160,000');
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('the steps of a lesson can be chosen and changed later', SOAK, async ({ page }) => {
  await page.goto('class/?lang=en#make=bad-debt&loss=700');
  await page.locator('#own-title').fill('Ours');
  await page.locator('#own-question').fill('How much?');
  const tick = (name) => page.getByRole('checkbox', { name });
  await tick('The working, line by line').uncheck();
  await tick('The what-if table').check();
  await expect(page.locator('#own-move')).toHaveValue('margin');
  await expect(page.locator('#own-to')).toHaveValue('4');
  await page.locator('#own-move').selectOption('loss');
  await expect(page.locator('#own-to')).toHaveValue('1,400');
  const said = page.locator('#own-to-note');
  await expect(said).toHaveText('Now 700');
  for (const [typed, why] of [['x', 'This is not a number'], ['700', 'It already has this value'], ['€900', '€'], ['', 'Enter a number']]) {
    await page.locator('#own-to').fill(typed);
    await page.locator('#own-to').blur();
    await expect(said).toContainText(why);
    await expect(page.locator('#own-to')).toHaveAttribute('aria-invalid', 'true');
  }
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await expect(said).toContainText('Enter a number');
  expect(await axe(page)).toEqual([]);
  await page.locator('#own-to').fill('5k');
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await page.getByRole('link', { name: 'Start “Ours”' }).click();
  await expect(body(page)).toBeVisible();
  expect(await kinds(page)).toEqual(['say', 'ask', 'result', 'move', 'table', 'qr', 'sum']);
  await page.goBack();

  await page.getByRole('link', { name: 'Change: Ours' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change the lesson');
  await expect(page.locator('#own-to')).toHaveValue('5,000');
  await expect(tick('The what-if table')).toBeChecked();
  await page.locator('#own-title').fill('Ours, shorter');
  await page.locator('#own-move').focus();
  await page.locator('#own-move').selectOption('');
  await expect(page.locator('#own-to')).toHaveCount(0);
  await expect(page.locator('#own-move')).toBeFocused();
  await tick('The what-if table').uncheck();
  await tick('A QR code').uncheck();
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.reload();
  await page.getByRole('link', { name: 'Start “Ours, shorter”' }).click();
  await expect(body(page)).toBeVisible();
  expect(await kinds(page)).toEqual(['say', 'ask', 'result', 'sum']);
});

test('a lesson opened by a link can be stored', async ({ page }) => {
  await start(page, OWN.replace('bad-debt', 'lesson=bad-debt'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keep this lesson?');
  await expect(page.locator('#own-title')).toHaveValue('Kept');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: 'Do not keep it; see all lessons' }).click();
  await expect(rows(page)).toHaveCount(0);
  await page.goBack();
  await page.locator('#own-title').fill('Kept by us');
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await expect(rows(page)).toContainText('Kept by us');
});

test('a lesson’s curve covers its values; figures do not wrap', async ({ page }) => {
  await page.setViewportSize(SCREENS[0]);
  await start(page, 'lesson=bad-debt;title=Ours;question=What;v.loss=1234567;move.margin=0.5');
  await page.keyboard.press('5');
  await page.keyboard.press('r');
  await expect(page.locator('.stage__value')).toContainText('50%');
  await expect(page.locator('.stage__follows')).toContainText('2,469,134');
  const lies = () => page.locator('.chart__bubble').evaluate((bubble) => bubble.checkVisibility());
  expect(await lies()).toBe(true);
  await page.keyboard.press('Home');
  await page.keyboard.press('5');
  await expect(page.locator('.stage__follows')).toContainText('61,728,350');
  expect(await lies()).toBe(true);
  const lines = await page.locator('.stage__follows').evaluate((figure) => {
    const range = document.createRange();
    range.selectNode(figure.firstChild);
    return range.getClientRects().length;
  });
  expect(lines).toBe(1);
  expect(await illegibleStates(page)).toEqual([]);
});

test('a lesson changed in two tabs loses neither change', async ({ page, context }) => {
  await keeping(page, [[`${KEY}a`, OWN]]);
  await page.goto('class/?lang=en#change=a');
  await expect(page.locator('#own-title')).toHaveValue('Kept');
  const other = await context.newPage();
  const keep = async (tab, name, text) => {
    await tab.locator(name).fill(text);
    await tab.getByRole('button', { name: 'Keep the lesson' }).click();
    await expect(rows(tab).first()).toBeVisible();
  };
  await other.goto(page.url());
  await keep(other, '#own-question', 'How much more?');
  await keep(page, '#own-title', 'Kept well');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Kept well');
  await expect(rows(page)).toContainText('How much more?');

  // Both change the title, and one of them deletes.
  await page.getByRole('link', { name: 'Change: Kept well' }).click();
  await expect(page.locator('#own-title')).toHaveValue('Kept well');
  await other.getByRole('link', { name: 'Change: Kept well' }).click();
  await keep(other, '#own-title', 'Theirs');
  await keep(page, '#own-title', 'Mine');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('link', { name: 'Change: Mine' }).click();
  await page.locator('#own-title').fill('Mine again');
  await expect(rows(other)).toHaveCount(2);
  await other.getByRole('button', { name: 'Delete: Mine' }).click();
  await expect(rows(other)).toHaveCount(1);
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await expect(rows(page).filter({ hasText: 'Mine again' })).toHaveCount(1);
  await page.goto('class/?lang=en&case=never#change=never');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such lesson.');
});

for (const { calculator } of some(catalogue.filter(({ path, calculator }) => calculator && !path.startsWith('embed/')), 3, 14)) {
  const tool = calculator.id;
  test(`a lesson made from ${tool} is legible from the last row`, async ({ page }) => {
    await page.setViewportSize(SCREENS[0]);
    await start(page, `lesson=${tool};title=Our%20own%20figures;question=What%20do%20you%20guess%3F;steps=working.table.phones`);
    const faults = [];
    await toTheEnd(page, 'PageDown', async () => faults.push(...(await illegibleStates(page))));
    expect(faults).toEqual([]);
  });
}

test('after a failed write the latest text is stored', async ({ page }) => {
  await page.addInitScript((prefix) => {
    const write = Storage.prototype.setItem;
    window.isFull = true;
    Storage.prototype.setItem = function (key, text) {
      if (window.isFull && key.startsWith(prefix)) throw new DOMException('', 'QuotaExceededError');
      return write.call(this, key, text);
    };
  }, KEY);
  await page.goto('class/?lang=en#make=bad-debt');
  await page.locator('#own-title').fill('First');
  await page.locator('#own-question').fill('How much?');
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await expect(page.locator('#own-refused')).not.toHaveText('');
  await page.locator('#own-title').fill('Second');
  await page.evaluate(() => (window.isFull = false));
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Second');
});

test('a new address opens a new form', async ({ page }) => {
  await keeping(page, [[`${KEY}a`, OWN], [`${KEY}b`, OWN.replace('Kept', 'Other')], [`${KEY}newer`, `${OWN};schema=2`]]);
  await page.goto('class/?lang=en#change=a');
  await expect(page.locator('#own-title')).toHaveValue('Kept');
  await page.evaluate(() => (location.hash = '#change=b'));
  await expect(page.locator('#own-title')).toHaveValue('Other');
  await page.locator('#own-title').fill('Other, changed');
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('Kept');
  await expect(rows(page).last()).toContainText('Other, changed');
  await page.evaluate(() => (location.hash = '#change=newer'));
  await expect(page.locator('main')).toContainText('Written by a newer version');
  await page.evaluate(() => (location.hash = '#make=bad-debt&loss=-5'));
  await expect(page.locator('.notice__title')).toBeVisible();
  await page.evaluate(() => (location.hash = '#keep=no-such-tool;title=A;question=B'));
  await expect(page.locator('main')).toContainText('There is no calculator “no-such-tool”.');
});

test('a link that would be too long is offered as a file', async ({ page }) => {
  await page.addInitScript(() => (navigator.clipboard.writeText = async (text) => (window.copied = text)));
  const long = encodeURIComponent('长'.repeat(120));
  await keeping(page, [[`${KEY}a`, `bad-debt;title=Long;question=${long};line=${long};line=${long}`]]);
  await page.goto('class/?lang=en');
  await page.getByRole('button', { name: 'Copy link: Long' }).click();
  await expect(note(page)).toHaveText('The link is too long for some programs: save a file instead.');
  expect(await page.evaluate(() => window.copied)).toBeUndefined();
});

test('the list follows other tabs and restores removed lessons', async ({ page, context }) => {
  await keeping(page, [[`${KEY}a`, OWN]]);
  await page.goto('class/?lang=en');
  await expect(rows(page)).toHaveCount(1);
  const other = await context.newPage();
  await other.goto(page.url());
  await other.evaluate(([key, text]) => localStorage.setItem(key, text), [`${KEY}b`, OWN.replace('bad-debt', 'clv').replace('Kept', 'Another').replace(';v.loss=700', '')]);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('Another');
  // Its printed sheets need its calculator, which was not loaded before.
  await expect(rows(page).first().locator('summary')).toBeVisible();
  await other.getByRole('button', { name: 'Delete: Kept' }).click();
  await expect(rows(page)).toHaveCount(1);
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(2);

  await other.evaluate(() => localStorage.clear());
  await expect(note(page)).toContainText('Not saved');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(note(page)).toHaveText('');
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
});

test('an unreadable lesson is reported and kept byte for byte', async ({ page }) => {
  const damaged = 'bad-debt;title=%E4;question=%FF';
  await keeping(page, [[`${KEY}a`, OWN], [`${KEY}broken`, damaged], [`${KEY}gone`, `${OWN};deleted=1`]]);
  await page.goto('class/?lang=en');
  await expect(rows(page)).toHaveCount(1);
  await expect(note(page)).toContainText('Some lessons cannot be read; they are kept as they are.');
  const cases = [
    ['own=broken', 'This lesson cannot be read.', 'The part “title” cannot be read. Nothing was changed.'],
    [`lesson=${damaged}`, 'This lesson cannot be read.', 'The part “title” cannot be read.'],
    ['lesson=no-such-tool;title=A;question=B', 'This lesson cannot be read.', 'There is no calculator “no-such-tool”.'],
    ['make=no-such-tool', 'There is no such calculator.', 'See all lessons'],
    ['own=gone', 'There is no such lesson.', ''],
    ['own=never', 'There is no such lesson.', ''],
    ['no-such-lesson&step=3', 'There is no such lesson.', ''],
  ];
  for (const [at, [fragment, heading, reason]] of cases.entries()) {
    await page.goto(`class/?lang=en&case=${at}#${fragment}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.locator('main')).toContainText(reason);
  }
  await page.getByRole('link', { name: 'See all lessons' }).click();
  await expect(rows(page)).toHaveCount(1);
  expect(await page.evaluate((key) => localStorage.getItem(key), `${KEY}broken`)).toBe(damaged);
});

test('without storage lessons run and a new one is not lost', async ({ page }) => {
  await denyStorage(page);
  await start(page, 'earned');
  await page.keyboard.press('3');
  await expect(place(page)).toHaveText('3 / 14');
  await page.goto('about:blank');
  await page.goto('class/?lang=en#own=a');
  await expect(page.locator('main')).toContainText('The browser does not let this page save data');
  await page.goto('about:blank');
  await page.goto('class/?lang=en#make=clv');
  await page.locator('#own-title').fill('Ours');
  await page.locator('#own-question').fill('How much?');
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  const refused = page.locator('#own-refused');
  await expect(refused).toHaveText('The browser does not let this page save data');
  await expect(page.locator('#own-title')).toHaveValue('Ours');
  // It can be saved as a file instead, including later changes.
  await page.locator('#own-title').fill('Ours again');
  await page.getByRole('button', { name: 'Keep the lesson' }).click();
  await expect(refused).toHaveText('The browser does not let this page save data');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  expect(readFileSync(await (await downloading).path(), 'utf8')).toContain('"title":"Ours again"');
});

test('a lesson whose calculator fails to load can be retried', async ({ page, expected }) => {
  expected.push(/class-/, /Failed to (load|fetch)/);
  let isBroken = true;
  await page.route(/class-split_bad_debt|class-chunk/, (route) => (isBroken ? route.abort() : route.continue()));
  await page.goto(`class/?lang=en#lesson=${OWN}`);
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  isBroken = false;
  await again.click();
  await expect(page.locator('.stage__words')).toHaveText('Kept');
});
