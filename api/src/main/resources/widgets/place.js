// What is searched for, as it stands in the address: back, forward, reload and links work.
// q, sort; f=field:value for each choice; r=field:from:to for each range. Other parameters are left alone.

import { categoryOf, levelsOf } from "./category.js";

const OWN = ["q", "sort", "f", "r"];

/** { q, sort, filters: Map of field to Set of values, ranges: Map of field to { from, to } } */
export function placeOf(search) {
  const address = new URLSearchParams(search);
  const filters = new Map();
  for (const entry of address.getAll("f")) {
    const colon = entry.indexOf(":");
    if (colon < 1) continue;
    const field = entry.slice(0, colon);
    const text = entry.slice(colon + 1);
    const value = field === "categories" ? categoryOf(levelsOf(text)) : text;
    filters.set(field, (filters.get(field) ?? new Set()).add(value));
  }
  const ranges = new Map();
  for (const entry of address.getAll("r")) {
    const [, field, from, to] = /^(.+):(-?[\d.]*):(-?[\d.]*)$/.exec(entry) ?? [];
    if (field && (from || to)) ranges.set(field, { from, to });
  }
  return { q: address.get("q") ?? "", sort: address.get("sort") ?? "", filters, ranges };
}

/** The page's address with this place in it. */
export function hrefOf(where, page) {
  const address = new URL(page, document.baseURI);
  OWN.forEach((name) => address.searchParams.delete(name));
  if (where.q) address.searchParams.set("q", where.q);
  if (where.sort) address.searchParams.set("sort", where.sort);
  for (const [field, values] of where.filters) {
    for (const value of values) address.searchParams.append("f", `${field}:${value}`);
  }
  for (const [field, { from, to }] of where.ranges) address.searchParams.append("r", `${field}:${from}:${to}`);
  return address.href;
}

export const nowhere = () => ({ q: "", sort: "", filters: new Map(), ranges: new Map() });

export const isNowhere = (where) => !where.q && where.filters.size === 0 && where.ranges.size === 0;

/** The same place with a value chosen, or no longer; with only, the sole one of its field. */
export function toggled(where, field, value, only = false) {
  const filters = new Map(where.filters);
  const values = new Set(only ? [] : filters.get(field));
  if (where.filters.get(field)?.has(value)) values.delete(value);
  else values.add(value);
  if (values.size) filters.set(field, values);
  else filters.delete(field);
  return { ...where, filters };
}

/** The same place with a range set, or none if both ends are empty. */
export function ranged(where, field, range) {
  const ranges = new Map(where.ranges);
  if (range.from === "" && range.to === "") ranges.delete(field);
  else ranges.set(field, range);
  return { ...where, ranges };
}

const quoted = (text) => `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;

/**
 * The place as a filter of the API's language.
 *
 * @param always what must hold besides, as such a filter, or nothing
 */
export function filterOf(where, always) {
  const parts = always ? [`(${always})`] : [];
  for (const [field, values] of where.filters) {
    parts.push(`${quoted(field)} IN (${[...values].map(quoted).join(", ")})`);
  }
  for (const [field, { from, to }] of where.ranges) {
    if (from !== "" && Number.isFinite(Number(from))) parts.push(`${quoted(field)} >= ${Number(from)}`);
    if (to !== "" && Number.isFinite(Number(to))) parts.push(`${quoted(field)} <= ${Number(to)}`);
  }
  return parts.join(" AND ");
}
