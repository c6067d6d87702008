// Ways to narrow what was found: departments as a tree, values to tick, ranges of numbers.

import { COLOURS } from "./art.js";
import { categoryOf, isWithin, leafOf, levelsOf } from "./category.js";
import { el } from "./dom.js";
import { formatCount } from "./format.js";
import { ranged, toggled } from "./place.js";
import { hasText, t } from "./texts.js";

const SHOWN_AT_FIRST = 8;

/** attributes.set_of becomes Set of, unless there is a text for it. */
export function fieldTitle(field) {
  if (hasText(`facet.${field}`)) return t(`facet.${field}`);
  const name = field.replace(/^attributes\./, "").replaceAll("_", " ");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const number = (count) => el("span", { class: "number" }, formatCount(count));

/** The chosen path and what lies directly below it. */
function departments(field, values, where, go) {
  const chosen = [...(where.filters.get(field) ?? [])][0] ?? "";
  const shown = values.filter(({ value }) => {
    const parent = categoryOf(levelsOf(value).slice(0, -1));
    return parent === "" || isWithin(chosen, value) || parent === chosen;
  });
  const depth = ({ value }) => levelsOf(value).length;
  const tree = [];
  const add = (parent, level) => {
    for (const v of shown) {
      if (depth(v) !== level || !(level === 1 || isWithin(v.value, parent))) continue;
      tree.push(v);
      add(v.value, level + 1);
    }
  };
  add("", 1);
  return el(
    "ul",
    {},
    tree.map((v) => {
      const choose = () => go(toggled(where, field, v.value, true));
      const pressed = String(chosen === v.value);
      return el(
        "li",
        { class: `depth-${Math.min(depth(v), 4)}` },
        el("button", { class: "choice", type: "button", "aria-pressed": pressed, "data-key": `${field}:${v.value}`, onclick: choose }, el("span", { dir: "auto" }, leafOf(v.value)), number(v.count)),
      );
    }),
  );
}

function choices(field, values, where, go, unfolded) {
  const chosen = where.filters.get(field) ?? new Set();
  const there = new Set(values.map((v) => v.value));
  const all = [...[...chosen].filter((v) => !there.has(v)).map((value) => ({ value, count: 0 })), ...values];
  const shown = unfolded.has(field) ? all : all.filter((v, i) => i < SHOWN_AT_FIRST || chosen.has(v.value));
  const list = el("ul", {}, shown.map(choice));
  function choice({ value, count }) {
    const colour = COLOURS[value.toLowerCase()];
    const dot = colour ? el("span", { class: "swatch", "aria-hidden": "true" }) : null;
    if (dot) dot.style.background = colour;
    const tick = el("input", { type: "checkbox", checked: chosen.has(value), "data-key": `${field}:${value}`, onchange: () => go(toggled(where, field, value)) });
    return el("li", {}, el("label", { class: "choice" }, tick, dot, el("span", { dir: "auto" }, value), number(count)));
  }
  if (shown.length === all.length) return list;
  const unfold = (event) => {
    unfolded.add(field);
    event.target.remove();
    list.replaceChildren(...all.map(choice));
    list.querySelectorAll("input")[shown.length]?.focus();
  };
  return [list, el("button", { class: "link", type: "button", onclick: unfold }, t("facets.all", { count: all.length }))];
}

function range(field, facet, where, go) {
  const now = where.ranges.get(field) ?? { from: "", to: "" };
  const end = (name, bound) => {
    const label = t(`range.${name}`, { field: fieldTitle(field) });
    const set = (event) => go(ranged(where, field, { ...now, [name]: event.target.value }));
    return el("input", {
      type: "number", step: "any", inputmode: "decimal", "aria-label": label, placeholder: bound === undefined ? "" : String(bound),
      value: now[name], "data-key": `${field}:${name}`, onchange: set,
    });
  };
  return el("div", { class: "range" }, end("from", facet.min), el("span", { "aria-hidden": "true" }, "–"), end("to", facet.max));
}

/** A field of numbers has bounds; others have values. */
export const isNumeric = (facet) => facet.min !== undefined;

/**
 * @param facets of an answer, by field
 * @param go takes the place that was chosen
 * @param unfolded names of fields that show all their values
 */
export function facetBlocks(facets, where, go, unfolded) {
  return Object.entries(facets).map(([field, facet]) => {
    const ranged = isNumeric(facet) || where.ranges.has(field);
    const chosen = field !== "categories" && where.filters.has(field);
    if (!ranged && !facet.values.length && !chosen) return null;
    const title = fieldTitle(field);
    const content = ranged
      ? range(field, facet, where, go)
      : field === "categories"
        ? departments(field, facet.values, where, go)
        : choices(field, facet.values, where, go, unfolded);
    return el("fieldset", { class: "facet", part: "facet" }, el("legend", {}, title), content);
  });
}
