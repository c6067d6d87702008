// Why a hit is where it is: its signals as one stacked bar, and a line for each.

import { client } from "./client.js";
import { el, svg } from "./dom.js";
import { settings } from "./settings.js";
import { hasText, t } from "./texts.js";

/** A signal has the same colour everywhere; those not named here share the last. */
const TONES = { lexical: 0, semantic: 1, category: 2, popularity: 3, personal: 4, similar: 0, similarity: 0, content: 1, together: 2 };
const OTHER_TONE = 5;
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

function praised(names) {
  if (!names.length) return null;
  return el("span", { class: "why-because" }, t("why.praised", { names: new Intl.ListFormat(settings.locale).format(names) }));
}

const toneOf = (signal) => `tone-${TONES[signal] ?? OTHER_TONE}`;
const nameOf = (signal) => (hasText(`why.${signal}`) ? t(`why.${signal}`) : signal);

function bar(reasons) {
  const whole = reasons.reduce((sum, r) => sum + Math.abs(r.value), 0) || 1;
  let start = 0;
  const pieces = reasons.map((r) => {
    const width = (100 * Math.abs(r.value)) / whole;
    const piece = svg("rect", { class: `${toneOf(r.signal)}${r.value < 0 ? " against" : ""}`, x: start, width, height: 6 });
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
      reasons.map((r) =>
        el(
          "li",
          {},
          el("span", { class: `why-dot ${toneOf(r.signal)}`, "aria-hidden": "true" }),
          el("span", { class: "why-name" }, nameOf(r.signal)),
          el("span", { class: "why-value" }, r.value.toFixed(3)),
          praised(r.praised ?? []),
          because((r.because ?? []).filter((id) => id !== hit.id)),
        ),
      ),
    ),
  );
}
