import { defineConfig } from '@playwright/test';

// `cargo xtask test` chooses free ports and finds the browser; the defaults serve `npx playwright test`.
const ports = { dist: process.env.ABACUS_DIST_PORT ?? '4173', dev: process.env.ABACUS_DEV_PORT ?? '4174' };
const target = process.env.CARGO_TARGET_DIR ?? 'target';

const vite = (command, port) => ({
  command: `node node_modules/vite/bin/vite.js ${command} --mode release --host 127.0.0.1 --strictPort --port ${port}`,
  url: `http://127.0.0.1:${port}/`,
});

const project = (name, files) => ({ name, ...files, use: { baseURL: `http://127.0.0.1:${ports[name]}/` } });

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: `${target}/playwright/output`,
  fullyParallel: true,
  forbidOnly: true,
  workers: '100%',
  reporter: [['list'], ['json', { outputFile: `${target}/playwright/results.json` }]],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.ABACUS_BROWSER,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    project('dist', { testIgnore: 'dev.spec.js' }),
    // The same site under Vite's development server, whose client must respect the same policy.
    project('dev', { testMatch: 'dev.spec.js' }),
  ],
  webServer: [vite('preview', ports.dist), vite('serve', ports.dev)],
});
