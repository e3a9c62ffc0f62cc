// The types of `<sales-abacus>`, as defined by element.js. Those of the messages are in embed.d.ts.
//
// The attribute `heights`, such as `320:900 480:860`, gives the height in pixels to reserve at some widths until the
// calculator is ready. The builder, /embed/, writes it.

import type { Change, Commands, Failed, Ready, Refused } from './embed';

/** The detail of `abacus-ready`, including whether a policy forced a frame. */
export interface ElementReady extends Ready {
  via: 'element' | 'frame';
}

export interface ElementEvents {
  ready: ElementReady;
  change: Change;
  problem: Refused;
  failed: Failed;
}

export interface SalesAbacusElement extends HTMLElement, Commands {
  /** Rejected if the calculator cannot start. */
  readonly ready: Promise<SalesAbacusElement>;
  /** The decimal of the headline; empty if there is none. */
  readonly value: string;
  /** The inputs by key. Assigning them is the same as `set`. */
  values: Record<string, string>;
  /** The results by key. */
  readonly results: Record<string, string>;
  /** The address of the calculator's page with these figures. */
  readonly link: string;
  /** The result in a sentence. */
  readonly sentence: string;

  /** Returns a function that removes the listener. */
  on<Type extends keyof ElementEvents>(type: Type, listener: (message: ElementEvents[Type]) => void): () => void;
  /** Removes the calculator permanently. Pending promises are rejected, and a form submits none of its values. */
  destroy(): void;

  readonly form: HTMLFormElement | null;
  name: string;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    'sales-abacus': SalesAbacusElement;
  }
}
