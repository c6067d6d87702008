// What the person has put aside to buy. It stays in this browser; the shop hears events.

import { art } from "./art.js";
import { dialog } from "./dialog.js";
import { el, icon, say } from "./dom.js";
import { tell } from "./events.js";
import { money } from "./money.js";
import { onPerson } from "./person.js";

const KEY = "kindred-basket";
const button = document.getElementById("basket-button");
let lines = remembered();

function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(kept) ? kept.filter((line) => line?.product?.id && line.count > 0) : [];
  } catch {
    return [];
  }
}

function changed() {
  try {
    localStorage.setItem(KEY, JSON.stringify(lines));
  } catch {
    // Storage is off: the basket lasts as long as the page.
  }
  showButton();
}

function showButton() {
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  button.replaceChildren(
    icon("M5 8h14l-1.2 9.5a2 2 0 0 1-2 1.5H8.2a2 2 0 0 1-2-1.5zM9 8V7a3 3 0 0 1 6 0v1"),
    el("span", { class: "sr-only" }, "Basket, products:"),
    el("span", { class: "count" }, String(count)),
  );
}

export function addToBasket(product, origin) {
  const line = lines.find((l) => l.product.id === product.id);
  if (line) line.count++;
  else lines.push({ product, count: 1 });
  changed();
  say(`${product.title} is in the basket`);
  return tell("cart", product.id, origin);
}

function remove(product) {
  lines = lines.filter((line) => line.product.id !== product.id);
  changed();
}

async function buy() {
  const bought = lines;
  lines = [];
  changed();
  await Promise.all(
    bought.map(({ product, count }) =>
      tell("purchase", product.id, {}, { quantity: count, value: Math.round((product.price ?? 0) * count * 100) / 100 }),
    ),
  );
  say("Bought. Recommendations now leave these products out.");
  dispatchEvent(new Event("kindred-bought"));
}

function show(box) {
  if (!lines.length) {
    box.replaceChildren(
      el("h1", { class: "dialog-title" }, "Basket"),
      el("p", { class: "quiet-text" }, "Nothing in it yet. The plus on a product puts it here."),
    );
    return;
  }
  const total = lines.reduce((sum, line) => sum + (line.product.price ?? 0) * line.count, 0);
  box.replaceChildren(
    el("h1", { class: "dialog-title" }, "Basket"),
    el(
      "ul",
      { class: "basket" },
      lines.map(({ product, count }) =>
        el(
          "li",
          {},
          art(product),
          el("span", {}, product.title, count > 1 ? ` × ${count}` : ""),
          el("span", { class: "price" }, money({ ...product, price: product.price === undefined ? undefined : product.price * count })),
          el("button", { class: "link", type: "button", "aria-label": `Remove ${product.title}`, onclick: () => { remove(product); show(box); } }, "Remove"),
        ),
      ),
    ),
    el("p", { class: "basket-sum" }, el("span", {}, "Total"), el("span", {}, money({ ...lines[0].product, price: total }))),
    el("button", { class: "button", type: "button", onclick: async () => { await buy(); show(box); } }, "Buy (demonstration)"),
  );
}

onPerson(() => {
  lines = [];
  changed();
});

button.addEventListener("click", () => dialog("Basket", show, { narrow: true }));
showButton();
