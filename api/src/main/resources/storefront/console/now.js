// What is held and how quickly it answers, from the health call and the figures.

import { el, svg } from "/widgets/dom.js";
import { call } from "./call.js";
import { count } from "./format.js";

const millis = (value) => `${count(value >= 100 ? Math.round(value) : Number(value.toPrecision(2)))} ms`;

/** Median milliseconds and number of the calls of a route, from the text of /metrics. */
function calls(metrics, route) {
  const lines = metrics.split("\n").filter((line) => line.startsWith("kindred_http_requests_seconds") && line.includes(`route="${route}"`) && line.includes('status="200"'));
  const value = (line) => Number(line.slice(line.lastIndexOf(" ") + 1));
  const counts = lines.filter((line) => line.startsWith("kindred_http_requests_seconds_count")).map(value);
  const of = (quantile) => lines.filter((line) => line.includes(`quantile="${quantile}"`)).map(value);
  return { count: counts.reduce((sum, n) => sum + n, 0), median: Math.max(0, ...of("0.5")) * 1000, slow: Math.max(0, ...of("0.95")) * 1000 };
}

const rates = [];
let last = null;

/** Answers a second since the last look, of all calls under /v1. */
function rate(metrics) {
  const lines = metrics.split("\n").filter((line) => line.startsWith("kindred_http_requests_seconds_count") && line.includes('route="/v1/'));
  const answers = lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" ") + 1)), 0);
  const at = performance.now();
  const now = last && at > last.at ? Math.max(0, ((answers - last.answers) * 1000) / (at - last.at)) : 0;
  if (last) rates.push(now);
  if (rates.length > 60) rates.shift();
  last = { answers, at };
  return now;
}

function sparkline() {
  const most = Math.max(...rates, 0.1);
  const points = rates.map((r, i) => `${(i * 100) / 59},${(19 - (18 * r) / most).toFixed(1)}`).join(" ");
  return svg("svg", { class: "spark", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("polyline", { points }));
}

export async function showNow() {
  const [health, metrics] = await Promise.all([call("/health/ready"), call("/metrics")]);
  const search = calls(metrics, "/v1/search");
  const recommend = calls(metrics, "/v1/recommend");
  const latency = (name, { median, slow }) => [name, median ? millis(median) : "–", null, median ? `95 % within ${millis(slow)}` : null];
  const tiles = [
    ["Products", count(health.products)],
    ["Changes not yet found", count(health.behind)],
    ["Serving generation", health.generation || "none yet"],
    ["Searches since the start", count(search.count)],
    ["Answers a second, last 5 minutes", rate(metrics).toFixed(1), sparkline()],
    latency("A search takes, median", search),
    latency("A recommendation takes, median", recommend),
  ];
  document.getElementById("tiles").replaceChildren(...tiles.map(([name, value, drawing, more]) => el("div", { class: "tile" }, el("dt", {}, name, more ? el("small", {}, more) : null), el("dd", {}, String(value), drawing))));
}
