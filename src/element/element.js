// The element. It draws nothing itself: what speaks the messages of the contract does, be it our program in the element's
// shadow root or, where a policy refuses that, a frame.

import { Answers, broken, promised, quiet } from './answers.js';
import { commandsOf, fragmentOf, listed, queryOf, valuesOf } from './attributes.js';
import { adopt } from './drawn.js';
import * as frame from './frame.js';
import { heightAt } from './heights.js';
import { shadowOf } from './shadow.js';

const HERE = import.meta.url;
const BASE = new URL('.', HERE).href;

// A pause after which a change by buttons or keys is taken as meant.
const SETTLED_MS = 300;
// For so long after it is there, the room that is written on an element is kept: parts of it may still come.
const ROOM_MS = 3000;
// What is said of a change may wait this long, so that there are not more than ten a second.
const TOLD_MS = 120;
// The present values are there at once, unless the program is at work; an element that is taken out does not wait longer.
const LAST_MS = 100;

const WRONG = {
  zh: '有一个数读不出来，请改正。',
  en: 'One of the figures cannot be read. Please correct it.',
};

const texts = (values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value ?? '')]));

const isText = (element) => element?.matches('input:not([type=range])');

export class SalesAbacus extends HTMLElement {
  static formAssociated = true;

  // The program is fetched when the first element is nearly in sight.
  static #near = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target.#open()),
    { rootMargin: '200px' },
  );

  #internals = this.attachInternals();
  #shadow = shadowOf(this);
  #program = this.#shadow.program;
  #observer = new MutationObserver((records) => this.#follow(new Set(records.map(({ attributeName }) => attributeName))));
  // What is drawn is looked through for fields that cannot be read.
  #drawn = new MutationObserver(() => {
    adopt(this.#program);
    this.#check();
  });
  // The present run: it is another one after the element was taken out, or has another calculator.
  #run;
  #channel;
  #ready;
  // It was destroyed, or could not start: nothing begins again by itself.
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
  // Of a frame, what it says of a field that cannot be read.
  #wrong;

  constructor() {
    super();
    this.#ready = promised();
    this.#drawn.observe(this.#program, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-invalid'] });
    // Ours comes once the values are there.
    this.#program.addEventListener('input', (event) => event.stopPropagation());
    for (const settled of ['change', 'focusout']) this.#program.addEventListener(settled, () => this.#settle(TOLD_MS));
    this.#program.addEventListener('pointerdown', () => (this.#isPressed = true));
    for (const lifted of ['pointerup', 'pointercancel']) {
      this.#program.addEventListener(lifted, () => (this.#isPressed = false));
    }
  }

  connectedCallback() {
    if (this.#isOver) return;
    // Set by a framework before this script came.
    if (Object.hasOwn(this, 'values')) {
      const { values } = this;
      delete this.values;
      this.values = values;
    }
    this.#observer.observe(this, { attributes: true });
    this.#shadow.reserve(heightAt(this.getAttribute('heights'), this.clientWidth));
    if (!this.#run) SalesAbacus.#near.observe(this);
  }

  // Moved as a whole, by `moveBefore`, it stays as it is, and a frame in it too.
  connectedMoveCallback() {}

  disconnectedCallback() {
    // Moving an element takes it out and puts it in again. A frame begins anew then, and the program need not.
    queueMicrotask(() => (this.#channel?.isFrame ? this.#begin() : this.#leave()));
  }

  formAssociatedCallback(form) {
    // Whoever fills in the form may send it before the element was ever in sight.
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
  // React sets a property where there is one, and throws where it cannot be set.
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

  // The headline's decimal; empty while there is none.
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
      // A policy, or no network: then the frame will not come either.
      console.warn(`sales-abacus: ${reason.message}`);
      channel = is() && (await frame.open(this.#program, options));
    }
    if (is()) this.#channel = channel;
    else channel?.close();
  }

  // It was taken out. A change is told up to a tenth of a second after it was made: so the last one is asked for.
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

  // Anew, with the values there are, where it is in the page.
  #begin() {
    this.#close('removed');
    if (this.isConnected) this.connectedCallback();
  }

  #close(code) {
    SalesAbacus.#near.unobserve(this);
    this.#observer.disconnect();
    this.#channel?.close();
    // It may come back, with what was typed.
    if (this.#keys) {
      this.#given = this.#values;
      this.#ready = promised();
    }
    this.#run = this.#channel = this.#keys = this.#wrong = undefined;
    this.#answers.refuse(code);
    this.#shadow.reveal(false);
  }

  // For good: nothing of it is sent with the form any more.
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

  // Answered once it is there. What waits while it goes is rejected.
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
    // The fields of our own program are here, and say it themselves.
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

  // Says `change` when nobody is in the middle of one.
  #settle(after) {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      const isTyping = after === SETTLED_MS && isText(this.#shadow.root.activeElement);
      if (!this.#isUnsettled || this.#isPressed || isTyping) return;
      this.#isUnsettled = false;
      this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    }, after);
  }

  // What a form sends: the headline under the name, and each input under the name and its key.
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

  // All fields are locked while the element is read-only, or its part of the form is disabled.
  #lock() {
    if (!this.#keys) return;
    const lock = this.#isLocked() ? this.#keys.inputs.map(({ key }) => key) : listed(this.getAttribute('lock'));
    this.#send('show', { lock });
  }

  #isLocked() {
    return this.hasAttribute('readonly') || this.matches(':disabled');
  }

  // Attributes were changed.
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
