// The attributes of an element: its arrangement, as the query of a frame, and its values, as a fragment.

// The parameters of a frame, except the two that only a frame has: `host`, and `id`, which is the element's own.
const PARAMETERS = [
  'lang', 'currency', 'decimals', 'theme', 'parts', 'lock', 'hide', 'customer', 'guess',
  'accent', 'ground', 'ink', 'radius', 'scale',
];

const OWN = ['tool', 'name', 'readonly', 'heights'];

// The attributes that any element may have, and those of any form control.
const GLOBAL = [
  'accesskey', 'autocapitalize', 'autocorrect', 'autofocus', 'class', 'contenteditable', 'dir', 'disabled', 'draggable',
  'enterkeyhint', 'exportparts', 'form', 'hidden', 'id', 'inert', 'inputmode', 'is', 'itemid', 'itemprop', 'itemref',
  'itemscope', 'itemtype', 'lang', 'nonce', 'part', 'popover', 'role', 'slot', 'spellcheck', 'style', 'tabindex', 'title',
  'translate', 'writingsuggestions',
];

const TAKEN = new Set([...PARAMETERS, ...OWN, ...GLOBAL]);

// Every other attribute is the key of an input, except names that no key has: `data-…`, `aria-…`, `onclick`.
export const isKey = (name) => /^[a-z][a-z_]*$/.test(name) && !name.startsWith('on') && !TAKEN.has(name);

const pairs = (entries) => entries.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');

// The parts shown by default.
const USUAL = 'title inputs sliders result figures working link';

export const listed = (names) => (names ?? '').split(/[ ,]+/).filter(Boolean);

export const queryOf = (element) => {
  const named = PARAMETERS.filter((name) => element.hasAttribute(name)).map((name) => [name, element.getAttribute(name)]);
  const query = Object.fromEntries(named);
  // A title by the host replaces ours.
  if (element.querySelector(':scope > [slot=title]')) {
    query.parts = listed(query.parts ?? USUAL).filter((part) => part !== 'title').join();
  }
  return pairs(Object.entries(query));
};

// The values given as attributes, by key.
export const valuesOf = (element) =>
  Object.fromEntries(
    element
      .getAttributeNames()
      .filter(isKey)
      .map((name) => [name, element.getAttribute(name)]),
  );

export const fragmentOf = (values) => pairs(Object.entries(values));

// Which command carries which parameter. A changed `guess` restarts the calculator instead. `lock` is handled
// separately.
const COMMANDS = {
  lang: ['lang', 'currency', 'decimals'],
  show: ['parts', 'hide', 'customer'],
  theme: ['theme', 'accent', 'ground', 'ink', 'radius', 'scale'],
};

// The defaults of parameters whose attribute is missing, if not empty.
const WITHOUT = { lang: navigator.language, currency: 'none', decimals: 'auto', parts: USUAL, customer: '0', theme: 'auto' };

// A parameter in the form its command takes.
const parameter = (element, name) => {
  const value = element.getAttribute(name) ?? WITHOUT[name] ?? '';
  return [name === 'lang' ? 'locale' : name, ['parts', 'hide'].includes(name) ? listed(value) : value];
};

// The commands that carry the attributes with these names.
export const commandsOf = (element, names) =>
  Object.entries(COMMANDS)
    .map(([command, keys]) => [command, keys.filter((name) => names.has(name)).map((name) => parameter(element, name))])
    .filter(([, parameters]) => parameters.length > 0)
    .map(([command, parameters]) => [command, Object.fromEntries(parameters)]);
