// The preloads in a page's head.

import { expect, test } from '@playwright/test';
import { framing, preloaded, unhashed } from '../../xtask/preload.mjs';

const PARTS = {
  home: {},
  calculators: {
    bad_debt: ['calculators-chunk_3.wasm', 'calculators-split_bad_debt.wasm'],
    clv: ['calculators-split_clv.wasm'],
    chart: ['calculators-split_chart.wasm'],
    frame: ['calculators-chunk_3.wasm', 'calculators-split_frame.wasm'],
    working: ['calculators-split_working.wasm'],
  },
};
const FILES = [
  'assets/home_bg-AAAAAAA1.wasm',
  'assets/calculators_bg-BBBB-_B1.wasm',
  'assets/calculators-chunk_3-C-CCCCC1.wasm',
  'assets/calculators-split_bad_debt-DDDDDD-1.wasm',
  'assets/calculators-split_clv-EEEEEEE1.wasm',
  'assets/calculators-split_chart-FFFFFFF1.wasm',
  'assets/calculators-split_frame-IIIIIII1.wasm',
  'assets/calculators-split_working-JJJJJJJ1.wasm',
  'assets/sheet_bg-GGGGGGG1.wasm',
  'assets/calculators-HHHHHHH1.js',
];
const calculators = FILES.filter((file) => file.includes('calculators')).join(' ');
const of = (page, script, parts = PARTS) =>
  preloaded(`<div id="app" data-page="${page}">`, ['first', script], FILES, parts).map(unhashed);

test('a calculator preloads its own chunk and its dependencies', () => {
  const own = ['calculators_bg.wasm', 'calculators-chunk_3.wasm', 'calculators-split_bad_debt.wasm'];
  expect(of('bad-debt/', calculators)).toEqual(own);
  expect(of('embed/bad-debt/', calculators)).toEqual(own);
  expect(of('clv/', calculators)).toEqual(['calculators_bg.wasm', 'calculators-split_clv.wasm']);
});

test('a page without a chunk preloads the start of its bundle', () => {
  expect(of('early-payment/', calculators)).toEqual(['calculators_bg.wasm']);
  expect(of('', FILES[0])).toEqual(['home_bg.wasm']);
  expect(of('bad-debt/', calculators, { calculators: {} })).toEqual(['calculators_bg.wasm']);
});

test('only calculators preload frame chunk and working', () => {
  const of = (page) => framing(`<script data-languages="en"></script><div id="app" data-page="${page}">`, FILES, PARTS).map(unhashed);
  const frame = ['calculators-chunk_3.wasm', 'calculators-split_frame.wasm', 'calculators-split_working.wasm'];
  expect(of('bad-debt/')).toEqual(frame);
  expect(of('embed/clv/')).toEqual(frame);
  for (const page of ['', 'deals/', 'embed/']) expect(of(page), page).toEqual([]);
  expect(framing('<div data-page="clv/">', FILES, { calculators: {} })).toEqual([]);
});
