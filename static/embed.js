// Manages the calculators of Sales Abacus in other sites' pages: a link `<a class="sales-abacus">` into the folder of
// this script becomes a frame, every frame of that folder gets its height, and the page can talk to it. A classic
// script without dependencies, at a stable address. Its types are in embed.d.ts.
(() => {
  // If loaded twice, the first script stays in charge.
  if (window.SalesAbacus) return;

  const SOURCE = 'sales-abacus';
  const folder = new URL('.', document.currentScript.src);
  // The distance from the window at which a frame starts loading.
  const NEAR = '200px';
  // The height of a frame whose link specifies none.
  const UNKNOWN = '320:900 720:640';

  // How long the specified height of a frame is not reduced: parts of it may still load.
  const PATIENCE_MS = 3000;

  // Pages that are not calculators.
  const PAGES = ['class', 'deals', 'embed'];

  const handles = new Map();
  let nonces = 0;

  // The calculator of an address below the folder, with query and values.
  const toolOf = (address, prefix) => {
    if (!address.startsWith(folder.href + prefix)) return undefined;
    const { pathname, search, hash } = new URL(address);
    const tool = /^(?:embed\/)?([a-z0-9-]+)\/(?:index\.html)?$/.exec(pathname.slice(folder.pathname.length))?.[1];
    return tool && !PAGES.includes(tool) ? { tool, rest: search + hash } : undefined;
  };

  // The height at a width, interpolated from `320:900 480:860`.
  const heightAt = (heights, width) => {
    const known = heights.trim().split(/\s+/).map((pair) => pair.split(':').map(Number));
    const place = known.findIndex(([at]) => at >= width);
    const [right, height] = known.at(place);
    if (place < 1) return height;
    const [left, before] = known[place - 1];
    return before + ((height - before) * (width - left)) / (right - left);
  };

  const resize = (frame, height) => {
    const edges = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${Math.ceil(height) + edges}px`;
  };

  const reserve = (frame, heights) => {
    const height = heightAt(heights, frame.clientWidth);
    if (height > 0) resize(frame, height);
  };

  const texts = (values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));

  // A caller that ignores the promise must not cause an unhandled rejection.
  const quiet = (promise) => (promise.catch(() => {}), promise);

  class Handle {
    #listeners = [];
    #replies = new Map();
    #link;
    #settle;
    // Why commands are rejected at present.
    #over;
    #patience;
    #begun;
    #shrinking;
    #onLoad = () => this.#hello();

    constructor(frame, tool, link, heights) {
      Object.assign(this, { element: frame, tool });
      this.#link = link;
      this.#patience = heights ? PATIENCE_MS : 0;
      this.#expect();
      frame.addEventListener('load', this.#onLoad);
      this.#hello();
    }

    #post(type, more, origin = folder.origin) {
      this.element.contentWindow?.postMessage({ source: SOURCE, version: 1, type, tool: this.tool, ...more }, origin);
    }

    // It contains no data, so it may be sent to a frame that has not loaded yet.
    #hello() {
      this.#post('hello', {}, '*');
    }

    #expect() {
      this.ready = quiet(new Promise((resolve, reject) => (this.#settle = { resolve, reject })));
    }

    #ask(type, more) {
      const answer = () => new Promise((resolve, reject) => {
        if (this.#over) return reject(this.#over);
        const nonce = String((nonces += 1));
        this.#replies.set(nonce, { resolve, reject });
        this.#post(type, { ...more, nonce });
      });
      return quiet(this.ready.then(answer));
    }

    // Rejects everything pending.
    #refuse(code) {
      const reason = new Error(`Sales Abacus: ${code}`);
      this.#settle.reject(reason);
      for (const { reject } of this.#replies.values()) reject(reason);
      this.#replies.clear();
      this.#over = reason;
    }

    // The frame is gone: removed by its host, or by `destroy`.
    end(code) {
      handles.delete(this.element);
      this.element.removeEventListener('load', this.#onLoad);
      clearTimeout(this.#shrinking);
      this.#listeners = [];
      this.#refuse(code);
    }

    #fit(height) {
      const begun = (this.#begun ??= performance.now());
      const patience = height < this.element.clientHeight ? begun + this.#patience - performance.now() : 0;
      clearTimeout(this.#shrinking);
      if (patience > 0) this.#shrinking = setTimeout(() => resize(this.element, height), patience);
      else resize(this.element, height);
    }

    hear(message) {
      const { type, to, height } = message;
      if (height > 0) this.#fit(height);
      if (type === 'reply') {
        this.#replies.get(to)?.resolve(message);
        this.#replies.delete(to);
        return;
      }
      if (type === 'ready') {
        // Before hello, a frame reports no values.
        if (!message.inputs) return this.#hello();
        // The reader retried after a failure.
        if (this.#over) this.#expect();
        this.#over = undefined;
        this.#settle.resolve(message);
      }
      if (type === 'failed') this.#refuse(message.code);
      for (const [wanted, listener] of [...this.#listeners]) if (wanted === type) listener(message);
      if (['ready', 'change', 'problem', 'failed'].includes(type)) {
        this.element.dispatchEvent(new CustomEvent(`abacus-${type}`, { bubbles: true, detail: message }));
      }
    }

    on(type, listener) {
      const entry = [type, listener];
      this.#listeners.push(entry);
      return () => {
        this.#listeners = this.#listeners.filter((other) => other !== entry);
      };
    }

    values() {
      return this.#ask('get');
    }

    set(inputs) {
      return this.#ask('set', { inputs: texts(inputs) });
    }

    reset() {
      return this.#ask('reset');
    }

    undo() {
      return this.#ask('undo');
    }

    redo() {
      return this.#ask('redo');
    }

    solve(input, output, value) {
      return this.#ask('solve', { input, output, value: String(value) });
    }

    show(arrangement) {
      return this.#ask('show', arrangement);
    }

    theme(tokens) {
      return this.#ask('theme', texts(typeof tokens === 'string' ? { theme: tokens } : tokens));
    }

    lang(locale, more = {}) {
      return this.#ask('lang', texts({ locale, ...more }));
    }

    reveal() {
      return this.#ask('reveal');
    }

    // Removes the frame, and restores the link it replaced.
    destroy() {
      this.end('destroyed');
      if (this.#link) this.#link.classList.remove(SOURCE);
      this.element.replaceWith(...(this.#link ? [this.#link] : []));
    }
  }

  // Frames load after the page around them: once it has loaded and is idle, and they are near the window.
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      target.src = target.dataset.address;
    }
  }, { rootMargin: NEAR });
  const later = (frame) => {
    const soon = () => (window.requestIdleCallback ?? setTimeout)(() => near.observe(frame));
    if (document.readyState === 'complete') soon();
    else addEventListener('load', soon, { once: true });
  };

  const frameOf = (link) => {
    const found = toolOf(link.href, '');
    if (!found) return;
    const frame = document.createElement('iframe');
    Object.assign(frame, { id: link.id, className: SOURCE, title: link.textContent.trim() });
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0' });
    const { heights = UNKNOWN, maxWidth } = link.dataset;
    if (maxWidth > 0) frame.style.maxWidth = `${maxWidth}px`;
    frame.dataset.address = `${folder.href}embed/${found.tool}/${found.rest}`;
    link.replaceWith(frame);
    reserve(frame, heights);
    handles.set(frame, new Handle(frame, found.tool, link, link.dataset.heights));
    later(frame);
  };

  const scan = () => {
    document.querySelectorAll(`a.${SOURCE}[href]`).forEach(frameOf);
    for (const frame of document.querySelectorAll('iframe[src]')) {
      const found = !handles.has(frame) && toolOf(frame.src, 'embed/');
      if (!found) continue;
      if (frame.dataset.heights) reserve(frame, frame.dataset.heights);
      handles.set(frame, new Handle(frame, found.tool, undefined, frame.dataset.heights));
    }
    for (const handle of handles.values()) if (!handle.element.isConnected) handle.end('removed');
  };

  addEventListener('message', ({ data, origin, source }) => {
    if (origin !== folder.origin || data?.source !== SOURCE || data.version !== 1) return;
    for (const [frame, handle] of handles) if (frame.contentWindow === source) handle.hear(data);
  });

  window.SalesAbacus = Object.freeze({
    all: () => (scan(), [...handles.values()]),
    get(elementOrId) {
      scan();
      const element = typeof elementOrId === 'string' ? document.getElementById(elementOrId) : elementOrId;
      return handles.get(element);
    },
  });

  scan();
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
})();
