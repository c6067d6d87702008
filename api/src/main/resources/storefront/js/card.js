// A product in a list.

import { art } from "./art.js";
import { addToBasket } from "./basket.js";
import { el, icon } from "./dom.js";
import { tell } from "./events.js";
import { money } from "./money.js";
import { go, href, place } from "./place.js";
import { why } from "./why.js";

function title(hit) {
  const pieces = hit.highlights?.title;
  if (!pieces) return [hit.product.title];
  return pieces.map((piece) => (piece.match ? el("mark", {}, piece.text) : piece.text));
}

/**
 * @param origin { queryId, position } in the answer
 */
export function card(hit, origin, level = "h3") {
  const product = hit.product;
  const target = { ...place(), product: product.id };
  const open = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    tell("click", product.id, origin);
    go(target);
  };
  return el(
    "article",
    { class: "card", "data-product": product.id },
    art(product),
    el(
      "div",
      { class: "card-text" },
      el("p", { class: "card-kind" }, product.categories?.[0]?.split(" > ").at(-1) ?? product.brand ?? ""),
      el(level, { class: "card-title" }, el("a", { class: "card-link", href: href(target), onclick: open }, title(hit))),
      el(
        "div",
        { class: "card-foot" },
        el("span", { class: "price" }, money(product)),
        product.in_stock === false
          ? el("span", { class: "sold-out" }, "Sold out")
          : el(
              "button",
              { class: "add", type: "button", "aria-label": `Add ${product.title} to the basket`, onclick: () => addToBasket(product, origin) },
              icon("M12 5v14M5 12h14"),
            ),
      ),
      why(hit),
    ),
  );
}

/** The hits of an answer as list items. */
export function cards(answer, { from = 0, level = "h3" } = {}) {
  return answer.hits.map((hit, i) => el("li", {}, card(hit, { queryId: answer.query_id, position: from + i + 1 }, level)));
}

export function placeholders(count) {
  return Array.from({ length: count }, () => el("li", { "aria-hidden": "true" }, el("div", { class: "card placeholder" })));
}
