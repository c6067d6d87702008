// Where one is in the shop; it stands in the address, so that back, forward and links work.

const listeners = [];

/** { q, product, sort, from, to, filters: Map of field to Set of values } */
export function place() {
  const address = new URLSearchParams(location.search);
  const filters = new Map();
  for (const entry of address.getAll("f")) {
    const colon = entry.indexOf(":");
    const field = entry.slice(0, colon);
    if (colon < 1) continue;
    if (!filters.has(field)) filters.set(field, new Set());
    filters.get(field).add(entry.slice(colon + 1));
  }
  return {
    q: address.get("q") ?? "",
    product: address.get("product"),
    sort: address.get("sort") ?? "",
    from: address.get("from") ?? "",
    to: address.get("to") ?? "",
    filters,
  };
}

export function href(where) {
  const address = new URLSearchParams();
  for (const name of ["q", "sort", "from", "to"]) {
    if (where[name]) address.set(name, where[name]);
  }
  for (const [field, values] of where.filters ?? []) {
    for (const value of values) address.append("f", `${field}:${value}`);
  }
  if (where.product) address.set("product", where.product);
  return address.size ? `/?${address}` : "/";
}

export function go(where, { replace = false } = {}) {
  const target = href(where);
  if (target === location.pathname + location.search) return;
  history[replace ? "replaceState" : "pushState"]({ inside: true }, "", target);
  listeners.forEach((listener) => listener());
}

export const isHome = (where) => !where.q && where.filters.size === 0 && !where.from && !where.to;

export function onPlace(listener) {
  listeners.push(listener);
}

addEventListener("popstate", () => listeners.forEach((listener) => listener()));

/** The same place with a field's value chosen, or no longer. */
export function toggled(where, field, value, { only = false } = {}) {
  const filters = new Map([...where.filters].map(([f, values]) => [f, new Set(values)]));
  const values = only ? new Set() : (filters.get(field) ?? new Set());
  const chosen = where.filters.get(field)?.has(value);
  if (chosen) values.delete(value);
  else values.add(value);
  if (values.size) filters.set(field, values);
  else filters.delete(field);
  return { ...where, product: null, filters };
}

const quoted = (text) => `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;

/** The place as a filter of the API's language. */
export function filterOf(where) {
  const parts = [];
  for (const [field, values] of where.filters) {
    parts.push(`${quoted(field)} IN (${[...values].map(quoted).join(", ")})`);
  }
  if (where.from !== "" && Number.isFinite(Number(where.from))) parts.push(`price >= ${Number(where.from)}`);
  if (where.to !== "" && Number.isFinite(Number(where.to))) parts.push(`price <= ${Number(where.to)}`);
  return parts.join(" AND ");
}
