// The types of embed.js. Figures are decimal strings; for a choice, its name.
//
// On a link, `data-heights="320:900 480:860"` gives the height of the frame at some widths until the frame reports it,
// and `data-max-width="480"` its maximum width; both are in pixels. The builder, /embed/, writes them.

export type Part =
  | 'title' | 'inputs' | 'sliders' | 'detail' | 'result' | 'figures' | 'sentence' | 'picture'
  | 'working' | 'table' | 'chart' | 'actions' | 'conventions' | 'link';

export type ProblemCode =
  | 'unreadable' | 'out-of-bounds' | 'unknown-key' | 'unknown-type' | 'too-large' | 'bad-theme' | 'no-answer';

export interface Problem {
  /** The input, the token or the type concerned. */
  key?: string;
  code: ProblemCode;
  /** The message in the language of the frame. */
  text: string;
  /** It concerns a field of the calculator, and exists until a change no longer lists it. */
  typed?: true;
}

export interface Values {
  inputs: Record<string, string>;
  outputs: Record<string, string>;
  /** Results without a value, with the reason. */
  undefined: Record<string, 'division-by-zero' | 'too-large' | 'not-whole' | 'meaningless'>;
  solving?: { input: string; output: string; value: string };
}

export interface InputKey {
  key: string;
  kind: 'money' | 'ratio' | 'count' | 'choice';
  label: string;
  unit: string;
  min?: string;
  max?: string;
  options?: { name: string; label: string }[];
}

export interface OutputKey {
  key: string;
  label: string;
  unit: string;
}

export interface Message {
  source: 'sales-abacus';
  version: 1;
  tool: string;
  id?: string;
}

export interface Ready extends Message, Values {
  type: 'ready';
  locale: 'zh-CN' | 'en';
  height: number;
  keys: { inputs: InputKey[]; outputs: OutputKey[] };
  /** Reported errors that still exist. */
  problems?: Problem[];
}

export interface Resize extends Message {
  type: 'resize';
  height: number;
}

export interface Change extends Message, Values {
  type: 'change';
  by: 'user' | 'host' | 'link';
  /** Reported errors that still exist. Omitted if there are none. */
  problems?: Problem[];
}

export interface Refused extends Message, Problem {
  type: 'problem';
}

export interface Failed extends Message {
  type: 'failed';
  /** `unknown-tool` for elements only. Other codes may be added; each means that there are no figures. */
  code: 'no-wasm' | 'blocked' | 'stopped' | 'unknown-tool';
}

export interface Reply extends Message {
  type: 'reply';
  to: string;
  /** Whether the command was carried out. */
  ok: boolean;
  /** Why not. */
  problems?: Problem[];
}

export interface Arrangement {
  parts?: Part[];
  /** Inputs that are shown but cannot be changed. */
  lock?: string[];
  /** Inputs that are not shown. */
  hide?: string[];
  /** Whether to show only what a customer may see. */
  customer?: boolean;
}

/** An empty string restores the default. */
export interface Theme {
  theme?: 'light' | 'dark' | 'auto';
  accent?: string;
  ground?: string;
  ink?: string;
  radius?: number | string;
  scale?: number | string;
}

/** What a host sends to a frame, with `source` and `version` as below. embed.js does this for a host. */
export type Command =
  | { type: 'hello' | 'get' | 'reset' | 'undo' | 'redo' | 'reveal' }
  | { type: 'set'; inputs: Record<string, string | number> }
  | { type: 'solve'; input: string; output: string; value: string | number }
  | ({ type: 'show' } & Arrangement)
  | ({ type: 'theme' } & Theme)
  | { type: 'lang'; locale?: string; currency?: string; decimals?: number | string };

export type ToFrame = Command & { source: 'sales-abacus'; version: 1; nonce?: string };

export interface Events {
  ready: Ready;
  resize: Resize;
  change: Change;
  problem: Refused;
  failed: Failed;
}

/**
 * The commands of a frame and an element. A promise is rejected if the calculator can no longer answer: the message of
 * the error ends in `destroyed`, `removed`, `replaced` or the code of a failure.
 */
export interface Commands {
  /** Sets all of them or none, as one undo step. */
  set(inputs: Record<string, string | number>): Promise<Reply>;
  reset(): Promise<Reply>;
  undo(): Promise<Reply>;
  redo(): Promise<Reply>;
  solve(input: string, output: string, value: string | number): Promise<Reply>;
  show(arrangement: Arrangement): Promise<Reply>;
  theme(tokens: Theme | 'light' | 'dark' | 'auto'): Promise<Reply>;
  /** Uncovers results that are covered until they are guessed. */
  reveal(): Promise<Reply>;
}

export interface Handle extends Commands {
  readonly element: HTMLIFrameElement;
  readonly tool: string;
  /** Rejected if the calculator cannot start. */
  readonly ready: Promise<Ready>;
  values(): Promise<Reply & Values & { link: string; sentence: string }>;
  lang(locale: string, more?: { currency?: string; decimals?: number | string }): Promise<Reply>;
  /** Returns a function that removes the listener. */
  on<Type extends keyof Events>(type: Type, listener: (message: Events[Type]) => void): () => void;
  /** Removes the frame and restores the link it replaced. Pending promises are rejected. */
  destroy(): void;
}

/** The DOM events of a frame or an element. */
export interface DomEvents {
  'abacus-ready': CustomEvent<Ready>;
  'abacus-change': CustomEvent<Change>;
  'abacus-problem': CustomEvent<Refused>;
  'abacus-failed': CustomEvent<Failed>;
}

declare global {
  interface Window {
    readonly SalesAbacus: {
      all(): Handle[];
      /** By the frame element, or by its id. */
      get(elementOrId: Element | string): Handle | undefined;
    };
  }

  // They bubble.
  interface HTMLElementEventMap extends DomEvents {}
  interface DocumentEventMap extends DomEvents {}
  interface WindowEventMap extends DomEvents {}
}
