// What could not be used so far: lines that imports rejected, and events of products that are not there.

import { el } from "/widgets/dom.js";
import { call } from "./call.js";
import { count, moment } from "./format.js";
import { table } from "./table.js";

const SHOWN = 20;

function rejected(of, newest) {
  const lines = of.lines.map(({ line, field, reason }) => [count(line), field ?? "–", reason]);
  const rules = of.because.map(({ reason, count: n }) => el("li", {}, el("b", {}, count(n)), " × ", reason));
  const more = of.rejected - of.lines.length;
  return el(
    "details",
    { class: "rejected", open: newest },
    el("summary", {}, el("b", {}, of.source), ` ${moment(of.time)}`, el("span", { class: "wrong" }, ` ${count(of.rejected)} rejected`)),
    el("ul", { class: "rules" }, rules),
    table(`Rejected lines of ${of.source}`, ["Line", "Field", "Reason"], lines),
    el("p", { class: "quiet-text" }, more > 0 ? `${count(more)} more, and all lines as they came, are in ` : "The lines as they came are in ", el("code", {}, `rejects/${of.file}`), " of the data directory: mend it and import it again."),
  );
}

export async function showTroubles() {
  const [{ imports }, { products }] = await Promise.all([call(`/v1/rejects?lines=${SHOWN}`), call(`/v1/unknown-products?limit=${SHOWN}`)]);
  const none = (text) => el("p", { class: "quiet-text" }, text);
  document.getElementById("rejects").replaceChildren(...(imports.length ? imports.map((of, i) => rejected(of, i === 0)) : [none("No import has rejected a line.")]));
  document.getElementById("unknown").replaceChildren(
    products.length ? table("Unknown products", ["Product id in events", "Events that wait for it"], products.map(({ id, events }) => [id, count(events)])) : none("Every event names a product that is there."),
  );
}
