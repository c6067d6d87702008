// Types of what kindred.js gives to pages.

export type EventType = "view" | "click" | "cart" | "purchase" | "rating" | "like" | "dislike" | "search";

/** Other fields of an event. */
export interface EventDetails {
  event_id?: string;
  quantity?: number;
  value?: number;
  query?: string;
  query_id?: string;
  position?: number;
}

export interface OrderLine {
  product: string;
  quantity?: number;
  value?: number;
}

export interface Settings {
  /** Where Kindred answers. */
  server: string;
  /** The search key, where the server asks for one; never the admin key. */
  key?: string;
  /** The known customer. */
  user?: string;
  consent: "granted" | "denied" | "ask";
  /** Address of a product's page with {id} in it. */
  link?: string;
  locale: string;
  currency?: string;
}

export const settings: Settings;
/** Changes settings; every widget asks anew. */
export function configure(changes: Partial<Settings>): void;
/** Replaces texts by key. */
export function translate(texts: Record<string, string>): void;

/** Whether events may be sent and a session kept. */
export function mayRemember(): boolean;
/** Gives or takes back the visitor's consent. */
export function consent(given: boolean): void;
/** Begins a new anonymous session. */
export function newVisitor(): void;

export function track(type: EventType, product?: string, details?: EventDetails): void;
export function view(product: string): void;
export function cart(product: string, details?: EventDetails): void;
/** With the order's number a reload of the page counts once. */
export function purchase(lines: OrderLine[], order?: string): Promise<void>;
/** Sends what waits. */
export function flush(): Promise<void>;

export interface Product {
  id: string;
  title: string;
  [field: string]: unknown;
}

/** A product's price as the cards show it, in the settings' locale; empty without a price. */
export function formatPrice(product: { price?: number; currency?: string }): string;

/** An answer of the API's search or recommendation. */
export interface Answer {
  query_id: string;
  found: number;
  hits: { id: string; score: number; product: Product }[];
}

export interface ChosenDetail {
  product: Product;
  query_id?: string;
  position?: number;
}

declare global {
  interface HTMLElementTagNameMap {
    "kindred-search": HTMLElement & { skip(): void };
    "kindred-recommend": HTMLElement;
    "kindred-similar": HTMLElement;
    "kindred-together": HTMLElement;
    "kindred-why": HTMLElement;
    "kindred-reviews": HTMLElement;
    "kindred-hits": HTMLElement & { answer: Answer };
    "kindred-picture": HTMLElement & { product: Product };
    "kindred-event": HTMLElement;
  }

  interface HTMLElementEventMap {
    "kindred-open": CustomEvent<ChosenDetail>;
    "kindred-cart": CustomEvent<ChosenDetail>;
    "kindred-place": CustomEvent<{ href: string }>;
    "kindred-shown": CustomEvent<{ found: number; query_id: string; products: string[] }>;
    "kindred-error": CustomEvent<{ message: string }>;
  }
}
