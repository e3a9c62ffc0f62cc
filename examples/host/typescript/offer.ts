// A host in TypeScript, next to the site's embed.d.ts and element.d.ts. The tests compile it.

import type { Change, Handle, Part, Problem } from './embed';
import type { SalesAbacusElement } from './element';

const wrong = new Map<string, string>();

const note = ({ key, text }: Problem): void => void wrong.set(key ?? '', text);

// A change lists all remaining errors, so an error that it does not list is resolved.
const settle = ({ problems = [] }: Change): void => {
  wrong.clear();
  problems.forEach(note);
};

// A frame, by the id of the link that it replaced.
export const frame = async (): Promise<string> => {
  const handle: Handle | undefined = window.SalesAbacus.get('debt');
  if (!handle) return '';
  const stop = handle.on('change', settle);
  handle.on('problem', note);
  const { keys, locale } = await handle.ready;
  const labels = keys.inputs.map(({ label, kind, min }) => `${label} ${kind} ${min ?? ''}`);
  const parts: Part[] = ['inputs', 'result'];
  await handle.show({ parts, lock: ['margin'], customer: false });
  const { ok, problems } = await handle.set({ loss: 700, margin: '0.035' });
  if (!ok) problems?.forEach(note);
  await handle.solve('loss', 'extra_sales', 10_000);
  await handle.theme({ accent: '005ea5', radius: 0 });
  await handle.lang('en', { currency: 'EUR' });
  const { outputs, link, sentence, undefined: none } = await handle.values();
  stop();
  handle.destroy();
  return [locale, ...labels, outputs.extra_sales, link, sentence, none.extra_sales].join();
};

// An element, in a form.
export const element = async (form: HTMLFormElement): Promise<string> => {
  const debt: SalesAbacusElement = document.createElement('sales-abacus');
  debt.setAttribute('tool', 'bad-debt');
  debt.name = 'debt';
  form.append(debt);
  debt.addEventListener('abacus-change', ({ detail }) => settle(detail));
  debt.on('ready', ({ via }) => via === 'frame');
  document.addEventListener('abacus-failed', ({ detail: { code } }) => code === 'no-wasm');
  await debt.ready;
  const { ok } = await debt.set({ loss: 700 });
  debt.values = { margin: '0.03' };
  await debt.reset();
  return ok && debt.checkValidity() ? `${debt.value} ${debt.values.loss} ${debt.results.extra_sales}` : debt.validationMessage;
};

// Unknown messages, parts, commands and members are rejected by the compiler.
export const refused = (handle: Handle, debt: SalesAbacusElement): void => {
  // @ts-expect-error There is no such part.
  handle.show({ parts: ['headline'] });
  // @ts-expect-error There is no such event.
  handle.on('changed', settle);
  // @ts-expect-error A figure is a text or a number.
  handle.set({ loss: null });
  // @ts-expect-error There is no such scheme.
  debt.theme('black');
  // @ts-expect-error Results are read-only.
  debt.results = {};
  // @ts-expect-error Only a frame has a language of its own to set; an element has `lang`.
  debt.lang('en');
};
