// Why a hit is where it is: its signals as one stacked bar, and a line for each.

import { client } from "./client.js";
import { el, svg } from "./dom.js";
import { settings } from "./settings.js";
import { hasText, t } from "./texts.js";

const TONES = 6;
const titles = new Map();

/** A product's title, asked for once. */
function titleOf(id) {
  if (!titles.has(id)) titles.set(id, client.product(id).then((product) => product.title, () => id));
  return titles.get(id);
}

function because(ids) {
  if (!ids.length) return null;
  const line = el("span", { class: "why-because" });
  Promise.all(ids.slice(0, 2).map(titleOf)).then((names) => {
    line.textContent = t("why.because", { titles: new Intl.ListFormat(settings.locale).format(names) });
  });
  return line;
}

const nameOf = (signal) => (hasText(`why.${signal}`) ? t(`why.${signal}`) : signal);

function bar(reasons) {
  const whole = reasons.reduce((sum, r) => sum + Math.abs(r.value), 0) || 1;
  let start = 0;
  const pieces = reasons.map((r, i) => {
    const width = (100 * Math.abs(r.value)) / whole;
    const piece = svg("rect", { class: `tone-${i % TONES}${r.value < 0 ? " against" : ""}`, x: start, width, height: 6 });
    start += width;
    return piece;
  });
  return svg("svg", { class: "why-bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" }, pieces);
}

export function why(hit) {
  const reasons = (hit.why ?? []).filter((r) => Math.abs(r.value) >= 0.0005);
  if (!reasons.length) return null;
  return el(
    "div",
    { class: "why", part: "why" },
    bar(reasons),
    el(
      "ul",
      { "aria-label": t("why") },
      reasons.map((r, i) =>
        el(
          "li",
          {},
          el("span", { class: `why-dot tone-${i % TONES}`, "aria-hidden": "true" }),
          el("span", { class: "why-name" }, nameOf(r.signal)),
          el("span", { class: "why-value" }, r.value.toFixed(3)),
          because((r.because ?? []).filter((id) => id !== hit.id)),
        ),
      ),
    ),
  );
}
