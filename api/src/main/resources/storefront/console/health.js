// What the catalogue holds and lacks, and what was heard of visitors.

import { el } from "/widgets/dom.js";
import { call } from "./call.js";
import { count, share } from "./format.js";

const FIELDS = { price: "price", categories: "category", brand: "brand", rating: "rating", image: "picture" };
const EXAMPLES = 8;

const search = (request) => call("/v1/search", { method: "POST", body: JSON.stringify(request) });

/** Products without a field; a field that no product has is refused, and then all are without it. */
async function missing(field) {
  try {
    const { facets, found } = await search({ facets: [field], facet_limit: 1, limit: 0 });
    return { field, without: facets[field].missing, of: found };
  } catch {
    return { field, without: null };
  }
}

/** A button that names some of the products without the field. */
function examples(field) {
  const button = el("button", { class: "link", type: "button", "aria-label": `Which products have no ${FIELDS[field]}?` }, "Which?");
  button.addEventListener("click", async () => {
    const { hits } = await search({ filter: `NOT ${field} EXISTS`, limit: EXAMPLES });
    button.replaceWith(el("ul", { class: "examples" }, hits.map(({ product }) => el("li", { dir: "auto" }, el("code", {}, product.id), " ", product.title))));
  });
  return button;
}

function gap({ field, without, of }) {
  const text = without === null ? "all products" : without === 0 ? "none" : `${count(without)} (${share(without, of)})`;
  return [el("dt", {}, `Without a ${FIELDS[field]}`), el("dd", {}, text, " ", without ? examples(field) : null)];
}

const rows = (entries) => entries.flatMap(([name, text]) => [el("dt", {}, name), el("dd", {}, text)]);

export async function showHealth() {
  const [status, ...gaps] = await Promise.all([call("/v1/status"), ...Object.keys(FIELDS).map(missing)]);
  document.getElementById("catalogue").replaceChildren(
    ...rows([["Products", count(status.products)]]),
    ...gaps.flatMap(gap),
    ...rows([["Reviews", count(status.reviews)], ["On disk", `${count(Math.round(status.bytes / 1e6))} MB`]]),
  );
  const kinds = Object.entries(status.events).filter(([, n]) => n > 0);
  document.getElementById("events").replaceChildren(
    ...rows([
      ...kinds.map(([type, n]) => [`Events: ${type}`, count(n)]),
      ["Known customers", count(status.users)],
      ["Anonymous visitors", count(status.sessions)],
      ["Unknown products in events", count(status.unknown_products)],
      ["Events that wait for their product", count(status.events_of_unknown_products)],
    ]),
  );
  document.getElementById("troubles").textContent = status.troubles.join(" ");
}
