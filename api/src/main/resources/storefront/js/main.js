// Shows what the address says, for the person who is shopping.

import { departmentNames } from "./catalog.js";
import { el } from "./dom.js";
import { showHome } from "./home.js";
import "./people.js";
import { onPerson } from "./person.js";
import { go, href, isHome, onPlace, place, toggled } from "./place.js";
import { showProduct } from "./product.js";
import { showResults } from "./results.js";
import { onExplain } from "./settings.js";

const root = document.getElementById("content");
const input = document.getElementById("search");
const shelves = document.getElementById("shelves");
const TYPING_PAUSE_MILLIS = 140;

let shown = 0;
let listed = "";

/** The list behind an open product stays as it is. */
function show({ again = false } = {}) {
  const where = place();
  const key = href({ ...where, product: null });
  if (again || key !== listed) {
    listed = key;
    const mine = ++shown;
    const isStale = () => mine !== shown;
    if (document.activeElement !== input) input.value = where.q;
    if (isHome(where)) showHome(root, isStale);
    else showResults(root, where, isStale);
    markShelf(where);
  }
  showProduct(where.product, () => {
    go({ ...place(), product: null });
    if (isHome(place())) show({ again: true });
  });
  document.title = where.q ? `${where.q} – Kindred shop` : "Kindred shop";
}

function markShelf(where) {
  const chosen = [...(where.filters.get("categories") ?? [])][0] ?? "";
  for (const link of shelves.children) {
    const own = link.dataset.category;
    if (chosen === own || chosen.startsWith(`${own} > `)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

async function fillShelves() {
  const top = (await departmentNames()).slice(0, 12);
  const home = { q: "", filters: new Map() };
  shelves.replaceChildren(
    ...top.map((value) => {
      const target = toggled(home, "categories", value);
      const follow = (event) => {
        event.preventDefault();
        input.value = "";
        go(target);
      };
      return el("a", { href: href(target), "data-category": value, onclick: follow }, value);
    }),
  );
  markShelf(place());
}

let pause;
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    const before = place();
    const q = input.value.trim();
    go({ ...before, product: null, q, sort: q ? before.sort : "" }, { replace: Boolean(before.q) && Boolean(q) });
  }, TYPING_PAUSE_MILLIS);
});

document.getElementById("search-form").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  go({ ...place(), product: null, q: input.value.trim() });
  root.focus();
});

document.querySelector("[data-home]").addEventListener("click", (event) => {
  event.preventDefault();
  input.value = "";
  go({ filters: new Map() });
  show({ again: true });
});

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea, dialog");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    input.focus();
  }
});

addEventListener("kindred-bought", () => show({ again: true }));
onPlace(() => show());
onPerson(() => show({ again: true }));
onExplain(() => show({ again: true }));
show();
fillShelves();
