// What every widget is: an element with its own tree, drawn anew when attributes, person or settings change.

import { onChange } from "./settings.js";
import { sheet } from "./theme.js";

export class Widget extends HTMLElement {
  #stop = null;
  #asked = false;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    this.#stop ??= onChange(() => this.refresh());
    this.refresh();
  }

  disconnectedCallback() {
    this.#stop?.();
    this.#stop = null;
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now && this.isConnected) this.refresh();
  }

  /** Draws once, however many changes come in the same moment. */
  refresh() {
    if (this.#asked) return;
    this.#asked = true;
    queueMicrotask(() => {
      this.#asked = false;
      if (this.isConnected) this.draw();
    });
  }

  /** A whole number from an attribute, within bounds. */
  number(name, otherwise, least, most) {
    const value = Number.parseInt(this.getAttribute(name) ?? "", 10);
    return Number.isNaN(value) ? otherwise : Math.min(Math.max(value, least), most);
  }
}
