// What the person has put aside to buy. It stays in this browser; the shop hears events.

import { el, icon } from "/widgets/dom.js";
import { kept } from "/widgets/kept.js";
import { cart, configure, formatPrice, purchase } from "/widgets/kindred.js";
import { dialog } from "./dialog.js";
import { onPerson } from "./people.js";
import { say } from "./say.js";

const store = kept("localStorage", "shop-basket");
const button = document.getElementById("basket-button");
let lines = [store.read() ?? []].flat().filter((line) => line?.product?.id && line.count > 0);

function changed() {
  store.write(lines);
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

function put(product) {
  const line = lines.find((l) => l.product.id === product.id);
  if (line) line.count++;
  else lines.push({ product, count: 1 });
  changed();
  say(`${product.title} is in the basket`);
}

/** Puts a product in and tells Kindred. */
export function addToBasket(product) {
  put(product);
  cart(product.id);
}

function remove(product) {
  lines = lines.filter((line) => line.product.id !== product.id);
  changed();
}

async function buy() {
  const bought = lines;
  lines = [];
  changed();
  await purchase(
    bought.map(({ product, count }) => ({ product: product.id, quantity: count, value: Math.round((product.price ?? 0) * count * 100) / 100 })),
  );
  say("Bought. Recommendations now leave these products out.");
  configure({});
}

function pictureOf(product) {
  const picture = el("kindred-picture", {});
  picture.product = product;
  return picture;
}

/** What all lines cost: a sum for each currency, since no rate of exchange is known here. */
function totals() {
  const sums = new Map();
  for (const { product, count } of lines) {
    if (product.price !== undefined) sums.set(product.currency, (sums.get(product.currency) ?? 0) + product.price * count);
  }
  return [...sums].map(([currency, price]) => formatPrice({ price, currency }));
}

function show(box) {
  if (!lines.length) {
    box.replaceChildren(
      el("h1", { class: "dialog-title" }, "Basket"),
      el("p", { class: "quiet-text" }, "Nothing in it yet. The plus on a product puts it here."),
    );
    return;
  }
  box.replaceChildren(
    el("h1", { class: "dialog-title" }, "Basket"),
    el(
      "ul",
      { class: "basket" },
      lines.map(({ product, count }) =>
        el(
          "li",
          {},
          pictureOf(product),
          el("span", { class: "basket-title" }, el("bdi", {}, product.title), count > 1 ? ` × ${count}` : ""),
          el("span", { class: "price" }, formatPrice({ ...product, price: product.price === undefined ? undefined : product.price * count })),
          el("button", { class: "link", type: "button", "aria-label": `Remove ${product.title}`, onclick: () => { remove(product); show(box); } }, "Remove"),
        ),
      ),
    ),
    el("p", { class: "basket-sum" }, el("span", {}, "Total"), el("span", {}, totals().map((text) => el("span", { class: "basket-total" }, text)))),
    el("button", { class: "button", type: "button", onclick: async () => { await buy(); show(box); } }, "Buy (demonstration)"),
  );
}

// A plus on a card; the widget tells Kindred itself.
document.addEventListener("kindred-cart", (event) => put(event.detail.product));

onPerson(() => {
  lines = [];
  changed();
});

button.addEventListener("click", () => dialog("Basket", show, { narrow: true }));
showButton();
