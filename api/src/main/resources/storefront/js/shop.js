// What every page of the shop has: who is shopping, the departments, the basket, the switch for reasons.

import "/widgets/kindred.js";
import { categoryOf, isWithin, levelsOf } from "/widgets/category.js";
import { el } from "/widgets/dom.js";
import { kept } from "/widgets/kept.js";
import "./basket.js";
import "./adding.js";
import "./people.js";
import { api } from "./api.js";

const search = document.querySelector("kindred-search");
const reasons = document.getElementById("why");
const store = kept("localStorage", "shop-why");

function explain(yes) {
  for (const widget of document.querySelectorAll("kindred-search, kindred-similar, kindred-together, kindred-recommend")) {
    widget.toggleAttribute("explain", yes);
  }
}

reasons.checked = store.read() === true;
explain(reasons.checked);
reasons.addEventListener("change", () => {
  store.write(reasons.checked);
  explain(reasons.checked);
});

/** The department that the address names, or nothing. */
function chosen() {
  const named = new URLSearchParams(location.search).getAll("f").find((f) => f.startsWith("categories:"));
  return categoryOf(levelsOf(named?.slice("categories:".length) ?? ""));
}

function markShelf() {
  for (const link of document.querySelectorAll("#shelves a")) {
    if (isWithin(chosen(), link.dataset.category)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

async function fillShelves() {
  const { facets } = await api.categories();
  const names = facets.categories.values.map((v) => v.value).filter((value) => levelsOf(value).length === 1).slice(0, 10);
  document
    .getElementById("shelves")
    .replaceChildren(...names.map((name) => el("a", { href: `/?${new URLSearchParams({ f: `categories:${name}` })}`, "data-category": name }, name)));
  markShelf();
}

search.addEventListener("kindred-place", markShelf);
addEventListener("popstate", markShelf);

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  search.skip();
});

addEventListener("keydown", (event) => {
  const at = event.composedPath()[0];
  if (event.key !== "/" || event.ctrlKey || event.metaKey || at.closest?.("input, select, textarea, dialog")) return;
  event.preventDefault();
  search.focus();
});

fillShelves().catch(() => {});
