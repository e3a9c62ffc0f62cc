// WebKitGTK by its own driver, which speaks WebDriver over HTTP, on a screen that is not there.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, until } from './process.js';

// What WebDriver calls a command, and where it goes. Braces are parameters that stand in the address.
const ROUTES = {
  deleteSession: ['DELETE', ''],
  timeouts: ['POST', '/timeouts'],
  navigate: ['POST', '/url'],
  reload: ['POST', '/refresh'],
  back: ['POST', '/back'],
  find: ['POST', '/element'],
  click: ['POST', '/element/{id}/click'],
  sendKeys: ['POST', '/element/{id}/value'],
  actions: ['POST', '/actions'],
  script: ['POST', '/execute/async'],
  rect: ['POST', '/window/rect'],
  window: ['GET', '/window'],
  newWindow: ['POST', '/window/new'],
  switchToWindow: ['POST', '/window'],
  closeWindow: ['DELETE', '/window'],
  switchToFrame: ['POST', '/frame'],
  screenshot: ['GET', '/screenshot'],
  print: ['POST', '/print'],
};

// The browser that comes with the library, which a distribution keeps beside it and off the path.
const miniBrowser = () => {
  if (process.env.ABACUS_MINIBROWSER) return process.env.ABACUS_MINIBROWSER;
  const folders = readdirSync('/usr/lib').map((name) => join('/usr/lib', name));
  for (const folder of folders) {
    try {
      const version = readdirSync(folder).filter((name) => name.startsWith('webkit2gtk-') || name.startsWith('webkitgtk-'));
      for (const name of version) {
        if (readdirSync(join(folder, name)).includes('MiniBrowser')) return join(folder, name, 'MiniBrowser');
      }
    } catch {
      // A file, or a folder that is not ours to read.
    }
  }
  throw new Error('no MiniBrowser: install webkit2gtk-driver');
};

// The tools of its window would keep it wider than a phone.
const NARROW = '* { min-width: 0; padding: 0; margin: 0; border-width: 0; } entry { font-size: 1px; } image { -gtk-icon-transform: scale(0.1); }';

const settings = () => {
  const home = mkdtempSync(join(tmpdir(), 'abacus-webkit-'));
  mkdirSync(join(home, '.config/gtk-3.0'), { recursive: true });
  writeFileSync(join(home, '.config/gtk-3.0/gtk.css'), NARROW);
  return home;
};

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

// A screen in memory. It chooses a number that is free and says which.
const screen = async () => {
  const xvfb = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  xvfb.stdout.on('data', (text) => (said += text));
  const display = await until('Xvfb says its number', () => said.trim() && `:${said.trim()}`, xvfb);
  return { display, end: () => ended(xvfb) };
};

const asked = async (method, address, body) => {
  const response = await fetch(address, { method, body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
};

export const launch = async () => {
  const { display, end: endScreen } = await screen();
  const port = await freePort();
  const home = settings();
  const env = {
    ...process.env,
    DISPLAY: display,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    LANGUAGE: 'zh_CN',
    TZ: 'Asia/Shanghai',
    GDK_BACKEND: 'x11',
    // The screen has no graphics card, and the accessibility bus no session.
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    NO_AT_BRIDGE: '1',
  };
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env });
  const end = async () => {
    await ended(driver);
    await endScreen();
    rmSync(home, { recursive: true, force: true });
  };
  const root = `http://127.0.0.1:${port}`;
  try {
    await until('WebKitWebDriver listens', () => fetch(`${root}/status`).then(({ ok }) => ok, () => false), driver);
    const options = { binary: miniBrowser(), args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options, unhandledPromptBehavior: 'accept' } };
    const { sessionId } = await asked('POST', `${root}/session`, { capabilities });
    const send = (name, { id, ...parameters } = {}) => {
      const [method, path] = ROUTES[name];
      const inBody = path.includes('{id}') ? parameters : { id, ...parameters };
      return asked(method, `${root}/session/${sessionId}${path.replace('{id}', id)}`, inBody);
    };
    return {
      send,
      end: async () => {
        // Closes the browser, which the driver started.
        await send('deleteSession').catch(() => {});
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
};
