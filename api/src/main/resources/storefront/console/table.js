// A table that scrolls by itself where the window is narrow.

import { el } from "/widgets/dom.js";

/**
 * @param name for those who do not see it
 * @param heads of the columns
 * @param rows lists of what stands in the cells
 */
export function table(name, heads, rows) {
  const head = el("thead", {}, el("tr", {}, heads.map((text) => el("th", { scope: "col" }, text))));
  const body = el("tbody", {}, rows.map((cells) => el("tr", {}, cells.map((cell) => el("td", { class: "words", dir: "auto" }, cell)))));
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": name }, el("table", {}, head, body));
}
