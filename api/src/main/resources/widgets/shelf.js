// Rows and grids of products: similar ones, what is bought together, recommendations.

import { cards, placeholders, tellPage } from "./card.js";
import { client } from "./client.js";
import { el } from "./dom.js";
import { told, view } from "./events.js";
import { audience } from "./person.js";
import { t } from "./texts.js";
import { Widget } from "./widget.js";

const NOT_THERE = 404;

class Shelf extends Widget {
  static observedAttributes = ["product", "kind", "items", "filter", "limit", "layout", "heading", "explain", "cart"];
  #turn = 0;

  /** The text above the products. */
  get headingText() {
    return this.getAttribute("heading") ?? t(this.titleKey());
  }

  request() {
    return {
      filter: this.getAttribute("filter") ?? undefined,
      limit: this.number("limit", 12, 1, 100),
      explain: this.hasAttribute("explain"),
    };
  }

  #frame(list) {
    const heading = this.headingText ? el("h2", { class: "shelf-title", part: "heading" }, el("bdi", {}, this.headingText)) : null;
    this.shadowRoot.replaceChildren(el("section", { class: "shelf", "aria-label": this.headingText || t(this.titleKey()) }, heading, list));
  }

  #list(items, busy = false) {
    const grid = this.getAttribute("layout") === "grid";
    const focus = grid || busy ? {} : { tabindex: "0" };
    return el("ul", { class: grid ? "grid" : "row", part: "list", "aria-label": this.headingText, "aria-busy": busy ? "true" : null, ...focus }, items);
  }

  #showNothing() {
    this.toggleAttribute("empty", true);
    this.shadowRoot.replaceChildren();
  }

  async draw() {
    const turn = ++this.#turn;
    if (!this.shadowRoot.querySelector(".shelf li")) this.#frame(this.#list(placeholders(Math.min(this.number("limit", 12, 1, 100), 12)), true));
    let answer;
    try {
      answer = await this.ask();
    } catch (failure) {
      if (turn !== this.#turn) return;
      tellPage(this, "kindred-error", { message: failure.message });
      if (failure.status === NOT_THERE) {
        this.#showNothing();
        return;
      }
      this.#frame(el("p", { class: "quiet", part: "error" }, failure.message, " ", el("button", { class: "link", type: "button", onclick: () => this.refresh() }, t("error.retry"))));
      return;
    }
    if (turn !== this.#turn) return;
    if (answer.hits.length === 0) this.#showNothing();
    else {
      this.removeAttribute("empty");
      this.#frame(this.#list(cards(this, answer)));
    }
    tellPage(this, "kindred-shown", { found: answer.found ?? answer.hits.length, query_id: answer.query_id, products: answer.hits.map((hit) => hit.id) });
  }
}

/** A shelf beside a product; it also tells that the product's page is looked at, unless there is no such product. */
class ProductShelf extends Shelf {
  async ask() {
    const product = this.getAttribute("product");
    if (!product) return { hits: [] };
    const isThere = (failure) => failure?.status !== NOT_THERE;
    const answer = client[this.question()](product, this.request());
    answer.then(() => view(product), (failure) => isThere(failure) && view(product));
    return answer;
  }

  titleKey() {
    return this.question();
  }
}

export class Similar extends ProductShelf {
  question() {
    return "similar";
  }
}

export class Together extends ProductShelf {
  question() {
    return "together";
  }
}

/** What this person should see; with kind="trending", what everybody wants. */
export class Recommend extends Shelf {
  titleKey() {
    return this.getAttribute("kind") === "trending" ? "trending" : "recommend";
  }

  async ask() {
    if (this.titleKey() === "trending") return client.trending(this.request());
    await told();
    const items = (this.getAttribute("items") ?? "").split(",").map((id) => id.trim()).filter(Boolean);
    return client.recommend({ ...audience(), ...(items.length ? { items } : {}), ...this.request() });
  }
}
