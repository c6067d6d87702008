// What the catalogue lacks, and events that wait for their product.

import { el } from "/js/dom.js";
import { call } from "./call.js";

const FIELDS = ["price", "categories", "brand", "rating"];

/** Products without a field; a field that no product has is refused, and then all are without it. */
async function missing(field) {
  try {
    const { facets, found } = await call("/v1/search", { method: "POST", body: JSON.stringify({ facets: [field], facet_limit: 1, limit: 0 }) });
    return { field, count: facets[field].missing, of: found };
  } catch {
    return { field, count: null };
  }
}

function gap({ field, count, of }) {
  const text = count === null ? "no product has one" : count === 0 ? "none" : `${count.toLocaleString()} (${(count / of).toLocaleString(undefined, { style: "percent" })})`;
  return [el("dt", {}, `Products without ${field === "categories" ? "category" : field}`), el("dd", {}, text)];
}

export async function showHealth() {
  const [status, ...gaps] = await Promise.all([call("/v1/status"), ...FIELDS.map(missing)]);
  const count = (n) => n.toLocaleString();
  const events = Object.entries(status.events).filter(([, n]) => n > 0);
  document.getElementById("catalogue").replaceChildren(...gaps.flatMap(gap), el("dt", {}, "Reviews"), el("dd", {}, count(status.reviews)), el("dt", {}, "On disk"), el("dd", {}, `${count(Math.round(status.bytes / 1e6))} MB`));
  document.getElementById("events").replaceChildren(
    ...events.flatMap(([type, n]) => [el("dt", {}, `${type} events`), el("dd", {}, count(n))]),
    ...[["Known users", count(status.users)], ["Visitors' sessions", count(status.sessions)], ["Products that only events know", count(status.unknown_products)], ["Events that wait for their product", count(status.events_of_unknown_products)]].flatMap(([name, text]) => [el("dt", {}, name), el("dd", {}, text)]),
  );
  document.getElementById("troubles").textContent = status.troubles.join(" ");
}
