// A rule in a form: when it holds, and what it pins, hides, raises and lowers.

import { el } from "/widgets/dom.js";

const input = (id, properties = {}) => el("input", { id: `rule-${id}`, maxlength: "2000", ...properties });
const label = (text, field) => el("label", {}, text, field);

const id = input("id", { maxlength: "100", placeholder: "mugs-first" });
const when = el("select", { id: "rule-when" }, [["contains", "the query contains"], ["exact", "the query is"], ["category", "within the category"], ["always", "always"]].map(([value, text]) => el("option", { value }, text)));
const words = input("words", { maxlength: "200", placeholder: "mug" });
const pin = input("pin", { placeholder: "21844, 21066@3" });
const hide = input("hide", { placeholder: "22197, 84879" });
const raise = input("raise", { placeholder: 'colour = "red"' });
const raiseBy = input("raise-by", { type: "number", step: "0.1", min: "0", placeholder: "0.5" });
const lower = input("lower", { placeholder: "price < 1" });
const lowerBy = input("lower-by", { type: "number", step: "0.1", min: "0", placeholder: "0.5" });
const from = input("from", { type: "date" });
const until = input("until", { type: "date" });

const ids = (text) => text.split(",").map((t) => t.trim()).filter(Boolean);

/** "A, B@5": A at its place in the list, B at place 5. */
function pins(text) {
  return ids(text).map((entry, i) => {
    const [, product, place] = /^(.*?)(?:@(\d+))?$/.exec(entry);
    return { product, position: place ? Number(place) : i + 1 };
  });
}

function condition() {
  if (when.value === "always") return { always: true };
  if (when.value === "category") return { category: words.value.trim() };
  return { query: words.value.trim(), match: when.value };
}

function shift(before, filter, by) {
  const { filter: _, by: __, ...rest } = before ?? {};
  if (!filter.value.trim()) return rest.products ? before : undefined;
  return { ...rest, filter: filter.value.trim(), by: Number(by.value || 0.5) };
}

function hidden(before) {
  const products = ids(hide.value);
  const filter = before?.filter;
  return products.length || filter ? { ...(products.length ? { products } : {}), ...(filter ? { filter } : {}) } : undefined;
}

const day = (date) => date?.slice(0, 10) ?? "";
const named = (condition) => (condition.always ? "always" : condition.category ? `within “${condition.category}”` : `“${condition.query}”${condition.match === "exact" ? " alone" : ""}`);

export const rules = {
  path: "rules",
  field: "rule",
  title: "Rules",
  inputs: [
    label("Name", id),
    label("Holds when", when),
    label("Words or category", words),
    label("Pin products, in this order", pin),
    label("Hide products", hide),
    label("Raise what fits the filter", raise),
    label("… by", raiseBy),
    label("Lower what fits the filter", lower),
    label("… by", lowerBy),
    label("From", from),
    label("Until", until),
  ],
  describe(rule) {
    const does = [
      rule.pin?.length && `pins ${rule.pin.map((p) => p.product).join(", ")}`,
      rule.hide && `hides ${[...(rule.hide.products ?? []), rule.hide.filter].filter(Boolean).join(", ")}`,
      rule.boost && `raises ${[...(rule.boost.products ?? []), rule.boost.filter].filter(Boolean).join(", ")}`,
      rule.bury && `lowers ${[...(rule.bury.products ?? []), rule.bury.filter].filter(Boolean).join(", ")}`,
      (rule.from || rule.until) && `from ${day(rule.from) || "ever"} until ${day(rule.until) || "further notice"}`,
    ];
    return `${named(rule.when)}: ${does.filter(Boolean).join("; ")}`;
  },
  query: (rule) => rule.when.query ?? "",
  fill(rule) {
    id.value = rule?.id ?? "";
    when.value = rule?.when.always ? "always" : rule?.when.category ? "category" : (rule?.when.match ?? "contains");
    words.value = rule?.when.query ?? rule?.when.category ?? "";
    pin.value = (rule?.pin ?? []).map((p, i) => (p.position === i + 1 ? p.product : `${p.product}@${p.position}`)).join(", ");
    hide.value = (rule?.hide?.products ?? []).join(", ");
    raise.value = rule?.boost?.filter ?? "";
    raiseBy.value = rule?.boost?.filter ? rule.boost.by : "";
    lower.value = rule?.bury?.filter ?? "";
    lowerBy.value = rule?.bury?.filter ? rule.bury.by : "";
    from.value = day(rule?.from);
    until.value = day(rule?.until);
  },
  read(before) {
    const time = (date, old) => (date.value ? (day(old) === date.value ? old : `${date.value}T00:00:00Z`) : undefined);
    const usual = words.value.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-") || when.value;
    return {
      id: id.value.trim() || usual,
      when: condition(),
      pin: pin.value.trim() ? pins(pin.value) : undefined,
      hide: hidden(before?.hide),
      boost: shift(before?.boost, raise, raiseBy),
      bury: shift(before?.bury, lower, lowerBy),
      from: time(from, before?.from),
      until: time(until, before?.until),
    };
  },
};
