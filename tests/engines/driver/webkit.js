// WebKitGTK with its own driver, which uses WebDriver over HTTP, on a virtual screen.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, until } from './process.js';

// WebDriver commands and their endpoints. Braces are parameters in the path.
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

// The browser that comes with the library, which distributions install next to it, outside PATH.
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
      // A file, or an unreadable folder.
    }
  }
  throw new Error('no MiniBrowser: install webkit2gtk-driver');
};

// Its toolbar would keep the window wider than a phone.
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

// A virtual screen. It chooses a free display number and reports it.
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
        // Closes the browser that the driver started.
        await send('deleteSession').catch(() => {});
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
};
