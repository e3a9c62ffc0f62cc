// The element. It renders nothing itself: a program that implements the message contract does, either ours in the
// element's shadow root or, if a policy refuses that, a frame.

import { Answers, broken, promised, quiet } from './answers.js';
import { commandsOf, fragmentOf, listed, queryOf, valuesOf } from './attributes.js';
import { adopt } from './drawn.js';
import * as frame from './frame.js';
import { heightAt } from './heights.js';
import { shadowOf } from './shadow.js';

const HERE = import.meta.url;
const BASE = new URL('.', HERE).href;

// The pause after which a change by buttons or keys counts as complete.
const SETTLED_MS = 300;
// How long after the start the reserved height of an element is kept: parts may still load.
const ROOM_MS = 3000;
// How long a change may wait before it is reported, so that there are at most ten reports per second.
const TOLD_MS = 120;
// The current values are available at once unless the program is busy; a removed element does not wait longer.
const LAST_MS = 100;

const WRONG = {
  zh: '有一个数读不出来，请改正。',
  en: 'One of the figures cannot be read. Please correct it.',
};

const texts = (values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value ?? '')]));

const isText = (element) => element?.matches('input:not([type=range])');

export class SalesAbacus extends HTMLElement {
  static formAssociated = true;

  // The program is fetched when the first element is almost in view.
  static #near = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target.#open()),
    { rootMargin: '200px' },
  );

  #internals = this.attachInternals();
  #shadow = shadowOf(this);
  #program = this.#shadow.program;
  #observer = new MutationObserver((records) => this.#follow(new Set(records.map(({ attributeName }) => attributeName))));
  // Checks the rendered content for invalid fields.
  #drawn = new MutationObserver(() => {
    adopt(this.#program);
    this.#check();
  });
  // The current run. A new one starts after the element was removed, or when it gets another calculator.
  #run;
  #channel;
  #ready;
  // It was destroyed, or could not start: nothing starts again by itself.
  #isOver = false;
  #answers = new Answers();
  #values = {};
  #given = {};
  #results = {};
  #said = { link: '', sentence: '' };
  #keys;
  #locale = 'zh-CN';
  #isPressed = false;
  #isUnsettled = false;
  #settling;
  // The message about an invalid field in a frame.
  #wrong;

  constructor() {
    super();
    this.#ready = promised();
    this.#drawn.observe(this.#program, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-invalid'] });
    // Our own event is fired once the values are known.
    this.#program.addEventListener('input', (event) => event.stopPropagation());
    for (const settled of ['change', 'focusout']) this.#program.addEventListener(settled, () => this.#settle(TOLD_MS));
    this.#program.addEventListener('pointerdown', () => (this.#isPressed = true));
    for (const lifted of ['pointerup', 'pointercancel']) {
      this.#program.addEventListener(lifted, () => (this.#isPressed = false));
    }
  }

  connectedCallback() {
    if (this.#isOver) return;
    // Set by a framework before this script was loaded.
    if (Object.hasOwn(this, 'values')) {
      const { values } = this;
      delete this.values;
      this.values = values;
    }
    this.#observer.observe(this, { attributes: true });
    this.#shadow.reserve(heightAt(this.getAttribute('heights'), this.clientWidth));
    if (!this.#run) SalesAbacus.#near.observe(this);
  }

  // When moved by `moveBefore`, it keeps its state, including a frame inside.
  connectedMoveCallback() {}

  disconnectedCallback() {
    // Moving an element removes and inserts it again. A frame then restarts, and the program does not have to.
    queueMicrotask(() => (this.#channel?.isFrame ? this.#begin() : this.#leave()));
  }

  formAssociatedCallback(form) {
    // A user who fills in the form may submit it before the element was ever in view.
    form?.addEventListener('focusin', () => this.isConnected && this.#open(), { once: true });
  }

  formResetCallback() {
    this.reset();
  }

  formDisabledCallback() {
    this.#lock();
  }

  get form() {
    return this.#internals.form;
  }
  get name() {
    return this.getAttribute('name') ?? '';
  }
  // React sets a property if there is one, and throws if it is read-only.
  set name(name) {
    if (name == null) this.removeAttribute('name');
    else this.setAttribute('name', name);
  }
  get validity() {
    return this.#internals.validity;
  }
  get validationMessage() {
    return this.#internals.validationMessage;
  }
  get willValidate() {
    return this.#internals.willValidate;
  }
  checkValidity() {
    return this.#internals.checkValidity();
  }
  reportValidity() {
    return this.#internals.reportValidity();
  }
  focus(options) {
    const field = this.#program.querySelector('input:not([readonly]), iframe');
    field?.focus(options);
  }

  // The headline's decimal; empty if there is none.
  get value() {
    return this.#results[this.#keys?.outputs[0].key] ?? '';
  }
  get values() {
    return { ...this.#values };
  }
  set values(values) {
    this.set(values);
  }
  get results() {
    return { ...this.#results };
  }
  get link() {
    return this.#said.link;
  }
  get sentence() {
    return this.#said.sentence;
  }
  get ready() {
    return this.#ready.promise;
  }

  set(values) {
    const inputs = texts(values);
    if (!this.#keys) Object.assign(this.#given, inputs);
    return this.#ask('set', { inputs });
  }
  reset() {
    this.#given = {};
    const inputs = valuesOf(this);
    const hasOwn = Object.keys(inputs).length > 0;
    return quiet(this.#ask('reset').then((reply) => (hasOwn ? this.#ask('set', { inputs }) : reply)));
  }
  solve(input, output, value) {
    return this.#ask('solve', { input, output, value: String(value) });
  }
  show(arrangement) {
    return this.#ask('show', arrangement);
  }
  theme(theme) {
    return this.#ask('theme', texts(typeof theme === 'string' ? { theme } : theme));
  }
  undo() {
    return this.#ask('undo');
  }
  redo() {
    return this.#ask('redo');
  }
  reveal() {
    return this.#ask('reveal');
  }
  on(type, then) {
    const hear = ({ detail }) => then(detail);
    this.addEventListener(`abacus-${type}`, hear);
    return () => this.removeEventListener(`abacus-${type}`, hear);
  }
  destroy() {
    this.#end('destroyed');
  }

  async #open() {
    SalesAbacus.#near.unobserve(this);
    const tool = this.getAttribute('tool');
    if (this.#run || this.#isOver || !tool) return;
    const run = (this.#run = {});
    const is = () => this.#run === run;
    const options = {
      tool,
      name: this.textContent.trim(),
      base: BASE,
      query: queryOf(this),
      fragment: fragmentOf({ ...valuesOf(this), ...this.#given }),
      say: (message) => is() && this.#hear(message),
      stopped: (code = 'stopped') => is() && this.#fail(code),
    };
    let channel;
    try {
      const program = await import('./program.js');
      channel = is() && (await program.open(this.#program, options));
    } catch (reason) {
      // Blocked by a policy, or no network: in the latter case the frame will fail as well.
      console.warn(`sales-abacus: ${reason.message}`);
      channel = is() && (await frame.open(this.#program, options));
    }
    if (is()) this.#channel = channel;
    else channel?.close();
  }

  // The element was removed. A change is reported up to a tenth of a second late, so the last one is requested.
  async #leave() {
    const run = this.#run;
    if (this.isConnected) return;
    if (this.#keys) {
      const late = new Promise((resolve) => setTimeout(resolve, LAST_MS));
      const last = await Promise.race([this.#ask('get').catch(() => {}), late]);
      if (this.#run !== run) return;
      if (last?.ok) this.#take(last);
    }
    if (!this.isConnected) this.#close('removed');
  }

  // Restarts with the current values, if the element is in the page.
  #begin() {
    this.#close('removed');
    if (this.isConnected) this.connectedCallback();
  }

  #close(code) {
    SalesAbacus.#near.unobserve(this);
    this.#observer.disconnect();
    this.#channel?.close();
    // It may be inserted again, with the typed values.
    if (this.#keys) {
      this.#given = this.#values;
      this.#ready = promised();
    }
    this.#run = this.#channel = this.#keys = this.#wrong = undefined;
    this.#answers.refuse(code);
    this.#shadow.reveal(false);
  }

  // Permanently: none of its values are submitted with the form any more.
  #end(code) {
    this.#close(code);
    this.#isOver = true;
    this.#internals.setFormValue(null);
    this.#internals.setValidity({});
    this.#ready.reject(broken(code));
  }

  #fail(code) {
    this.#end(code);
    this.#dispatch('failed', { source: 'sales-abacus', version: 1, type: 'failed', tool: this.getAttribute('tool'), code });
  }

  #send(type, more) {
    this.#channel?.send({ source: 'sales-abacus', version: 1, type, tool: this.getAttribute('tool'), ...more });
  }

  // Resolves once the element is ready and has replied. Commands pending when it is removed are rejected.
  #ask(type, more) {
    const send = (nonce) => this.#send(type, { ...more, nonce });
    return quiet(this.ready.then(() => (this.#keys ? this.#answers.ask(send) : this.#ask(type, more))));
  }

  #hear(message) {
    const { type, inputs } = message;
    if (type === 'ready' && !inputs) return this.#send('hello');
    if (type === 'failed') return this.#fail(message.code);
    if (type === 'reply') return this.#answers.take(message);
    if (inputs) this.#take(message);
    if (type === 'ready') this.#arrive(message);
    const wrong = [message, ...(message.problems ?? [])].find(({ typed }) => typed);
    // The fields of our own program are in this document and report errors themselves.
    if (this.#channel.isFrame && (inputs || wrong)) this.#wrong = wrong?.text;
    this.#submit();
    if (inputs) this.#ask('get').then(({ ok, link, sentence }) => ok && (this.#said = { link, sentence }), () => {});
    if (['change', 'problem'].includes(type)) this.#dispatch(type, message);
    if (type === 'change' && message.by === 'user') {
      this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      this.#isUnsettled = true;
      this.#settle(SETTLED_MS);
    }
  }

  #take({ inputs, outputs }) {
    this.#values = inputs;
    this.#results = outputs;
  }

  #arrive(message) {
    const isFirst = !this.#keys;
    this.#keys = message.keys;
    this.#locale = message.locale;
    if (!isFirst) return;
    if (this.#isLocked()) this.#lock();
    this.#shadow.reveal(true);
    setTimeout(() => this.#shadow.reserve(), ROOM_MS);
    this.#ready.resolve(this);
    this.#dispatch('ready', { ...message, via: this.#channel.isFrame ? 'frame' : 'element' });
  }

  #dispatch(type, detail) {
    this.dispatchEvent(new CustomEvent(`abacus-${type}`, { detail, bubbles: true, composed: true }));
  }

  // Fires `change` when no interaction is in progress.
  #settle(after) {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      const isTyping = after === SETTLED_MS && isText(this.#shadow.root.activeElement);
      if (!this.#isUnsettled || this.#isPressed || isTyping) return;
      this.#isUnsettled = false;
      this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    }, after);
  }

  // The submitted values: the headline under the name, and each input under the name and its key.
  #submit() {
    const { name, value } = this;
    const data = new FormData();
    if (name && value) data.append(name, value);
    if (name) Object.entries(this.#values).forEach(([key, input]) => data.append(`${name}.${key}`, input));
    this.#internals.setFormValue(data);
    this.#check();
  }

  #check() {
    const field = this.#program.querySelector('[aria-invalid=true]');
    const wrong = field ? WRONG[this.#locale.slice(0, 2)] : this.#wrong;
    this.#internals.setValidity(wrong ? { badInput: true } : {}, wrong ?? '', field ?? this.#channel?.app);
  }

  // All fields are locked while the element is read-only, or its fieldset is disabled.
  #lock() {
    if (!this.#keys) return;
    const lock = this.#isLocked() ? this.#keys.inputs.map(({ key }) => key) : listed(this.getAttribute('lock'));
    this.#send('show', { lock });
  }

  #isLocked() {
    return this.hasAttribute('readonly') || this.matches(':disabled');
  }

  // Attributes have changed.
  #follow(names) {
    if (names.has('tool') || names.has('guess')) {
      this.#close('replaced');
      this.#given = {};
      if (this.isConnected) this.connectedCallback();
      return;
    }
    const changed = Object.entries(valuesOf(this)).filter(([key]) => names.has(key));
    if (changed.length > 0) this.set(Object.fromEntries(changed));
    for (const [command, parameters] of commandsOf(this, names)) this.#ask(command, parameters);
    if (names.has('readonly') || names.has('lock')) this.#lock();
    if (names.has('name')) this.#submit();
  }
}
