// What was searched for of late, and what came of it.

import { el, svg } from "/widgets/dom.js";
import { call } from "./call.js";
import { count, share } from "./format.js";

const days = document.getElementById("days");

function tiles({ all }) {
  const shown = [
    ["Searches", count(all.searches)],
    ["Found nothing", share(all.without_results, all.searches)],
    ["Clicked", share(all.clicked, all.searches)],
    ["Basket or bought", share(all.converted, all.searches)],
    ["First click, mean position", all.mean_position?.toFixed(1) ?? "–"],
  ];
  return shown.map(([name, value]) => el("div", { class: "tile" }, el("dt", {}, name), el("dd", {}, value)));
}

function row(figure, onTry) {
  return el(
    "tr",
    {},
    el("td", { class: "words" }, el("button", { class: "link", type: "button", dir: "auto", onclick: () => onTry(figure.query) }, figure.query)),
    el("td", {}, count(figure.searches)),
    el("td", {}, count(figure.found)),
    el("td", {}, share(figure.clicked, figure.searches)),
    el("td", {}, share(figure.converted, figure.searches)),
    el("td", {}, figure.mean_position?.toFixed(1) ?? "–"),
  );
}

function lost(figure, onSynonym) {
  return el(
    "tr",
    {},
    el("td", { class: "words", dir: "auto" }, figure.query),
    el("td", {}, count(figure.searches)),
    el("td", {}, el("button", { class: "button quiet small", type: "button", "aria-label": `Add a synonym for ${figure.query}`, onclick: () => onSynonym(figure.query) }, "Add a synonym")),
  );
}

const none = (columns, text) => [el("tr", {}, el("td", { colspan: String(columns), class: "quiet-text" }, text))];

function positions(clicks) {
  if (!clicks.length) return [el("p", { class: "quiet-text" }, "No click has named its search so far.")];
  const places = Array.from({ length: 12 }, (_, i) => clicks.find((c) => c.position === i + 1)?.count ?? 0);
  const most = Math.max(...places, 1);
  const bars = places.map((n, i) => svg("rect", { class: "own", x: i * 20 + 3, y: 60 - (56 * n) / most, width: 14, height: Math.max((56 * n) / most, 1) }));
  const label = `Clicks by position: ${places.map((n, i) => `${i + 1}: ${n}`).join(", ")}`;
  const numbers = places.map((_, i) => el("span", {}, String(i + 1)));
  return [svg("svg", { class: "positions", viewBox: "0 0 240 61", preserveAspectRatio: "none", role: "img", "aria-label": label }, bars), el("div", { class: "axis", "aria-hidden": "true" }, numbers)];
}

let shown = "";

/**
 * @param onTry takes a query to look at
 * @param onSynonym takes a query that found nothing
 */
export async function showSearches(onTry, onSynonym) {
  const answer = await call(`/v1/queries?days=${days.value}&limit=12`);
  const now = JSON.stringify({ ...answer, since: "" });
  if (now === shown) return;
  shown = now;
  document.getElementById("search-tiles").replaceChildren(...tiles(answer));
  document.getElementById("most").replaceChildren(...(answer.most.length ? answer.most.map((f) => row(f, onTry)) : none(6, "Nobody has searched yet.")));
  document.getElementById("empty").replaceChildren(...(answer.empty.length ? answer.empty.map((f) => lost(f, onSynonym)) : none(3, answer.all.searches ? "Every query found something." : "Nobody has searched yet.")));
  document.getElementById("positions").replaceChildren(...positions(answer.clicks));
}

export const onDays = (listener) => days.addEventListener("change", listener);
