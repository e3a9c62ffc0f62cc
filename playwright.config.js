import { defineConfig } from '@playwright/test';
import { all, site, target } from './tests/browser/site.js';

// `cargo xtask test` chooses free ports and finds the browser; the defaults serve `npx playwright test`.
const ports = { dist: process.env.ABACUS_DIST_PORT ?? '4173', dev: process.env.ABACUS_DEV_PORT ?? '4174' };

const vite = (command, port) => ({
  command: `node node_modules/vite/bin/vite.js ${command} --mode ${site} --host 127.0.0.1 --strictPort --port ${port}`,
  url: `http://127.0.0.1:${port}/`,
  timeout: 120_000,
});

const project = (name, files) => ({ name, ...files, use: { baseURL: `http://127.0.0.1:${ports[name]}/` } });

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: `${target}/playwright/output`,
  fullyParallel: true,
  forbidOnly: true,
  grepInvert: all ? undefined : /@soak/,
  workers: '100%',
  // The gate runs beside a compiler. What fails there gets a second try and is named if it passes then; the soak gives none.
  retries: all ? 0 : 1,
  // Both only end what hangs. How long something may take is never measured by a clock on the wall: a machine may be
  // busy. A test that is about time moves the page's own clock (`page.clock`).
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: `${target}/playwright/results.json` }]],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A worker would answer for the site in the middle of a test. offline.spec.js alone is about it.
    serviceWorkers: 'block',
    // Recording costs every test a sixth of its time. To look at one: `cargo xtask test --only browser -- --trace on -g title`.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.ABACUS_BROWSER,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // There is none: its process would only be one more to start and to talk to. A tenth of the time of all tests.
        '--in-process-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    // The files that hold all pages are built for the soak, or when `cargo xtask test` is given their name.
    project('dist', { testIgnore: ['dev.spec.js', ...(process.env.ABACUS_SINGLE ? [] : ['single.spec.js'])] }),
    // The same site under Vite's development server, whose client must respect the same policy.
    project('dev', { testMatch: 'dev.spec.js' }),
  ],
  webServer: [vite('preview', ports.dist), vite('serve', ports.dev)],
});
