// Drives Firefox like geckodriver: WebDriver commands over Marionette, a socket built into Firefox. Debian has no
// geckodriver.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, until } from './process.js';

// No network requests of its own, no prompts, no window animations; and a free port.
const PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'zh-CN, zh',
  'marionette.port': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'services.settings.server': 'data:,',
  'toolkit.legacyUserProfileCustomizations.stylesheets': true,
  'toolkit.telemetry.enabled': false,
  // As on a phone: overlay scroll bars.
  'ui.useOverlayScrollbars': 1,
};

// Otherwise a Firefox window is at least 450 px wide.
const NARROW = ':root, #main-window, #navigator-toolbox, #browser { min-width: 0 !important; }';

const profile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'abacus-firefox-'));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(folder, 'user.js'), lines.join('\n'));
  mkdirSync(join(folder, 'chrome'));
  writeFileSync(join(folder, 'chrome/userChrome.css'), NARROW);
  return folder;
};

// WebDriver command names, and Marionette's names for them.
const NAMES = {
  newSession: 'WebDriver:NewSession',
  deleteSession: 'WebDriver:DeleteSession',
  timeouts: 'WebDriver:SetTimeouts',
  navigate: 'WebDriver:Navigate',
  reload: 'WebDriver:Refresh',
  back: 'WebDriver:Back',
  find: 'WebDriver:FindElement',
  click: 'WebDriver:ElementClick',
  sendKeys: 'WebDriver:ElementSendKeys',
  actions: 'WebDriver:PerformActions',
  script: 'WebDriver:ExecuteAsyncScript',
  rect: 'WebDriver:SetWindowRect',
  window: 'WebDriver:GetWindowHandle',
  newWindow: 'WebDriver:NewWindow',
  switchToWindow: 'WebDriver:SwitchToWindow',
  closeWindow: 'WebDriver:CloseWindow',
  switchToFrame: 'WebDriver:SwitchToFrame',
  screenshot: 'WebDriver:TakeScreenshot',
  print: 'WebDriver:Print',
};

// Responses from the socket: `<length>:<json>`, one after another.
const answers = (socket, each) => {
  let received = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || received.length < end) return;
      each(JSON.parse(received.subarray(colon + 1, end)));
      received = received.subarray(end);
    }
  });
};

const marionette = async (port) => {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map();
  const greeted = new Promise((done, failed) => {
    socket.once('error', failed);
    answers(socket, (answer) => {
      // The first is a greeting, not a response.
      if (!Array.isArray(answer)) return done();
      const [, id, error, result] = answer;
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      return error ? reject(new Error(`${error.error}: ${error.message}`)) : resolve(result?.value === undefined ? result : result.value);
    });
  });
  socket.on('close', () => waiting.forEach(({ reject }) => reject(new Error('Firefox has gone'))));
  await greeted;
  let last = 0;
  const send = (name, parameters = {}) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, NAMES[name], parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  return { send, close: () => socket.destroy() };
};

// Starts headless Firefox.
export const launch = async () => {
  const folder = profile();
  const program = process.env.ABACUS_FIREFOX ?? 'firefox-esr';
  const args = ['--headless', '--no-remote', '--marionette', '--profile', folder];
  const firefox = spawn(program, args, { stdio: 'ignore', env: { ...process.env, TZ: 'Asia/Shanghai', MOZ_CRASHREPORTER_DISABLE: '1' } });
  const end = async () => {
    await ended(firefox);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const file = join(folder, 'MarionetteActivePort');
    const port = await until('Firefox opens its port', () => existsSync(file) && Number(readFileSync(file, 'utf8')), firefox);
    const socket = await marionette(port);
    await socket.send('newSession', { capabilities: { alwaysMatch: { unhandledPromptBehavior: 'accept' } } });
    return {
      send: socket.send,
      end: async () => {
        socket.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
};
