// A product by itself, with what could be bought instead and along with it.

import { api } from "./api.js";
import { art } from "./art.js";
import { addToBasket } from "./basket.js";
import { cards, placeholders } from "./card.js";
import { dialog } from "./dialog.js";
import { el } from "./dom.js";
import { tell } from "./events.js";
import { money } from "./money.js";
import { failed } from "./notice.js";
import { current } from "./person.js";
import { explain } from "./settings.js";

function text(value) {
  if (Array.isArray(value)) return value.map(text).join(", ");
  if (value !== null && typeof value === "object") {
    return Object.entries(value).map(([name, v]) => `${name} ${text(v)}`).join(", ");
  }
  return value === true ? "yes" : value === false ? "no" : String(value);
}

function facts(product) {
  const rows = [["Number", product.id], ["Brand", product.brand], ["Rating", product.rating && `${product.rating} of 5`]];
  for (const [name, value] of Object.entries(product.attributes ?? {})) {
    rows.push([name[0].toUpperCase() + name.slice(1).replace(/_/g, " "), text(value)]);
  }
  return el(
    "dl",
    { class: "facts" },
    rows.filter(([, value]) => value).map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]),
  );
}

function beside(title, ask) {
  const list = el("ul", { class: "row", "aria-label": title }, placeholders(5));
  const section = el("section", { class: "beside", "aria-label": title }, el("h2", {}, title), list);
  ask.then(
    (answer) => (answer.hits.length ? list.replaceChildren(...cards(answer)) : section.remove()),
    () => section.remove(),
  );
  return section;
}

function details(product) {
  const like = el("button", { class: "button quiet", type: "button" }, "I like it");
  like.addEventListener("click", () => {
    tell("like", product.id);
    like.textContent = "Liked";
    like.disabled = true;
  });
  const asked = { limit: 12, explain: explain() };
  return [
    el(
      "div",
      { class: "product" },
      art(product),
      el(
        "div",
        {},
        el("p", { class: "product-kind" }, product.categories?.[0]?.replaceAll(" > ", " › ") ?? ""),
        el("h1", {}, product.title),
        el("p", { class: "product-price" }, money(product)),
        el(
          "div",
          { class: "product-actions" },
          product.in_stock === false
            ? el("p", { class: "sold-out" }, "Sold out")
            : el("button", { class: "button", type: "button", onclick: () => addToBasket(product, {}) }, "Add to basket"),
          current().kind === "nobody" ? null : like,
        ),
        product.description ? el("p", { class: "product-text" }, product.description) : null,
        facts(product),
      ),
    ),
    beside("Similar items", api.similar(product.id, asked)),
    beside("Bought together", api.boughtTogether(product.id, asked)),
  ];
}

async function fill(box, id) {
  try {
    const product = await api.product(id);
    box.replaceChildren(...details(product));
    box.closest("dialog")?.setAttribute("aria-label", product.title);
  } catch (failure) {
    box.replaceChildren(failed(failure, () => fill(box, id)));
  }
}

let open = null;

/** Shows a product, or closes what is open when there is none. */
export function showProduct(id, onClose) {
  if (open?.id === id) return;
  if (!id) {
    const frame = open?.frame;
    open = null;
    frame?.close();
    return;
  }
  tell("view", id);
  if (open) {
    open.id = id;
    open.frame.scrollTo({ top: 0 });
    fill(open.box, id);
    return;
  }
  const frame = dialog("Product", (box) => {
    open = { id, box };
    box.append(el("p", { class: "quiet-text" }, "One moment …"));
    fill(box, id);
  });
  open.frame = frame;
  frame.addEventListener("close", () => {
    if (open?.frame === frame) {
      open = null;
      onClose();
    }
  });
}
