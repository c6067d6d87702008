// A product's picture by itself, with the same stand-in as on the cards: document.querySelector(...).product = {...}

import { art } from "./art.js";
import { el } from "./dom.js";
import { Widget } from "./widget.js";

export class Picture extends Widget {
  #product = null;

  set product(product) {
    this.#product = product;
    this.refresh();
  }

  draw() {
    if (this.#product) this.shadowRoot.replaceChildren(el("div", { class: "picture", part: "picture" }, art(this.#product, true)));
  }
}
