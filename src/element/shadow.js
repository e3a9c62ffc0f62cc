// The shadow root of an element: the host's content until the calculator is ready, and space for the calculator.

const LAYOUT = `
:host { display: block; position: relative; container: abacus / inline-size; width: 100%; }
:host([hidden]), [hidden] { display: none !important; }
iframe { display: block; width: 100%; border: 0; }
/* In view but invisible: content out of view is not painted, and so never becomes ready. */
.program[inert] { position: absolute; inset: 0 0 auto; height: 1px; overflow: hidden; opacity: 0; }
`;

let layout;

const sheet = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

export const shadowOf = (host) => {
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [(layout ??= sheet(LAYOUT))];
  const [title, footer, fallback] = ['title', 'footer', ''].map((name) => make('slot', { name }));
  const program = make('div', { className: 'program' });
  root.append(title, program, footer, fallback);
  const reveal = (isReady) => {
    program.inert = title.hidden = footer.hidden = !isReady;
    fallback.hidden = isReady;
  };
  // Reserves space for the program, in pixels; nothing removes it.
  const room = new CSSStyleSheet();
  root.adoptedStyleSheets.push(room);
  const reserve = (height) => room.replaceSync(height > 0 ? `:host { min-height: ${height}px; }` : '');
  reveal(false);
  return { root, program, reveal, reserve };
};
