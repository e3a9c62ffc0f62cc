// What a page says of itself in the tag of this script. During development that is its path alone.

export const { page, lang, languages, saved, last, usual, frame } = document.currentScript.dataset;

// One calculator on its own, made for the frames of others.
export const isWidget = /^embed\/./.test(page);

// The calculator of a page or a widget.
export const tool = page.replace(/^embed\/|\/$/g, '');

export const isFramed = window.parent !== window;

// Calls `then` when the whole page has been read, and before the module that starts the app runs.
export const whenRead = (then) => {
  if (document.readyState !== 'loading') return then();
  document.addEventListener('readystatechange', then, { once: true });
};

// Until the app is there, its note is.
export const isOpening = () => document.querySelector('#app > .boot') !== null;

// Whatever may throw, as storage does where it is denied; undefined then.
export const trying = (step) => {
  try {
    return step();
  } catch (_) {
    return undefined;
  }
};
