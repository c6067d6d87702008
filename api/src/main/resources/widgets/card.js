// A product in a list.

import { art } from "./art.js";
import { leafOf } from "./category.js";
import { el, icon, safeAddress } from "./dom.js";
import { flush, rememberOrigin, track } from "./events.js";
import { formatPrice, formatStars } from "./format.js";
import { settings } from "./settings.js";
import { t } from "./texts.js";
import { why } from "./why.js";

/** The address of a product's page, or null if nothing says where that is. */
export function addressOf(product) {
  if (settings.link) return safeAddress(settings.link.replaceAll("{id}", encodeURIComponent(product.id)));
  return product.url ? safeAddress(product.url) : null;
}

/** Tells the page; false if the page does it its own way. */
export function tellPage(host, name, detail) {
  return host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
}

function title(hit) {
  const pieces = hit.highlights?.title;
  if (!pieces) return [hit.product.title];
  return pieces.map((piece) => (piece.match ? el("mark", {}, piece.text) : piece.text));
}

function addButton(host, product, origin) {
  const add = () => {
    if (!tellPage(host, "kindred-cart", { product, ...origin })) return;
    rememberOrigin(product.id, origin);
    track("cart", product.id, origin);
  };
  return el("button", { class: "add", part: "add", type: "button", "aria-label": t("card.add", { title: product.title }), onclick: add }, icon("M12 5v14M5 12h14"));
}

function foot(host, product, origin) {
  const state = product.in_stock === false ? el("span", { class: "sold-out" }, t("card.soldout")) : null;
  const adds = !state && host.hasAttribute("cart");
  return el(
    "div",
    { class: "card-foot" },
    el("span", { class: "price", part: "price" }, formatPrice(product)),
    state,
    adds ? addButton(host, product, origin) : null,
  );
}

function rating(product) {
  if (!product.rating) return null;
  const text = formatStars(product.rating);
  return el("p", { class: "card-rating" }, el("span", { "aria-hidden": "true" }, `★ ${text}`), el("span", { class: "unseen" }, t("card.rating", { rating: text })));
}

/**
 * @param host the widget
 * @param origin { query_id, position } in the answer
 * @param eager whether the picture is near the top and should not wait
 */
function card(host, hit, origin, eager) {
  const product = hit.product;
  const open = (event) => {
    rememberOrigin(product.id, origin);
    track("click", product.id, origin);
    flush();
    if (!tellPage(host, "kindred-open", { product, ...origin })) event.preventDefault();
  };
  const href = addressOf(product);
  return el(
    "article",
    { class: "card", part: "card", "data-product": product.id },
    el("div", { class: "picture", part: "picture" }, art(product, eager)),
    el(
      "div",
      { class: "card-text" },
      el("p", { class: "card-kind" }, product.brand ?? leafOf(product.categories?.[0])),
      el("h3", { class: "card-title", part: "title" }, el(href ? "a" : "button", { class: "card-link", href, type: href ? null : "button", onclick: open }, el("span", { class: "card-words" }, el("bdi", {}, title(hit))))),
      rating(product),
      foot(host, product, origin),
      why(hit),
    ),
  );
}

/** The hits of an answer as list items. */
export function cards(host, answer, from = 0) {
  return answer.hits.map((hit, i) =>
    el("li", {}, card(host, hit, { query_id: answer.query_id, position: from + i + 1 }, from + i < 4)),
  );
}

export function placeholders(count) {
  return Array.from({ length: count }, () =>
    el("li", { "aria-hidden": "true" }, el("div", { class: "card placeholder" }, el("div", { class: "picture" }), el("div", { class: "card-text" }))),
  );
}
