// An answer that the page asked for itself, shown as cards: document.querySelector(...).answer = {...}

import { cards } from "./card.js";
import { el } from "./dom.js";
import { t } from "./texts.js";
import { Widget } from "./widget.js";

export class Hits extends Widget {
  #answer = null;

  set answer(answer) {
    this.#answer = answer;
    this.refresh();
  }

  draw() {
    if (this.#answer) this.shadowRoot.replaceChildren(el("ul", { class: this.hasAttribute("numbered") ? "grid numbered" : "grid", part: "grid", "aria-label": t("found.region") }, cards(this, this.#answer)));
  }
}
