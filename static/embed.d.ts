// The types of embed.js. Figures are decimal strings, of a choice its name.
//
// On a link, `data-heights="320:900 480:860"` says how high the frame is at some widths, until it says so itself, and
// `data-max-width="480"` how wide it becomes at most; both are in pixels. The builder, /embed/, writes them.

export type Part =
  | 'title' | 'inputs' | 'sliders' | 'detail' | 'result' | 'figures' | 'sentence' | 'picture'
  | 'working' | 'table' | 'chart' | 'actions' | 'conventions' | 'link';

export type ProblemCode =
  | 'unreadable' | 'out-of-bounds' | 'unknown-key' | 'unknown-type' | 'too-large' | 'bad-theme' | 'no-answer';

export interface Problem {
  /** The input, the token or the type that it is about. */
  key?: string;
  code: ProblemCode;
  /** The problem in the language of the frame. */
  text: string;
  /** It stands in a field of the calculator, until a change no longer lists it. */
  typed?: true;
}

export interface Values {
  inputs: Record<string, string>;
  outputs: Record<string, string>;
  /** Results that there are not, with the reason. */
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
  /** What was told to be wrong and still is. */
  problems?: Problem[];
}

export interface Resize extends Message {
  type: 'resize';
  height: number;
}

export interface Change extends Message, Values {
  type: 'change';
  by: 'user' | 'host' | 'link';
  /** What was told to be wrong and still is. A change without is one after which nothing is. */
  problems?: Problem[];
}

export interface Refused extends Message, Problem {
  type: 'problem';
}

export interface Failed extends Message {
  type: 'failed';
  /** `unknown-tool` of an element only. Others may come; each means that there are no figures. */
  code: 'no-wasm' | 'blocked' | 'stopped' | 'unknown-tool';
}

export interface Reply extends Message {
  type: 'reply';
  to: string;
  /** Whether the command was done. */
  ok: boolean;
  /** Why not. */
  problems?: Problem[];
}

export interface Arrangement {
  parts?: Part[];
  /** Inputs that are shown and cannot be changed. */
  lock?: string[];
  /** Inputs that are not shown. */
  hide?: string[];
  /** Whether only what a customer may see is shown. */
  customer?: boolean;
}

/** An empty text is ours again. */
export interface Theme {
  theme?: 'light' | 'dark' | 'auto';
  accent?: string;
  ground?: string;
  ink?: string;
  radius?: number | string;
  scale?: number | string;
}

/** What a host sends to a frame, with `source` and `version` as below. embed.js does it for a host. */
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
 * What a frame and an element can be told to do. A promise is rejected where the calculator cannot answer any more: the message
 * of the error ends in `destroyed`, `removed`, `replaced` or the code of a failure.
 */
export interface Commands {
  /** All of them or none, as one step to undo. */
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
  /** Rejected where the calculator cannot start. */
  readonly ready: Promise<Ready>;
  values(): Promise<Reply & Values & { link: string; sentence: string }>;
  lang(locale: string, more?: { currency?: string; decimals?: number | string }): Promise<Reply>;
  /** Returns what ends it. */
  on<Type extends keyof Events>(type: Type, listener: (message: Events[Type]) => void): () => void;
  /** Takes the frame away; a link that it was made of is one again. What is waited for is rejected. */
  destroy(): void;
}

/** The events of a frame or an element, as the page hears them. */
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
      /** By the frame, or by its id. */
      get(elementOrId: Element | string): Handle | undefined;
    };
  }

  // They bubble.
  interface HTMLElementEventMap extends DomEvents {}
  interface DocumentEventMap extends DomEvents {}
  interface WindowEventMap extends DomEvents {}
}
