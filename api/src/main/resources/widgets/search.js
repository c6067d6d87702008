// The search box with everything it finds. What is slotted into it stands there while nothing is searched for.

import { addressOf, tellPage } from "./card.js";
import { Combobox } from "./combobox.js";
import { el } from "./dom.js";
import { track } from "./events.js";
import { hrefOf, isNowhere, nowhere, placeOf, toggled } from "./place.js";
import { Results } from "./results.js";
import { settings } from "./settings.js";
import { Widget } from "./widget.js";

const SETTLED_MILLIS = 1200;

export class Search extends Widget {
  static observedAttributes = ["filter", "facets", "limit", "explain", "cart", "all", "sorts"];
  #box = null;
  #results = null;
  #home = null;
  #settled;
  #typing = false;
  #typed = null;
  #shown;
  #onBack = () => {
    this.#typed = null;
    this.refresh();
  };

  connectedCallback() {
    if (!this.#box) this.#build();
    addEventListener("popstate", this.#onBack);
    super.connectedCallback();
  }

  disconnectedCallback() {
    removeEventListener("popstate", this.#onBack);
    clearTimeout(this.#settled);
    super.disconnectedCallback();
  }

  /** Puts the cursor into the box. */
  focus() {
    this.#box?.input.focus();
  }

  /** Moves the focus past the box, to what was found or to what stands there instead. */
  skip() {
    const target = this.#results.box.hidden ? this.#home : this.#results.box;
    target.tabIndex = -1;
    target.focus();
  }

  #build() {
    this.#results = new Results(this, (where) => this.#go(where));
    this.#box = new Combobox({
      placeholder: this.getAttribute("placeholder"),
      onSearch: (q) => this.#go({ ...(this.#isElsewhere() ? nowhere() : this.#where()), q }),
      onPick: (suggestion) => this.#pick(suggestion),
      onType: (q) => this.#follow(q),
      onClose: () => this.#typedAll(),
    });
    if (this.hasAttribute("instant")) this.#box.input.addEventListener("focus", () => this.#results.prepare(), { once: true });
    this.#home = el("div", { class: "home", part: "home" }, el("slot"));
    this.shadowRoot.replaceChildren(
      el("div", { class: "bar", part: "bar" }, el("slot", { name: "start" }), this.#box.form, el("slot", { name: "end" }), el("slot", { name: "below" })),
      el("div", { class: "body", part: "body" }, this.#home, this.#results.box),
    );
  }

  #where() {
    const there = placeOf(location.search);
    return this.#typed === null ? there : { ...there, q: this.#typed };
  }

  /** Whether results stand on another page, named by the attribute action. */
  #isElsewhere() {
    const page = this.getAttribute("action");
    return page !== null && new URL(page, document.baseURI).pathname !== location.pathname;
  }

  #go(where, replace = false) {
    const href = hrefOf(where, this.#isElsewhere() ? this.getAttribute("action") : location.href);
    if (this.#isElsewhere()) {
      location.assign(href);
      return;
    }
    if (href === location.href) return;
    history[replace ? "replaceState" : "pushState"](null, "", href);
    this.#box.close();
    this.refresh();
    if (!replace) scrollTo({ top: Math.min(scrollY, this.getBoundingClientRect().top + scrollY) });
    tellPage(this, "kindred-place", { href });
  }

  /** With the attribute instant, results follow the typing, and the address follows the results. */
  #follow(q) {
    if (!this.hasAttribute("instant") || this.#isElsewhere() || q === this.#where().q) return undefined;
    this.#typing = true;
    this.#typed = q;
    this.refresh();
    return new Promise((resolve) => {
      this.#shown = resolve;
    });
  }

  /** Puts what is typed into the address; the first letter makes the step to go back to. */
  #noteTyped() {
    if (this.#typed === null) return;
    const before = placeOf(location.search);
    const q = this.#typed;
    this.#typed = null;
    const href = hrefOf({ ...before, q }, location.href);
    if (href === location.href) return;
    history[before.q && q ? "replaceState" : "pushState"](null, "", href);
    tellPage(this, "kindred-place", { href });
  }

  #typedAll() {
    this.#noteTyped();
    if (!this.#typing) return;
    this.#typing = false;
    this.refresh();
  }

  #pick(suggestion) {
    if (suggestion.kind === "category") {
      this.#go(toggled(nowhere(), "categories", suggestion.text));
      return;
    }
    const product = { id: suggestion.id, title: suggestion.text };
    const address = suggestion.kind === "product" && settings.link ? addressOf(product) : null;
    if (!address) {
      this.#box.value = suggestion.text;
      this.#go({ ...nowhere(), q: suggestion.text });
    } else {
      track("click", product.id);
      if (tellPage(this, "kindred-open", { product })) location.assign(address);
    }
  }

  async draw() {
    const where = this.#where();
    if (this.shadowRoot.activeElement !== this.#box.input) this.#box.value = where.q;
    const shows = !this.#isElsewhere() && (!isNowhere(where) || this.hasAttribute("all"));
    this.#home.hidden = shows;
    clearTimeout(this.#settled);
    if (!shows) {
      this.#results.hide();
      this.#noteTyped();
      return;
    }
    const answer = await this.#results.show(where, this.#typing, this.#shown);
    if (this.#typed === where.q) this.#noteTyped();
    if (!answer) return;
    tellPage(this, "kindred-shown", { found: answer.found, query_id: answer.query_id, products: answer.hits.map((hit) => hit.id) });
    if (where.q) {
      this.#settled = setTimeout(() => track("search", undefined, { query: where.q, query_id: answer.query_id }), SETTLED_MILLIS);
    }
  }
}
