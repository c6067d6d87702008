// Trainings with what they reached on held-out people; one can serve in place of another.

import { el, svg } from "/widgets/dom.js";
import { call } from "./call.js";
import { count, moment } from "./format.js";

const figure = (value, digits = 3) => (value === undefined ? "–" : value.toFixed(digits));

/** Every generation's nDCG@20 and Recall@20 from the oldest to the newest, each beside that of the most popular. */
function history(newest) {
  const oldest = newest.toReversed().filter((g) => g.figures["ndcg@20"] !== undefined);
  const block = (name, title) => {
    const most = Math.max(...oldest.flatMap((g) => [g.figures[name] ?? 0, g.figures[`popularity_${name}`] ?? 0]), 1e-9);
    const width = 240 / Math.max(oldest.length, 4);
    const height = (value) => Math.max((80 * (value ?? 0)) / most, 0.5);
    const bars = oldest.flatMap((g, i) => {
      const own = height(g.figures[name]);
      const popular = height(g.figures[`popularity_${name}`]);
      return [
        svg("rect", { class: "own", x: i * width + width * 0.12, y: 82 - own, width: width * 0.42, height: own }),
        svg("rect", { class: "popular", x: i * width + width * 0.56, y: 82 - popular, width: width * 0.3, height: popular }),
      ];
    });
    const label = `${title} by generation: ${oldest.map((g) => `${g.number}: ${figure(g.figures[name])}, most popular ${figure(g.figures[`popularity_${name}`])}`).join("; ")}`;
    const numbers = Array.from({ length: Math.max(oldest.length, 4) }, (_, i) => el("span", {}, oldest[i] ? String(oldest[i].number) : ""));
    return el("figure", {}, el("figcaption", {}, title, el("span", { class: "quiet-text" }, `, best ${figure(most)}`)), svg("svg", { class: "history", viewBox: "0 0 240 83", preserveAspectRatio: "none", role: "img", "aria-label": label }, bars), el("div", { class: "axis", "aria-hidden": "true" }, numbers));
  };
  return oldest.length ? [block("ndcg@20", "nDCG@20"), block("recall@20", "Recall@20")] : [];
}

function chart(own, popular, most) {
  const width = (value) => (100 * value) / most;
  return svg(
    "svg",
    { class: "chart", viewBox: "0 0 100 18", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "own", width: width(own), height: 10 }),
    svg("rect", { class: "popular", y: 12, width: width(popular ?? 0), height: 6 }),
  );
}

function row(generation, serving, most, attempt) {
  const { number, state, created_at: created, figures } = generation;
  const activate = () => attempt(async () => {
    await call(`/v1/generations/${number}/activate`, { method: "POST" });
    shown = "";
    await showGenerations(attempt);
  });
  const may = number !== serving && state === "retired";
  const ndcg = figures["ndcg@20"];
  return el(
    "tr",
    { class: number === serving ? "serving" : "" },
    el("td", {}, String(number)),
    el("td", {}, number === serving ? "serving" : state),
    el("td", {}, moment(created)),
    el("td", {}, figure(ndcg), ndcg === undefined ? null : chart(ndcg, figures["popularity_ndcg@20"], most)),
    el("td", {}, figure(figures["recall@20"])),
    el("td", {}, figures.people === undefined ? "–" : count(figures.people)),
    el("td", {}, figure(figures.seconds, 1)),
    el("td", {}, may ? el("button", { class: "button quiet small", type: "button", onclick: activate }, `Let ${number} serve`) : null),
  );
}

const none = () => el("tr", {}, el("td", { colspan: "8", class: "quiet-text words" }, "Nothing is trained yet. Import events, or let visitors come; then Train makes the first generation of what they did."));

let shown = "";
let previous;

/** Lets the generation serve that served before, as far as the list tells. */
export async function rollBack(attempt) {
  await call(`/v1/generations/${previous}/activate`, { method: "POST" });
  await showGenerations(attempt);
}

/** Draws only when something has changed, so that a button in use stays. */
export async function showGenerations(attempt) {
  const answer = await call("/v1/generations");
  const { training } = answer;
  const words = { running: `Training: ${training?.step ?? ""} ${Math.round(100 * (training?.done ?? 0))} %`, failed: `No generation was made: ${training?.step ?? ""}`, done: "" };
  const said = document.getElementById("training");
  said.textContent = words[training?.state] ?? "";
  said.className = training?.state === "failed" ? "wrong" : "";
  document.getElementById("train").disabled = training?.state === "running";
  const now = JSON.stringify([answer.serving, answer.generations]);
  if (now === shown) return;
  shown = now;
  const newest = answer.generations.toReversed().slice(0, 12);
  const most = Math.max(...newest.map((g) => g.figures["ndcg@20"] ?? 0), 1e-9);
  previous = newest.find((g) => g.number < answer.serving && g.state === "retired")?.number;
  const back = document.getElementById("roll-back");
  back.hidden = previous === undefined;
  back.textContent = `Roll back to ${previous}`;
  document.getElementById("history").replaceChildren(...history(newest));
  document.getElementById("generations").replaceChildren(...(newest.length ? newest.map((g) => row(g, answer.serving, most, attempt)) : [none()]));
}
