// Adapts the rendered elements as they appear. Our own pages do not need this, so they do not load it.

// The names by which a host styles the content, as `::part(…)`.
const NAMES = {
  title: '.widget__title',
  field: '.field',
  label: '.field__label',
  input: '.field__input',
  slider: '.field__slider',
  hint: '.field__hint',
  problem: '.field__error',
  result: '.result',
  headline: '.result__headline',
  figure: '.figure',
  working: '.tool__working',
  table: '.table',
  chart: '.chart',
  actions: '.actions',
  link: '.widget__more a',
};

// The landmarks of the page belong to the host, and two calculators would have landmarks with the same names. A form
// without a name is no landmark; its heading has the same name.
const REGIONS = ':is(section, [role=region]):not([role=group])';
const FORMS = 'form[aria-labelledby]';

export const adopt = (root) => {
  for (const region of root.querySelectorAll(REGIONS)) region.setAttribute('role', 'group');
  for (const form of root.querySelectorAll(FORMS)) form.removeAttribute('aria-labelledby');
  for (const [name, selector] of Object.entries(NAMES)) {
    for (const element of root.querySelectorAll(`${selector}:not([part])`)) element.part = name;
  }
};
