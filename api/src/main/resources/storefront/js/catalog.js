// What this shop's products are like: asked once, from those wanted most.

import { api } from "./api.js";

const SAMPLE = 100;
const MOST_ATTRIBUTES = 4;

let asked;

function ask() {
  asked ??= api.search({ facets: ["categories"], facet_limit: 400, limit: SAMPLE }).then(
    (answer) => ({ departments: departments(answer), facets: facets(answer.hits.map((hit) => hit.product)) }),
    () => {
      asked = undefined;
      return { departments: [], facets: [] };
    },
  );
  return asked;
}

/** The topmost categories, largest first. */
function departments(answer) {
  const values = answer.facets.categories?.values ?? [];
  return values.map((v) => v.value).filter((value) => !value.includes(" > "));
}

/** The fields worth narrowing by: those that many products have, with words as values. */
function facets(products) {
  const counts = new Map();
  for (const { attributes = {} } of products) {
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof [value].flat()[0] === "string") counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const names = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_ATTRIBUTES);
  const brand = products.some((product) => product.brand) ? ["brand"] : [];
  return ["categories", ...brand, ...names.map(([name]) => `attributes.${name}`)];
}

export const departmentNames = async () => (await ask()).departments;
export const facetFields = async () => (await ask()).facets;
