// Adds a product nobody has seen, and shows how soon it is found and placed among the others.

import { el } from "/widgets/dom.js";
import { api } from "./api.js";
import { dialog } from "./dialog.js";
import { say } from "./say.js";

const EXAMPLE = { title: "Glow in the dark dinosaur lamp", category: "Home > Lighting > Night lights", price: "12.50", colour: "green" };

function field(name, label, properties = {}) {
  const input = el("input", { id: `new-${name}`, name, value: EXAMPLE[name], maxlength: "200", ...properties });
  return el("p", { class: "field" }, el("label", { for: input.id }, label), input);
}

function productOf(form) {
  const given = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
  return {
    id: `new-${Date.now().toString(36)}`,
    title: given.title,
    ...(given.category ? { categories: [given.category] } : {}),
    ...(given.price ? { price: Number(given.price), currency: "GBP" } : {}),
    ...(given.colour ? { attributes: { colour: given.colour.toLowerCase() } } : {}),
    in_stock: true,
    created_at: new Date().toISOString(),
  };
}

function done(product, millis) {
  say(`${product.title} can be found`);
  return [
    el("h1", { class: "dialog-title" }, "It is in the shop"),
    el("p", {}, el("strong", { dir: "auto" }, product.title), ` could be found after ${Math.round(millis)} ms, and has a place among similar products without any training.`),
    el(
      "div",
      { class: "product-actions" },
      el("a", { class: "button", href: `/product.html?id=${encodeURIComponent(product.id)}` }, "See what it is placed beside"),
      el("a", { class: "button quiet", href: `/?${new URLSearchParams({ q: product.title })}` }, "Search for it"),
    ),
  ];
}

function show(box) {
  const wrong = el("p", { class: "wrong", role: "alert" });
  const form = el(
    "form",
    { class: "adding" },
    field("title", "Title", { required: true }),
    field("category", "Department", { list: "departments" }),
    el("datalist", { id: "departments" }),
    el("div", { class: "two" }, field("price", "Price in pounds", { type: "number", min: "0", step: "0.01" }), field("colour", "Colour")),
    wrong,
    el("button", { class: "button", type: "submit" }, "Put it into the shop"),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const product = productOf(form);
    const begun = performance.now();
    try {
      await api.put(product.id, product);
      box.replaceChildren(...done(product, performance.now() - begun));
      box.focus();
    } catch (failure) {
      wrong.textContent = failure.message;
    }
  });
  box.append(el("h1", { class: "dialog-title" }, "Add a product"), el("p", { class: "quiet-text" }, "One that nobody has seen, clicked or bought."), form);
  api.categories().then(
    ({ facets }) => box.querySelector("datalist")?.replaceChildren(...facets.categories.values.map(({ value }) => el("option", { value }))),
    () => {},
  );
}

document.getElementById("add-button").addEventListener("click", () => dialog("Add a product", show, { narrow: true }));
