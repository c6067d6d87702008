// One way of asking; two of them stand side by side.

import { el } from "/widgets/dom.js";
import { call } from "./call.js";

const SHOWN = 8;

export function side(title, usualMode, usuallyPersonal) {
  const mode = el("select", { "aria-label": `${title}: mode` }, ["hybrid", "lexical", "semantic"].map((m) => el("option", { value: m }, m)));
  mode.value = usualMode;
  const personal = el("input", { type: "checkbox", checked: usuallyPersonal });
  const found = el("p", { class: "quiet-text" });
  const hits = el("kindred-hits", { explain: true, numbered: true, class: "compact" });
  const box = el("section", { class: "side", "aria-label": title }, el("h3", {}, title), el("div", { class: "options" }, mode, el("label", {}, personal, " personal")), found, hits);
  return {
    box,
    async ask(q, user) {
      const request = { q, mode: mode.value, personalize: personal.checked, explain: true, limit: SHOWN, ...(user ? { user } : {}) };
      const answer = await call("/v1/search", { method: "POST", body: JSON.stringify(request) });
      const corrected = answer.corrected_query ? `, corrected to “${answer.corrected_query}”` : "";
      found.textContent = `${answer.found.toLocaleString()} products in ${answer.took_ms.toFixed(1)} ms${corrected}`;
      hits.answer = answer;
    },
  };
}
