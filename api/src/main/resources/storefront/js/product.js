// A product's page.

import { categoryOf, levelsOf } from "/widgets/category.js";
import { el } from "/widgets/dom.js";
import { flush, formatPrice, track } from "/widgets/kindred.js";
import { api } from "./api.js";
import { addToBasket } from "./basket.js";
import { say } from "./say.js";
import "./shop.js";

const id = new URLSearchParams(location.search).get("id");
const box = document.getElementById("product");

function text(value) {
  if (Array.isArray(value)) return value.map(text).join(", ");
  if (value !== null && typeof value === "object") return Object.entries(value).map(([name, v]) => `${name} ${text(v)}`).join(", ");
  return value === true ? "yes" : value === false ? "no" : String(value);
}

function facts(product) {
  const rows = [["Number", product.id], ["Brand", product.brand], ["Rating", product.rating && `${product.rating} of 5`]];
  for (const [name, value] of Object.entries(product.attributes ?? {})) {
    rows.push([name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " "), text(value)]);
  }
  const there = rows.filter(([, value]) => value);
  return el("dl", { class: "facts" }, there.map(([name, value]) => [el("dt", {}, name), el("dd", {}, el("bdi", {}, value))]));
}

function path(product) {
  const levels = levelsOf(product.categories?.[0] ?? "");
  const link = (_, i) => {
    const category = categoryOf(levels.slice(0, i + 1));
    return el("li", {}, el("a", { href: `/?${new URLSearchParams({ f: `categories:${category}` })}` }, levels[i]));
  };
  return el("nav", { class: "path", "aria-label": "Department" }, el("ol", {}, levels.map(link)));
}

function like(product) {
  const button = el("button", { class: "button quiet", type: "button" }, "I like it");
  button.addEventListener("click", () => {
    track("like", product.id);
    flush();
    button.textContent = "Liked";
    button.disabled = true;
  });
  return button;
}

function details(product) {
  const picture = el("kindred-picture", {});
  picture.product = product;
  const add = el("button", { class: "button", type: "button", onclick: () => addToBasket(product) }, "Add to basket");
  return [
    picture,
    el(
      "div",
      {},
      path(product),
      el("h1", {}, el("bdi", {}, product.title)),
      el("p", { class: "product-price" }, formatPrice(product)),
      el("div", { class: "product-actions" }, product.in_stock === false ? el("p", { class: "sold-out" }, "Sold out") : add, like(product)),
      product.description ? el("p", { class: "product-text", dir: "auto" }, product.description) : null,
      facts(product),
      el("kindred-why", { class: "panel", product: product.id }),
    ),
  ];
}

function sorry(title, text) {
  box.replaceChildren(el("div", { class: "sorry", role: "alert" }, el("h1", {}, title), el("p", {}, text), el("a", { class: "button", href: "/" }, "To the shop")));
}

async function draw() {
  if (!id) {
    sorry("Which product?", "The address of this page should end with the number of one.");
    return;
  }
  try {
    const product = await api.product(id);
    document.title = `${product.title} – Kindred shop`;
    box.replaceChildren(...details(product));
    say("");
  } catch (failure) {
    if (failure.status === 404) sorry("This product is not here", `No product has the number “${id}”. It may have been taken out of the shop.`);
    else sorry("This product cannot be shown", failure.message);
  }
}

if (id) {
  for (const widget of document.querySelectorAll("[data-beside]")) widget.setAttribute("product", id);
}
draw().finally(() => box.removeAttribute("aria-busy"));
