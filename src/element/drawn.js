// What is done to what is drawn, as it appears: so a page of ours, which has no use for any of it, does not carry it.

// The names by which a host styles what is inside, as `::part(…)`.
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

// The landmarks of a page are the host's, and two calculators would have them by the same names. A form is none without its
// name, which its heading has as well.
const REGIONS = ':is(section, [role=region]):not([role=group])';
const FORMS = 'form[aria-labelledby]';

export const adopt = (root) => {
  for (const region of root.querySelectorAll(REGIONS)) region.setAttribute('role', 'group');
  for (const form of root.querySelectorAll(FORMS)) form.removeAttribute('aria-labelledby');
  for (const [name, selector] of Object.entries(NAMES)) {
    for (const element of root.querySelectorAll(`${selector}:not([part])`)) element.part = name;
  }
};
