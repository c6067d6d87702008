// Trainings with what they reached on held-out people; one can serve in place of another.

import { el, svg } from "/js/dom.js";
import { call } from "./call.js";

const figure = (value, digits = 3) => (value === undefined ? "–" : value.toFixed(digits));

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
    el("td", {}, new Date(created).toLocaleString()),
    el("td", {}, figure(ndcg), ndcg === undefined ? null : chart(ndcg, figures["popularity_ndcg@20"], most)),
    el("td", {}, figure(figures["recall@20"])),
    el("td", {}, figures.people?.toLocaleString() ?? "–"),
    el("td", {}, figure(figures.seconds, 1)),
    el("td", {}, may ? el("button", { class: "button quiet small", type: "button", onclick: activate }, `Let ${number} serve`) : null),
  );
}

let shown = "";

/** Draws only when something has changed, so that a button in use stays. */
export async function showGenerations(attempt) {
  const answer = await call("/v1/generations");
  const { training } = answer;
  const words = { running: `Training: ${training?.step ?? ""} ${Math.round(100 * (training?.done ?? 0))} %`, failed: `The last training failed: ${training?.step ?? ""}`, done: "" };
  document.getElementById("training").textContent = words[training?.state] ?? "";
  document.getElementById("train").disabled = training?.state === "running";
  const now = JSON.stringify([answer.serving, answer.generations]);
  if (now === shown) return;
  shown = now;
  const newest = answer.generations.toReversed().slice(0, 12);
  const most = Math.max(...newest.map((g) => g.figures["ndcg@20"] ?? 0), 1e-9);
  document.getElementById("generations").replaceChildren(...newest.map((g) => row(g, answer.serving, most, attempt)));
}
