// The frame, for when a policy does not let the element run our program in the page itself.

// How long a frame may take before it counts as blocked: a policy that forbids it fires no event.
const PATIENCE_MS = 20_000;

export const open = async (place, { tool, name, query, fragment, base, say, stopped }) => {
  const address = new URL(`embed/${tool}/`, base);
  address.search = query;
  address.hash = fragment;
  const frame = document.createElement('iframe');
  frame.src = address.href;
  // The host's content serves as the title.
  frame.title = name || tool;
  frame.part = 'frame';
  const patience = setTimeout(() => stopped('blocked'), PATIENCE_MS);
  const send = (message) => frame.contentWindow?.postMessage(message, address.origin);
  const hear = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== address.origin || data?.source !== 'sales-abacus') return;
    if (data.type === 'failed') return void stopped(data.code);
    if (data.type === 'ready') clearTimeout(patience);
    if (data.height) frame.height = data.height;
    say(data);
  };
  const refused = ({ blockedURI, effectiveDirective }) => {
    if (/^(frame|child|default)-src/.test(effectiveDirective) && address.href.startsWith(blockedURI)) stopped('blocked');
  };
  addEventListener('message', hear);
  document.addEventListener('securitypolicyviolation', refused);
  place.replaceChildren(frame);
  return {
    isFrame: true,
    app: frame,
    send,
    close: () => {
      clearTimeout(patience);
      removeEventListener('message', hear);
      document.removeEventListener('securitypolicyviolation', refused);
      frame.remove();
    },
  };
};
