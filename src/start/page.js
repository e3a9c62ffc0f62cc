// The page's data from the tag of this script. During development that is its path only.

export const { page, lang, languages, saved, last, usual, frame } = document.currentScript.dataset;

// One calculator alone, made for frames on other sites.
export const isWidget = /^embed\/./.test(page);

// The calculator of a page or a widget.
export const tool = page.replace(/^embed\/|\/$/g, '');

export const isFramed = window.parent !== window;

// Calls `then` when the whole page has been parsed, and before the module that starts the app runs.
export const whenRead = (then) => {
  if (document.readyState !== 'loading') return then();
  document.addEventListener('readystatechange', then, { once: true });
};

// The loading note is present until the app is.
export const isOpening = () => document.querySelector('#app > .boot') !== null;

// Runs a step that may throw, as storage does if it is denied; returns undefined then.
export const trying = (step) => {
  try {
    return step();
  } catch (_) {
    return undefined;
  }
};
