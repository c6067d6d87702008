// Shows why a hit is where it is: its signals as bars that add up to the score.

import { api } from "./api.js";
import { el, svg } from "./dom.js";

const WORDS = {
  lexical: "Matches the words",
  semantic: "Means the same",
  personal: "Fits your taste",
  popularity: "Wanted lately",
  exact: "Exactly that",
  similarity: "Looks alike in use",
  similar: "Alike",
  content: "Alike in words",
  together: "Bought together",
  diversity: "For variety",
  rule: "The shop's choice",
};
const titles = new Map();

/** A product's title, asked for once. */
function titleOf(id) {
  if (!titles.has(id)) {
    titles.set(id, api.product(id).then((product) => product.title, () => id));
  }
  return titles.get(id);
}

function because(ids) {
  const line = el("p", { class: "why-because" }, "because of …");
  Promise.all(ids.slice(0, 2).map(titleOf)).then((names) => {
    const rest = ids.length - names.length;
    line.textContent = `because of ${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  });
  return line;
}

export function why(hit) {
  const reasons = hit.why ?? [];
  if (!reasons.length) return null;
  const largest = Math.max(...reasons.map((r) => Math.abs(r.value)), 1e-9);
  return el(
    "div",
    { class: "why" },
    reasons.map((reason) =>
      el(
        "div",
        { class: "why-row" },
        el("span", {}, WORDS[reason.signal] ?? reason.signal),
        el("span", { class: "why-value" }, reason.value.toFixed(3)),
        el(
          "div",
          { class: "why-bar" },
          svg(
            "svg",
            { viewBox: "0 0 100 5", preserveAspectRatio: "none", "aria-hidden": "true" },
            svg("rect", { class: reason.value < 0 ? "against" : "", width: (100 * Math.abs(reason.value)) / largest, height: 5 }),
          ),
        ),
        reason.because?.length ? because(reason.because) : null,
      ),
    ),
  );
}
