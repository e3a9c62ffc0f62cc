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
  // The gate runs alongside a compiler, so a failed test is retried there, and reported if it then passes; the soak
  // does not retry.
  retries: all ? 0 : 1,
  // Both timeouts only end hung tests. Nothing is measured in wall-clock time, because a machine may be busy. A test
  // about time moves the page's own clock (`page.clock`).
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: `${target}/playwright/results.json` }]],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A service worker would answer requests in the middle of a test. Only offline.spec.js tests it.
    serviceWorkers: 'block',
    // Recording takes a sixth of every test's time. To inspect one: `cargo xtask test --only browser -- --trace on -g
    // title`.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.ABACUS_BROWSER,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // There is no GPU process: it would only be one more process to start and talk to, at a tenth of the time of
        // all tests.
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
    // The single-file builds are made for the soak, or when their test is named on the command line of `cargo xtask
    // test`.
    project('dist', { testIgnore: ['dev-server.spec.js', ...(process.env.ABACUS_SINGLE ? [] : ['single.spec.js'])] }),
    // The same site on Vite's development server, whose client must respect the same policy.
    project('dev', { testMatch: 'dev-server.spec.js' }),
  ],
  webServer: [vite('preview', ports.dist), vite('serve', ports.dev)],
});
