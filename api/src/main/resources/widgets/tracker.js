// Events written into a page: <kindred-event type="purchase" product="85123A" quantity="2" value="5.10" order="1001">.

import { flush, purchase, track, view } from "./events.js";

const numberOf = (text) => (text === null || text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text));

export class EventElement extends HTMLElement {
  #told = false;

  connectedCallback() {
    if (this.#told) return;
    this.#told = true;
    this.hidden = true;
    const type = this.getAttribute("type");
    const product = this.getAttribute("product") ?? undefined;
    const quantity = numberOf(this.getAttribute("quantity"));
    const value = numberOf(this.getAttribute("value"));
    if (type === "view") view(product);
    else if (type === "purchase") purchase([{ product, quantity, value }], this.getAttribute("order"));
    else {
      track(type, product, { quantity, value });
      flush();
    }
  }
}
