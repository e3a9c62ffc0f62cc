// The types of `<sales-abacus>`, as element.js defines it. Those of the messages are in embed.d.ts.
//
// The attribute `heights`, such as `320:900 480:860`, says for which height room is kept at some widths, in pixels, until the
// calculator is there. The builder, /embed/, writes it.

import type { Change, Commands, Failed, Ready, Refused } from './embed';

/** What `abacus-ready` says: also whether a policy made the element a frame. */
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
  /** Rejected where the calculator cannot start. */
  readonly ready: Promise<SalesAbacusElement>;
  /** The decimal of the headline; empty while there is none. */
  readonly value: string;
  /** The inputs by key. To set them is `set`. */
  values: Record<string, string>;
  /** The results by key. */
  readonly results: Record<string, string>;
  /** The address of the calculator's page with these figures. */
  readonly link: string;
  /** The result as one would say it. */
  readonly sentence: string;

  /** Returns what ends it. */
  on<Type extends keyof ElementEvents>(type: Type, listener: (message: ElementEvents[Type]) => void): () => void;
  /** Takes the calculator away for good. What is waited for is rejected, and a form sends nothing of it. */
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
