// Ways to narrow what was found.

import { COLOURS } from "./art.js";
import { el } from "./dom.js";
import { go, href, toggled } from "./place.js";

/** attributes.set_of becomes Set of. */
function titleOf(field) {
  if (field === "categories") return "Department";
  const name = field.replace(/^attributes\./, "").replaceAll("_", " ");
  return name[0].toUpperCase() + name.slice(1);
}

const MOST_SHOWN = 12;

function follow(where) {
  return (event) => {
    event.preventDefault();
    go(where);
  };
}

const SEPARATOR = " > ";

/** Departments as a tree: the chosen path and what lies directly below it. */
function departments(values, where) {
  const chosen = [...(where.filters.get("categories") ?? [])][0] ?? "";
  const shown = values.filter(({ value }) => {
    const levels = value.split(SEPARATOR);
    const parent = levels.slice(0, -1).join(SEPARATOR);
    return parent === "" || chosen === value || chosen.startsWith(value + SEPARATOR) || parent === chosen;
  });
  const depth = (v) => v.value.split(SEPARATOR).length;
  shown.sort((a, b) => depth(a) - depth(b) || b.count - a.count);
  const tree = shown
    .filter((v) => depth(v) === 1)
    .flatMap((top) => [top, ...shown.filter((v) => v.value.startsWith(top.value + SEPARATOR))]);
  return el(
    "ul",
    {},
    tree.map(({ value, count }) => {
      const levels = value.split(SEPARATOR);
      const target = toggled(where, "categories", value, { only: true });
      return el(
        "li",
        { class: ["", "deep", "deeper"][Math.min(levels.length - 1, 2)] },
        el(
          "a",
          { href: href(target), "aria-current": chosen === value ? "true" : null, onclick: follow(target) },
          el("span", {}, levels.at(-1)),
          el("span", { class: "number" }, String(count)),
        ),
      );
    }),
  );
}

function choices(field, values, where) {
  const chosen = where.filters.get(field) ?? new Set();
  const there = new Set(values.map((v) => v.value));
  const all = [...[...chosen].filter((v) => !there.has(v)).map((value) => ({ value, count: 0 })), ...values];
  return el(
    "ul",
    {},
    all.slice(0, MOST_SHOWN).map(({ value, count }) => {
      const colour = field === "attributes.colour" ? COLOURS[value.toLowerCase()] : null;
      const swatch = colour && el("span", { class: "swatch", "aria-hidden": "true" });
      if (swatch) swatch.style.background = colour;
      return el(
        "li",
        {},
        el(
          "label",
          {},
          el("input", { type: "checkbox", checked: chosen.has(value), onchange: () => go(toggled(where, field, value)) }),
          swatch,
          el("span", {}, value),
          el("span", { class: "number" }, String(count)),
        ),
      );
    }),
  );
}

function price(where) {
  const input = (name, label) =>
    el("input", { type: "number", min: "0", step: "0.01", inputmode: "decimal", "aria-label": label, placeholder: label, value: where[name], onchange: (event) => go({ ...where, product: null, [name]: event.target.value }) });
  return el("div", { class: "range" }, input("from", "From"), el("span", { "aria-hidden": "true" }, "–"), input("to", "To"));
}

function block(title, content) {
  return el("section", { class: "facet", "aria-label": title }, el("h2", {}, title), content);
}

/** @param facets of an answer, by field */
export function facetBlocks(facets, where) {
  const blocks = [];
  for (const [field, { values }] of Object.entries(facets)) {
    if (!values.length && !where.filters.has(field)) continue;
    blocks.push(block(titleOf(field), field === "categories" ? departments(values, where) : choices(field, values, where)));
  }
  blocks.splice(1, 0, block("Price", price(where)));
  return blocks;
}
