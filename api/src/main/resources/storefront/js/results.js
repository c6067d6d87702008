// What was found for the words and choices in the address.

import { api } from "./api.js";
import { cards, placeholders } from "./card.js";
import { facetFields } from "./catalog.js";
import { el, say } from "./dom.js";
import { facetBlocks } from "./facets.js";
import { empty, failed } from "./notice.js";
import { audience } from "./person.js";
import { filterOf, go, href, toggled } from "./place.js";
import { explain } from "./settings.js";

const PAGE = 24;
const SORTS = [["", "Best match"], ["price", "Price, low first"], ["-price", "Price, high first"], ["-created_at", "Newest"]];

let running = new AbortController();

function requestOf(where, facets) {
  const request = { q: where.q, ...audience(), filter: filterOf(where), facets, facet_limit: 200, limit: PAGE, explain: explain() };
  if (where.sort) request.sort = [where.sort];
  return request;
}

function sortBox(where) {
  const box = el(
    "select",
    { onchange: (event) => go({ ...where, product: null, sort: event.target.value }) },
    SORTS.map(([value, text]) => el("option", { value }, text)),
  );
  box.value = where.sort;
  return el("label", { class: "sort" }, "Sort", box);
}

function heading(where, answer) {
  const chosen = [...(where.filters.get("categories") ?? [])][0]?.split(" > ").at(-1);
  const what = where.q ? `“${answer.corrected_query ?? where.q}”` : chosen ?? "All products";
  const count = `${answer.found.toLocaleString("en-GB")} ${answer.found === 1 ? "product" : "products"}`;
  say(`${count} for ${what}`);
  return el(
    "div",
    { class: "found-head" },
    el("div", {}, el("h1", {}, what), el("p", { class: "section-note" }, count, answer.corrected_query ? ` – nothing stood for “${where.q}”` : "")),
    sortBox(where),
  );
}

function chips(where) {
  const chosen = [...where.filters].flatMap(([field, values]) => [...values].map((value) => [field, value]));
  if (!chosen.length) return null;
  return el(
    "div",
    { class: "chips" },
    chosen.map(([field, value]) => {
      const target = toggled(where, field, value);
      const leave = (event) => {
        event.preventDefault();
        go(target);
      };
      return el("a", { class: "chip", href: href(target), onclick: leave, "aria-label": `Without ${value}` }, value.split(" > ").at(-1), el("span", { "aria-hidden": "true" }, "×"));
    }),
  );
}

function more(where, answer, list) {
  let cursor = answer.cursor;
  let shown = answer.hits.length;
  if (!cursor) return null;
  const button = el("button", { class: "button quiet", type: "button" }, "Show more");
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const next = await api.search({ ...requestOf(where, []), cursor });
      const items = cards(next, { from: shown, level: "h2" });
      list.append(...items);
      items[0]?.querySelector("a")?.focus({ preventScroll: true });
      shown += next.hits.length;
      cursor = next.cursor;
      if (!cursor) button.remove();
    } catch (failure) {
      say(failure.message);
    }
    button.disabled = false;
  });
  return el("div", { class: "more" }, button);
}

export async function showResults(root, where, isStale) {
  running.abort();
  const mine = new AbortController();
  running = mine;
  if (!root.querySelector(".finder")) {
    root.replaceChildren(el("div", { class: "finder" }, el("div"), el("ul", { class: "grid" }, placeholders(12))));
  }
  try {
    const answer = await api.search(requestOf(where, await facetFields()), mine.signal);
    if (isStale()) return;
    const list = el("ul", { class: "grid" }, cards(answer, { level: "h2" }));
    const wide = matchMedia("(min-width: 901px)").matches;
    const wasOpen = root.querySelector(".facets")?.open;
    root.replaceChildren(
      el(
        "div",
        { class: "finder" },
        el("details", { class: "facets", open: wide || wasOpen }, el("summary", {}, "Filter"), facetBlocks(answer.facets, where)),
        el(
          "div",
          {},
          heading(where, answer),
          chips(where),
          answer.hits.length ? list : empty("Nothing found", "Try other or fewer words, or take a filter away."),
          more(where, answer, list),
        ),
      ),
    );
  } catch (failure) {
    if (failure.name === "AbortError" || isStale()) return;
    root.replaceChildren(failed(failure, () => showResults(root, where, isStale)));
  }
}
