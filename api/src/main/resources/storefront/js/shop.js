// What every page of the shop has: who is shopping, the departments, the basket, the switch for reasons.

import "/widgets/kindred.js";
import "./basket.js";
import "./adding.js";
import "./people.js";
import { api } from "./api.js";
import { el, remembered } from "./dom.js";

const search = document.querySelector("kindred-search");
const reasons = document.getElementById("why");
const kept = remembered("shop-why");

function explain(yes) {
  for (const widget of document.querySelectorAll("kindred-search, kindred-similar, kindred-together, kindred-recommend")) {
    widget.toggleAttribute("explain", yes);
  }
}

reasons.checked = kept.read() === true;
explain(reasons.checked);
reasons.addEventListener("change", () => {
  kept.write(reasons.checked);
  explain(reasons.checked);
});

const chosen = () => new URLSearchParams(location.search).getAll("f").find((f) => f.startsWith("categories:"))?.slice(11) ?? "";

function markShelf() {
  for (const link of document.querySelectorAll("#shelves a")) {
    const own = link.dataset.category;
    if (chosen() === own || chosen().startsWith(`${own} > `)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

async function fillShelves() {
  const { facets } = await api.categories();
  const names = facets.categories.values.map((v) => v.value).filter((value) => !value.includes(" > ")).slice(0, 10);
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
